"""Texts: their encodings, tables in them, and pages."""
