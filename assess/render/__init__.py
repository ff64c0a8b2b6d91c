"""Documents: from a record to SVG, HTML and PDF."""
