"""Responsibility: who answers, and whether they are there to answer."""
