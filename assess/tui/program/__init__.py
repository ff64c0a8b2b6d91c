"""The database at the start."""
