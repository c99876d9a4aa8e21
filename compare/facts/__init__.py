"""What a sentence asserts, read once."""
