"""The domain: frozen values, and functions from values to values. No input, no output, no clock."""
