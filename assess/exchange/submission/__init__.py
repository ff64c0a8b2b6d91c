"""The two carriers between a laptop and the secretariat: signed requests, and sealed files."""
