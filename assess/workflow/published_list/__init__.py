"""Use cases of published lists: taken into the register, rows completed."""
