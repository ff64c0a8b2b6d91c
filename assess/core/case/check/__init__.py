"""Checks between answers: what the answers of a case say of each other."""
