"""The report as a value: assembled from what follows from the answers, ready to print."""
