"""The interview line by line: without a screen to draw on, and with everything that it can do."""
