"""A form as one page for a browser: its rules as data, and the file of answers that it writes."""
