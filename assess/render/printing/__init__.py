"""Printing: a subprocess that makes tagged PDFs that last, and what it needs."""
