"""How amounts are read out of prose, behind `compare.values.quantities` and `compare.values.units`."""
