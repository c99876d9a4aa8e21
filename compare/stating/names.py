"""Names: whether the passages that speak to a sentence name the same, or another in the same place.

A title and a first name are aside: "President Aliyev" and "Ilham Aliyev" are one. Another surname behind the same title or first
name, or another name between the same two words of a passage that says nearly the same, contradicts. What stands in a name's
place is read by `rivals`.
"""

from collections.abc import Iterator

from compare.fold import STOP, Folded
from compare.relations import Relation
from compare.search import Index, Proposal
from compare.stating.classes import NameClass, class_of, key_words, odd_ones
from compare.stating.found import Found, Sought
from compare.stating.known import is_proper, is_unknown
from compare.stating.rivals import TITLES, is_variant, renamed_in, rivals_of
from compare.stating.seen import seen_of
from compare.wordings.stated import root, roots

__all__ = ["TITLES", "read_names"]

SPEAKS = 0.35
"""The share from which a passage is read for another name."""
CLOSE = 0.85
"""The share from which a passage says nearly the same, so that even another first name counts."""
ODD, ODD_UNHEARD = 0.5, 0.38
"""The share from which another name of its kind contradicts, and the share for one the sources know nowhere."""
SMALL_LETTERS = 0.5
"""What a part of a name counts that a passage writes in small letters."""


def read_names(sought: Sought, sentence: Folded, proposal: Proposal, index: Index) -> Iterator[Found]:
    """The asserted name in a passage, or the one that stands in its place."""
    words = sentence.words
    run = _telling(sought, sentence, index)
    if not run:
        return
    here = roots(proposal.entry.stems)
    missing = [i for i in run if root(words[i].stem) not in here]
    if run[-1] not in missing:
        renamed = any(renamed_in(words, run, missing, proposal.entry.folded))
        if not renamed:
            yield from _same(words[run[-1]].stem, bool(missing), proposal)
        if not renamed or proposal.share < CLOSE:
            return
    if proposal.share >= SPEAKS:
        yield from _rivals(sought, sentence, run, missing, proposal, index)


def read_odd(sought: Sought, sentence: Folded, proposal: Proposal, index: Index) -> Iterator[Found]:
    """The one name of its kind in a passage that holds enough of the sentence, but neither there nor nearby the asserted one."""
    words, folded = sought.assertion.words, proposal.entry.folded
    kind = class_of(sentence, words)
    if kind is None or proposal.share < ODD_UNHEARD:
        return
    unheard = all(is_unknown(sentence.words[i], sentence.text, index) for i in key_words(sentence, words, kind))
    if proposal.share < ODD and not unheard:
        return
    for start, end in odd_ones(sentence, words, folded, seen_of(index).near(proposal.entry)):
        said = folded.text[start:end]
        if not is_variant(sought.words, said):
            yield Found(proposal, start, end, said, Relation.OTHER, max(ODD, proposal.share))


def _telling(sought: Sought, sentence: Folded, index: Index) -> list[int]:
    """The words of a name by which a passage may know it; of an organisation those that tell it from others of its kind."""
    words, whole = sentence.words, sought.assertion.words
    run = [i for i in whole if words[i].form not in STOP and len(words[i].form) > 1]
    run = [i for i in run if i or words[0].form in TITLES or is_proper(words[0].stem, index)] or run
    if class_of(sentence, whole) is NameClass.ORGANISATION:
        return list(key_words(sentence, whole, NameClass.ORGANISATION)) or run
    return run


def _rivals(
    sought: Sought, sentence: Folded, run: list[int], missing: list[int], proposal: Proposal, index: Index
) -> Iterator[Found]:
    """The names that stand in the place of the asserted one."""
    folded = proposal.entry.folded
    known = {root(word.stem) for word in sentence.words}
    for start, end, weight in rivals_of(sought, sentence, run, missing, folded, known):
        said = folded.text[start:end]
        opening = folded.words[0]
        opens = opening.start == start and opening.end == end and not is_proper(opening.stem, index)
        if not opens and not is_variant(sought.words, said):
            weight = 1.0 if proposal.share >= CLOSE else weight
            yield Found(proposal, start, end, said, Relation.OTHER, proposal.share * weight)


def _same(stem: str, in_part: bool, proposal: Proposal) -> Iterator[Found]:
    """The last word of a name where a passage first holds it; in small letters it is hardly the name it is a part of."""
    folded = proposal.entry.folded
    at = next((word for word in folded.words if root(word.stem) == root(stem)), None)
    if at:
        sure = SMALL_LETTERS if in_part and folded.text[at.start].islower() else 1.0
        said = folded.text[at.start : at.end]
        yield Found(proposal, at.start, at.end, said, Relation.SAME, proposal.share * sure)
