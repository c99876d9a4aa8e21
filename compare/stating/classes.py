"""What kind of thing a name is of, told by the words in and around it: a person, a place, an organisation.

A passage that says most of what a sentence says, names one of its kind the sentence does not name, and neither it nor its
neighbours name the sentence's own, has the other in its place.
"""

from collections.abc import Iterator, Sequence
from enum import StrEnum

from compare.fold import STOP, Folded
from compare.stating.assertions import runs_of
from compare.stating.rivals import is_country
from compare.wordings.countries import capitals
from compare.wordings.stated import root

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
LOCATIVE = frozenset("in at near".split())
"""Words before the name of a place."""
LONGEST = 3
"""How many words the name of a person or place has at most."""
BEFORE = 4
"""How many words before a name may hold its bearer's title."""


class NameClass(StrEnum):
    """What kind of thing a name is of."""

    PERSON = "person"
    PLACE = "place"
    ORGANISATION = "organisation"


def odd_ones(
    sentence: Folded, run: Sequence[int], passage: Folded, around: frozenset[str]
) -> Iterator[tuple[int, int]]:
    """The one name of a passage that stands in place of `run`: of its kind, and unheard of in the sentence.

    around: the roots of the passage and of its neighbours, among which the name itself may not be.
    """
    kind = class_of(sentence, run)
    own = key_words(sentence, run, kind) if kind else ()
    if kind is None or not own or any(root(sentence.words[i].stem) in around for i in own):
        return
    others = list(_others(sentence, kind, passage))
    titled = [other for other in others if _titles(sentence, run) & _titles(passage, other)]
    keys = {tuple(passage.words[i].stem for i in key_words(passage, other, kind)) for other in titled or others}
    if len(keys) == 1:
        other = (titled or others)[0]
        yield passage.span(_bare(passage, other)[0], other[-1])


def class_of(folded: Folded, run: Sequence[int]) -> NameClass | None:
    """The kind of the name at the words `run`; None where nothing tells."""
    run = _bare(folded, run)
    words = [folded.words[i] for i in run]
    before = folded.words[run[0] - 1].form if run[0] else ""
    if any(word.form in ORGANISATIONS for word in words):
        return NameClass.ORGANISATION
    if any(word.form in THINGS or is_country(word.stem) or word.form.isdigit() for word in words):
        return None
    if before in TITLES or any(word.form in TITLES for word in words):
        return NameClass.PERSON
    if before in LOCATIVE and len(run) <= LONGEST:
        return NameClass.PLACE
    plain = all(folded.text[word.start + 1 : word.end].islower() for word in words)
    return NameClass.PERSON if plain and 2 <= len(run) <= LONGEST else None


def key_words(folded: Folded, run: Sequence[int], kind: NameClass) -> tuple[int, ...]:
    """The words of a name that tell it from others of its kind: a surname, or all that is no word for the kind itself."""
    telling = [i for i in run if folded.words[i].form not in STOP | TITLES | ORGANISATIONS]
    return tuple(telling[-1:] if kind is NameClass.PERSON else telling)


def _others(sentence: Folded, kind: NameClass, passage: Folded) -> Iterator[tuple[int, ...]]:
    """The names of a kind in a passage of which the sentence holds no telling word."""
    known = {root(word.stem) for word in sentence.words}
    known |= {root(capitals()[word.stem]) for word in sentence.words if word.stem in capitals()}
    for run in runs_of(passage):
        key = key_words(passage, run, kind)
        if class_of(passage, run) is kind and key and not any(root(passage.words[i].stem) in known for i in key):
            yield run


def _bare(folded: Folded, run: Sequence[int]) -> Sequence[int]:
    """A name without the words of an office before it ("of State Colin Powell")."""
    while len(run) > 2 and (folded.words[run[0]].form in TITLES or (run[0] and folded.words[run[0] - 1].form == "of")):
        run = run[1:]
    return run


def _titles(folded: Folded, run: Sequence[int]) -> frozenset[str]:
    """The words of titles in a name and close before it."""
    near = folded.words[max(0, run[0] - BEFORE) : run[-1] + 1]
    return frozenset(word.form for word in near if word.form in TITLES)
