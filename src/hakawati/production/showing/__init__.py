"""What would be performed, by whom and how: for a reader, for a program, and in figures. Makes no sound."""
