"""What all passages and sources together say: which value counts, in which order it is shown, and the verdict."""
