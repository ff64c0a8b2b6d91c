"""Use cases of reports: drafts, editions, batches."""
