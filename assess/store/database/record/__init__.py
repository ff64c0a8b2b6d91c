"""The record in the database: entries as they are stored, written, migrated and verified."""
