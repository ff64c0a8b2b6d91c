"""Charts: the pictures of a record, drawn as SVG."""
