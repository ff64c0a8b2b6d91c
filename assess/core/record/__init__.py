"""The record: what an entry of it is, its hash and commitments, and the past of two copies."""
