"""The fields of a card: one for each type of question."""
