"""Packs that ship with Hegui: folders of YAML, no code."""
