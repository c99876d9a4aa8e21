"""A checked draft as a Word file: the draft itself, with a comment at the words of every finding."""
