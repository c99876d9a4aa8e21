"""What kind of thing a name is of, told by the words in and around it: a person, a place, a country, an organisation.

What these do not tell, `usual` asks the rest of the corpus.
"""

import re
from collections.abc import Sequence
from enum import StrEnum

from compare.fold import STOP, Folded
from compare.stating.rivals import is_country

PATRONYM = re.compile(r"(?:[A-Z]['’]|Ma?c)[A-Z][a-z]+$")
ORGANISATIONS = frozenset(
    "council institute institution group committee university college school ministry department agency company corporation "
    "bank fund foundation union organisation organization association party parliament congress senate court academy center "
    "centre chamber commission federation alliance league society bureau board authority network forum club office".split()
)
"""Words that the name of an organisation holds."""
THINGS = frozenset(
    "sea ocean gulf river lake corridor route road pipeline war conflict peace day century declaration agreement treaty act "
    "charter accord memorandum protocol summit conference amendment section partnership strategy program programme plan project "
    "house region republic states city valley mountains airport port army force forces award prize time "
    "january february march april may june july august september october november december".split()
)
"""Words that stand in names of neither persons nor organisations."""
TITLES = frozenset(
    "president minister secretary ambassador senator representative congressman congresswoman governor mayor chairman "
    "chairwoman chair speaker chief director general colonel king queen prince princess sir lord lady dr doctor mr mrs ms "
    "professor judge justice pope bishop envoy spokesman spokeswoman spokesperson advisor adviser leader head "
    "prime vice deputy foreign defence defense special".split()
)
"""Words before the name of a person."""
SETTLEMENTS = frozenset("capital city town village port".split())
LOCATIVE = frozenset("in at near inside outside".split()) | SETTLEMENTS
"""Words before the name of a place,"""
COMPASS = frozenset("the north south east west northern southern eastern western central".split())
"""and those that may stand between."""
LONGEST = 3
"""How many words the name of a person or place has at most."""
BEFORE = 4
"""How many words before a name may hold its bearer's title."""


class NameClass(StrEnum):
    """What kind of thing a name is of."""

    PERSON = "person"
    PLACE = "place"
    COUNTRY = "country"
    ORGANISATION = "organisation"


def told_by_words(folded: Folded, run: Sequence[int]) -> NameClass | None:
    """The kind the words right before a name tell."""
    before = folded.words[run[0] - 1].form if run[0] else ""
    if before in TITLES or any(folded.words[i].form in TITLES for i in run):
        return NameClass.PERSON
    first = run[0] - 1
    while first > 0 and folded.words[first].form in COMPASS:
        first -= 1
    located = first >= 0 and folded.words[first].form in LOCATIVE
    return NameClass.PLACE if (located or is_settlement(folded, run)) and len(run) <= LONGEST else None


def is_settlement(folded: Folded, run: Sequence[int]) -> bool:
    """True behind "the city of"."""
    before = [word.form for word in folded.words[max(0, run[0] - 2) : run[0]]]
    return len(before) > 1 and before[0] in SETTLEMENTS and before[1] == "of"


def is_bare_name(folded: Folded, run: Sequence[int]) -> bool:
    """True for two or three words in small letters but for the first ("O'Brien" and "McFaul" have two capitals), behind no "the"."""
    words = [folded.text[folded.words[i].start : folded.words[i].end] for i in run]
    plain = all((word[1:].isalpha() and word[1:].islower()) or PATRONYM.match(word) for word in words)
    return plain and len(run) <= LONGEST and not (run[0] and folded.words[run[0] - 1].form == "the")


def key_words(folded: Folded, run: Sequence[int], kind: NameClass) -> tuple[int, ...]:
    """The words of a name that tell it from others of its kind: a surname, or all that is no word for the kind itself."""
    telling = [i for i in run if folded.words[i].form not in STOP | TITLES | ORGANISATIONS]
    return tuple(telling[-1:] if kind is NameClass.PERSON else telling)


def bare(folded: Folded, run: Sequence[int]) -> Sequence[int]:
    """A name without the words of an office or a country before it ("of State Colin Powell", "to France Ann Lee")."""
    while len(run) > 2 and _opens_office(folded, run[0]):
        run = run[1:]
    return run


def _opens_office(folded: Folded, i: int) -> bool:
    word = folded.words[i]
    return word.form in TITLES or is_country(word.stem) or (i > 0 and folded.words[i - 1].form == "of")


def titles_of(folded: Folded, run: Sequence[int]) -> frozenset[str]:
    """The words of titles in a name and close before it."""
    near = folded.words[max(0, run[0] - BEFORE) : run[-1] + 1]
    return frozenset(word.form for word in near if word.form in TITLES)
