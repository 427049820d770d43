"""Acceptances of risks."""
