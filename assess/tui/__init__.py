"""The terminal interface: screens over the workflow."""
