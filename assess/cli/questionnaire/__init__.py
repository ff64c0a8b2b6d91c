"""Commands about forms."""
