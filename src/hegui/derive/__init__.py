"""What follows from the documents: which law applies, when, and to whom it must be told."""
