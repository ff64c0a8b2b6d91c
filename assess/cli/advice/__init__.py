"""Commands about results and recommendations."""
