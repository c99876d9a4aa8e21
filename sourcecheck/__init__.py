"""The way in: `python -m sourcecheck` and the command `sourcecheck`."""
