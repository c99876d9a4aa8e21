"""Review in spreadsheets: workbooks out, decisions in, and what stands."""
