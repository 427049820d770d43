"""References between items."""
