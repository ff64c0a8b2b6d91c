"""Figures: from scores and positions to the data of every chart."""
