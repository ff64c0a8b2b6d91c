"""The pool file."""
