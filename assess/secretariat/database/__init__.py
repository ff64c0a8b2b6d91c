"""The database of the secretariat: its schema, who may reach it, and how it is asked."""
