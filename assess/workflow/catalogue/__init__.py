"""Use cases of the catalogue: its code book, and the schema of the case file."""
