"""A checked draft told: for the terminal, as JSON, SARIF, GitHub annotations, and as a page."""
