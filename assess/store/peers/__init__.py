"""What is kept of peers: records without names, and what reports have shown of them."""
