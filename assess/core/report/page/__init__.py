"""Pages: the parts of a report, and their assembly to one record."""
