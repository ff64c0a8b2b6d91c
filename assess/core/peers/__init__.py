"""Peers: the pool, its groups and quartiles, disclosure control, and the position of a case."""
