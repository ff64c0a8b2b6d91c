"""The register: records, the validity of labels over time, counts, likeness, the public view."""
