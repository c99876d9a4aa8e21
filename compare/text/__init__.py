"""What a sentence is made of: words with their keys, verbs, names, and how each word is said. One answer each, for every command."""
