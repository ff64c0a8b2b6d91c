"""The records that templates see: frozen values that say all that is printed."""
