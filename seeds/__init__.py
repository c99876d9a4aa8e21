"""What sources say: the registry, the texts, and their passages with places."""
