"""How quotations are found again and judged, behind `compare.values.quotes`."""
