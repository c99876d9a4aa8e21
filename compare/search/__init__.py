"""How passages are found, behind `compare.search.index`."""
