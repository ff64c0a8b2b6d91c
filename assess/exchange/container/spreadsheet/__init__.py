"""Workbooks of every kind that is read, as sheets of cells with what is noted beside them."""
