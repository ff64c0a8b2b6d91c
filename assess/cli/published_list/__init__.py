"""Commands about published lists."""
