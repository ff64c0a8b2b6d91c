"""Documents of any kind: records through their templates."""
