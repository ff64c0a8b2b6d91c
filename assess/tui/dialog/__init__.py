"""Dialogs of any kind: a choice, a few lines, a file."""
