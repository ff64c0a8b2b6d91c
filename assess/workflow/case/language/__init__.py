"""Languages of a case: in which is asked, and in which its documents are made."""
