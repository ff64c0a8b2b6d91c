"""Use cases of the label: verdicts, proposal and decision."""
