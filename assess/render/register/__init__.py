"""The public pages, the brochure and the proof."""
