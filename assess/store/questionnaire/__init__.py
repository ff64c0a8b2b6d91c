"""Counts of surveys in the store."""
