"""Advice: triggers, recommendations and strengths, and what the expert made of them."""
