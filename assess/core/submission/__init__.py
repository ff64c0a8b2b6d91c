"""What goes to the secretariat and comes back: revisions, receipts, questions, and who may what."""
