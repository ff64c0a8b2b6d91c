"""Commands about what goes to the secretariat and comes back, and about the secretariat itself."""
