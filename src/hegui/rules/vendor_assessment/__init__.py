"""Assessments of vendors."""
