"""The screen of results and recommendations."""
