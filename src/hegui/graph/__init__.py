"""The graph: what flows where, and what depends on what; each edge with the place that declares it."""
