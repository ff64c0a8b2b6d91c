"""The use cases of the secretariat on a laptop: connecting, sending, what comes back."""
