"""Commands about the label of a case."""
