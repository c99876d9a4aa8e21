"""What a scan of a document compares: marks in passages, what surrounds them, and where two of them clash."""
