"""The catalogue: questions, indicators, measures, conditions label policy, as data."""
