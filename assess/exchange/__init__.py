"""File formats, one module for each: bytes in, values out, and back."""
