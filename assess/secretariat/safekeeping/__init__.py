"""Keeping the secretariat's database safe: backups while it is in use, restoring, rehearsing."""
