"""What is kept of the secretariat."""
