"""Reporters: a result in the format of a terminal or a machine, one module for each format."""
