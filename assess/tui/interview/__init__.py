"""The parts of the interview: each does its share of it, and the screen owns them all."""
