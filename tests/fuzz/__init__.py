"""Targets for chance: what each field of the program makes of any input. `make fuzz` gives them ten minutes."""
