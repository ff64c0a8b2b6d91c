"""Documents beside the report: award record, proof of a day, brochure."""
