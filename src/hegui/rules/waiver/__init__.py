"""Waivers: who may accept what, for how long, and what no one may."""
