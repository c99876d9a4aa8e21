"""The result as one page of HTML: overview, claims with their evidence side by side, and a reading view of every source."""
