"""Use cases of advice: results with recommendations, and what the expert makes of them."""
