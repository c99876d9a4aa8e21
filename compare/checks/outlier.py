"""Does one source give a date or a spelling once that the rest of it belies?

Looked at: all passages of one source that speak to a claim of a date or a name. One passage is a probable typo when it alone contradicts
the claim, two or more passages of the same source support it, and its date looks like a slip of the pen: it lies after the
source's own publication, or differs from the claim's in one figure of the year ("August 7-8, 2028" beside August 7–8, 2025).

Cannot see: a slip in a source that gives the date only once or twice, or that repeats the slip.
"""

from collections.abc import Sequence

from compare.evidence.model import Evidence, Stance

CODE = "SRC401"
NAME = "outlier"


def outliers(evidence: Sequence[Evidence]) -> tuple[Evidence, ...]:
    """The passages of one source whose value is a probable typo."""
    against = [e for e in evidence if e.stance is Stance.CONTRADICTS]
    support = [e for e in evidence if e.stance is Stance.SUPPORTS]
    return tuple(against) if len(against) == 1 and len(support) >= 2 and against[0].answer.suspect else ()
