"""From documents to items: validate, decode, resolve. Bad input gives problems, never errors."""
