"""Translations: where they are kept, how they are found, and how they follow their source."""
