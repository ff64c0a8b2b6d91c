"""Published lists in any kind of file, row by row."""
