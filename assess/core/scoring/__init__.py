"""Scores: values derived from the answers, and the reasons why there are none."""
