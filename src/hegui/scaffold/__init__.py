"""What ``hegui new`` and ``hegui init`` write."""
