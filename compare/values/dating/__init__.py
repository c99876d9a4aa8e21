"""How dates are read out of prose, behind `compare.values.dates`."""
