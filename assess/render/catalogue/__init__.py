"""The code book as text and as a page."""
