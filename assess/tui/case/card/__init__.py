"""The card of an indicator, and the list of them."""
