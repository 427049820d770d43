"""Text and places: how files are found, read and parsed. No governance words here."""
