"""Rules about authority: what a change would loosen of that by which it is judged."""
