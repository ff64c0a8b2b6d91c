"""Copies of a case with their past: how they stand to each other, and how one continues another."""
