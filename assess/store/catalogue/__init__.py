"""What is kept of the catalogue: editions that do not ship, and with which each case began."""
