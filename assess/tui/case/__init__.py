"""Screens of cases: the list, the organisation, open points."""
