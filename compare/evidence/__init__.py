"""What is found: answers, evidence with its place, verdicts, and what each rests on."""
