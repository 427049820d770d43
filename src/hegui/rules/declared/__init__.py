"""Rules that the organisation declares itself."""
