"""What is typed in an interview becomes answers, drafts and time."""
