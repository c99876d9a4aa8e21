"""Starting with documents of one's own: a new project, and documents taken into it."""
