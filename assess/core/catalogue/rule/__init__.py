"""Rules that the catalogue writes as data: expressions, checks between answers, advice."""
