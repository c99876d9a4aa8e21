"""Does a figure that a draft worked out itself come out of the figures of one source?

Looked at, by `sourcecheck draft`, where no source gives the figure: a sum ("17 rooms in all"), an average, a difference ("12 more
than in 2019"), growth ("up 12 percent", "fell by 3 per cent") and a share ("27 percent of the members"). It is worked out again of the
figures that one passage of a source gives of the same, of two passages that give it for the two times the sentence names, or of
figures of the draft's own sentence that one source supports.

Agrees: what comes out, in the rounding and with the bound the figure is written with; the figures it is made of are shown. Differs: a
passage that says nearly the same makes another figure, the rounding of its own figures allowed for. Two ways that give two answers
are told, and nothing is guessed.

Cannot see: figures that stand in several sources; a sum of some of the figures of a passage; which of several figures were meant.
"""

CODE = "SRC103"
NAME = "derived"
