"""How a free statement is checked, behind `compare.stating.statements`."""
