"""Sentences of the report: values, positions and definitions in words."""
