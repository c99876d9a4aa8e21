"""What checking a draft is made of: its sentences, quotations, curated claims, suppressions, and the findings."""
