"""The nouns: frozen types whose fields are declared once, in one table for each kind."""
