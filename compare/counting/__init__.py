"""How amounts are read out of prose, behind `compare.quantities` and `compare.units`."""
