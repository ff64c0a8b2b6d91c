"""The faults of a catalogue: what does not hold between its files, each with its place."""
