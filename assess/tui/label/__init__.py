"""The screen of the label."""
