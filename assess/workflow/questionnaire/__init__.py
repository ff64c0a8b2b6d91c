"""Use cases of forms and tables: sent ahead, returned, many organisations at once."""
