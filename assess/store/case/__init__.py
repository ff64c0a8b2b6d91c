"""What is kept of a case: answers, drafts, proposals, states, working time, windows."""
