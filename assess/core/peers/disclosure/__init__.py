"""Disclosure control: which groups of a table of peers may be shown together."""
