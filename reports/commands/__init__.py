"""The commands, a module for each field; everything heavy is imported inside the command that needs it."""
