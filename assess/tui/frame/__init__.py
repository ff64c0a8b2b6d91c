"""What every screen stands on: the application around it, keys, theme, texts, printing."""
