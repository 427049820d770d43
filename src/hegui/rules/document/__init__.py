"""Reading: what a text must be before anything can be judged. Never waivable."""
