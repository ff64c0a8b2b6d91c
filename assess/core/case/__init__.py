"""A case: organisation, answers and their checks, routing, open points, working time."""
