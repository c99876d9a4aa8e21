"""How wording is read: acts, their words and objects, negation, modality, and words that mean much the same."""
