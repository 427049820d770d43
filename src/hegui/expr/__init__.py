"""Expressions in CEL: shapes of what they see, checking before, evaluating under a bound."""
