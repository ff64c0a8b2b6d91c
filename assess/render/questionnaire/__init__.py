"""Forms as pages for a browser."""
