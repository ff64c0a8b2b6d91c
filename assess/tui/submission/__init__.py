"""The secretariat on the screen: a case is sent with one key, and what came back is shown."""
