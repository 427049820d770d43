"""Risk appetite."""
