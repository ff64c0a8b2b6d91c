"""The theme of the reports of an organisation."""
