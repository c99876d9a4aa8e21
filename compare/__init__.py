"""Whether they agree: search, checks and verdicts. Begin with `pipeline`."""
