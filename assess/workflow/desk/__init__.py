"""The desk of an expert: catalogue, database, clock; and files that come in."""
