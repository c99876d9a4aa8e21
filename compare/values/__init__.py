"""Values in text: dates, amounts, quotations and units, each a sealed room with one door, and how two of them relate."""
