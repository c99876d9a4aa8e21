"""Words that cannot both be said of the same thing: "before" and "after", "largest" and "smallest", "passed" and "failed".

Verbs that tell what was done to a thing stand in `compare.text.status_verbs`, with their own opposites.
"""

from collections.abc import Mapping
from functools import lru_cache

from compare.fold import stem_of
from compare.text.status_verbs import GROUPS, OPPOSITES

PAIRS = """\
best: worst
better: worse
good: bad
great, significant, substantial, large, big, major, strong: small, slight, minor, minimal, weak, tiny, negligible, insignificant
most: least
more: less, fewer
minimum: maximum
majority: minority
upper: lower
inside: outside
buyer: seller
high, higher: low, lower
highest: lowest
largest, biggest, greatest: smallest
longest: shortest
longer: shorter
oldest: newest, youngest
older: newer, younger
earliest: latest
early, earlier: late, later
before: after
above: below
over: under
first: last, final
always, often, usually, frequently: never, rarely, seldom, hardly, scarcely, barely
all, every, everyone: none, nobody
many, numerous: few
formed, founded, established, created: disbanded, dissolved, collapsed, destroyed
opened: closed
with: without
including, include: excluding, exclude
able: unable
capable: incapable
possible: impossible
legal: illegal
likely: unlikely
successful, successfully: unsuccessful, unsuccessfully, failed
succeed, succeeded, success: fail, failed, failure
pass, passed: fail, failed
positive: negative
optimistic, hopeful, confident: pessimistic, doubtful
happy, glad, pleased, satisfied: unhappy, sad, displeased, dissatisfied
safe: dangerous, unsafe
easy, simple: difficult, hard, complex, complicated
cheap, inexpensive: expensive
accept, accepted: refuse, refused, decline, rejected
agree, agreed: disagree, disagreed, refuse, refused
allow, allowed, permit, permitted: prohibit, prohibited, forbid, forbidden
support, supported, favor: oppose, opposed
praise, praised: criticize, criticized, condemned
guilty: innocent
alive, survived: dead, died, killed
enter, entered, arrive, arrived: leave, exit, departed
import, imported, imports: export, exported, exports
gain, profit: loss
improve, improved, improvement: worsen, worsened, deteriorate, deteriorated
maximize: minimize
encourage, encouraged: discourage, discouraged
remember, remembered: forget, forgot, forgotten
love, loved, like, liked: hate, hated, dislike, disliked
public: private
permanent: temporary
internal, domestic: external, foreign
northern, north: southern, south
eastern, east: western, west
male, man, men, boy, husband, father, brother, son: female, woman, women, girl, wife, mother, sister, daughter
"""
"""Words on both sides of a colon are opposites of each other."""


@lru_cache(maxsize=1)
def opposites() -> Mapping[str, frozenset[str]]:
    """The stems that are opposites of each stem."""
    found: dict[str, set[str]] = {}
    for one, other in _sides():
        for stem in one:
            found.setdefault(stem, set()).update(other)
        for stem in other:
            found.setdefault(stem, set()).update(one)
    return {stem: frozenset(others) for stem, others in found.items()}


def _sides() -> list[tuple[frozenset[str], frozenset[str]]]:
    lines = [tuple(_stems(side.replace(",", " ")) for side in line.split(":")) for line in PAIRS.splitlines()]
    verbs = [(_stems(GROUPS[one]), _stems(GROUPS[other])) for one, other in OPPOSITES]
    return [(a, b) for a, b in lines] + verbs


def _stems(words: str) -> frozenset[str]:
    return frozenset(stem_of(word) for word in words.split())
