"""Derivations: a figure step by step with the places, so that it can be redone on paper."""
