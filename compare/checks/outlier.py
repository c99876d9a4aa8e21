"""Does one source give a date or a spelling once that the rest of it belies?

Looked at: all passages of one source that speak to a claim. One passage is a probable typo when it alone contradicts the claim, two or
more passages of the same source support it, and its value looks like a slip of the pen: a date after the source's own publication, or
one that differs from the claim's in one figure of the year ("August 7-8, 2028" beside August 7–8, 2025), a name spelt with another
letter. Of curated positions one that is taken once is a probable typo when three or more passages take the claim's in the same words
but for a letter, or a figure of a number ("Lew Tarn" beside "Low Tarn"). A note printed twice is one passage.

Cannot see: a slip in a source that gives the value only once or twice, or that repeats the slip; one in a note, which may give the
words of its own source; and an ending ("Armenia" for "Armenian").
"""

from collections.abc import Iterator, Sequence

from rapidfuzz.distance import OSA

from compare.checks.position import CODE as POSITION
from compare.evidence.model import Evidence, Stance
from compare.evidence.printed import count_places
from compare.fold import fold
from seeds.model import PassageKind

CODE = "SRC401"
NAME = "outlier"
FEW = 2
"""Places that must say otherwise beside one that looks like a slip."""
SEVERAL = 3
"""Places that must take the claim's position beside one in nearly its words."""
SHORTEST = 3
"""Letters of a word of which one may be a slip; another letter makes another word of a shorter one."""


def outliers(evidence: Sequence[Evidence]) -> tuple[Evidence, ...]:
    """The passages of one source whose value is a probable typo."""
    against = [e for e in evidence if e.stance is Stance.CONTRADICTS]
    support = [e for e in evidence if e.stance is Stance.SUPPORTS]
    slip = count_places(against) == 1 and count_places(support) >= FEW and against[0].answer.suspect
    return tuple(against) if slip else tuple(_misspelt(evidence, support))


def _misspelt(evidence: Sequence[Evidence], support: Sequence[Evidence]) -> Iterator[Evidence]:
    """The curated positions that are taken once, in words that are nearly those of the claim's."""
    others = [e for e in evidence if e.check == POSITION and e.stance is Stance.DIFFERS]
    for odd in others:
        alone = count_places(e for e in others if e.answer.value == odd.answer.value) == 1
        same = [e for e in support if e.check == POSITION and is_slip(_read(odd), _read(e))]
        if alone and odd.passage.kind is not PassageKind.FOOTNOTE and count_places(same) >= SEVERAL:
            yield odd


def _read(evidence: Evidence) -> tuple[str, ...]:
    """The very words that take a position."""
    return tuple(word.form for word in fold(evidence.document.text[slice(*evidence.focus)]).words)


def is_slip(one: Sequence[str], other: Sequence[str]) -> bool:
    """True for words of which one differs, by a letter inside it or by a figure."""
    if len(one) != len(other):
        return False
    apart = [(a, b) for a, b in zip(one, other, strict=True) if a != b]
    return len(apart) == 1 and _is_near(*apart[0])


def _is_near(one: str, other: str) -> bool:
    short, long = sorted((one, other), key=len)
    return len(short) >= SHORTEST and OSA.distance(one, other) == 1 and not long.startswith(short)
