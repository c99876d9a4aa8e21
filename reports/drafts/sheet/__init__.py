"""The fact sheet of a draft: one row per fact for a checker to tick, and what comes back of it into the project."""
