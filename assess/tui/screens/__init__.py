"""The screens: each binds values into its widgets and acts by calling the workflow."""
