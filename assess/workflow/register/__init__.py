"""Use cases of the register: labels on a day, links, reminders, the public pages."""
