"""Third parties."""
