"""What every command stands on: the table of commands, settings, what is printed."""
