"""The widgets: they show values and post one small message each."""
