"""How the answer to one question is read in a document: the kind asked for, the candidates, which of them are one answer."""
