"""An interview as it is held, for the screen and line by line."""
