"""The database file: opening, transactions, chains, copies, backups, what can be saved of it."""
