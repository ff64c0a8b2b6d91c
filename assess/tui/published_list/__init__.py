"""The form in which a published list comes in."""
