"""The ways in which questions are answered on plain lines, by type of question."""
