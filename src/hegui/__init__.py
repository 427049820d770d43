"""Hegui (合规): governance as code."""

__version__ = "0.1.0"
