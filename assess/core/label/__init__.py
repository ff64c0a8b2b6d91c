"""The label: criteria, eligibility, validity, decisions and serial numbers."""
