"""`--why`: the trace of a line, made of the records its decision rests on (`compare.evidence.basis`)."""
