"""The interview screen and its parts: where one is, what is shown, where keys lead."""
