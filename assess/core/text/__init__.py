"""Text: what values are made of, names and numbers as they are written, the tokens of the look."""
