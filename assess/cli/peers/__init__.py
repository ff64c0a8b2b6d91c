"""Commands about the pool."""
