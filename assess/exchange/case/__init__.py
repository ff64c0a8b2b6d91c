"""The case file: its fields, its schema, and what may be wrong in one."""
