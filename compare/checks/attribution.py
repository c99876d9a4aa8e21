"""Does the source that a sentence of a draft names give what the sentence says it gives?

Looked at, by `sourcecheck draft`: a date, figure, name or quotation of a sentence that names a registered source (by a link, a note, a
citation, or "according to the report by ..."), which another source gives and the named one does not. The places of the other source
are shown.

Agrees: the named source gives it, whatever others say. What the named source says otherwise is told by the check that reads it.

Cannot see: names of persons and bodies alone, which report what others say; the wording of a sentence, which the check of wording
tells; sources named in another sentence.
"""

CODE = "SRC203"
NAME = "attribution"
