"""The commands of the interview line by line."""
