"""Git: the tree of a commit, read from its objects; nothing is checked out and nothing is kept."""
