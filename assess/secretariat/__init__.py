"""The secretariat: the service to which experts send their cases, over PostgreSQL."""
