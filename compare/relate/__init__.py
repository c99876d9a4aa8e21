"""How two sentences relate: one ladder for every command. What cannot be compared never supports."""
