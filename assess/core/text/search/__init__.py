"""The search for organisations: what is typed, and the texts in which it is found."""
