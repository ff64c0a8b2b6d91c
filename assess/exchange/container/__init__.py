"""Containers: what a file is made of, whatever it is about: JSON, workbooks, PDF fields, age."""
