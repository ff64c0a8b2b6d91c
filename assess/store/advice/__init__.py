"""What is kept of the expert's edits of recommendations."""
