"""What is kept of the register: its records, each chained to those before."""
