"""What leaves the register: data, credentials, reminders."""
