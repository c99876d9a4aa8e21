"""Whether they agree: search, checks and verdicts, floor by floor. Begin with `jobs.claims`."""
