"""Dialogs of an interview: search, history, evidence, note, no answer, break."""
