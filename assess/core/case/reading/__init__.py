"""Reading what was typed: numbers, days, months and whole answers."""
