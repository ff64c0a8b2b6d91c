"""What is kept of issued reports."""
