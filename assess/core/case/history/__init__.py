"""What became of answers: changes, proposals, copies merged, the last round, another edition."""
