"""What goes wrong in the program itself."""
