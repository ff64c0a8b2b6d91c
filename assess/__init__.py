"""assess: interviews, reports and Bronze labels for the benchmarking of cluster organisations."""

__version__ = "0.2.0"
