"""The jobs of the commands, each read from top to bottom: claims against sources, a draft against sources, a source against itself."""
