"""Use cases of the whole: import of any file, backups, verification, the demonstration."""
