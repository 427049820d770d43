"""Rules about obligations."""
