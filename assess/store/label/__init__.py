"""What is kept of verdicts on criteria."""
