"""Forms for others than the manager: laid out like a questionnaire, and kept as counts alone."""
