"""Commands about the whole: files, backups, verification, the demonstration."""
