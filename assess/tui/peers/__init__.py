"""The peers beside the card."""
