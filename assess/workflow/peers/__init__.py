"""Use cases of peers: the pool, and the comparison of a case."""
