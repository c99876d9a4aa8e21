"""Candidate claims: what sources say of one thing, as rows that a curator confirms."""
