"""Names: whether the passages that speak to a sentence name the same, or another in the same place.

A title and a first name are aside: "President Aliyev" and "Ilham Aliyev" are one. Another surname behind the same title or first
name, or another name between the same two words of a passage that says nearly the same, contradicts. What stands in a name's
place is read by `rivals`.
"""

from collections.abc import Iterable, Iterator, Sequence

from compare.facts.stated import root, roots
from compare.fold import STOP, Folded
from compare.search.index import Index, Proposal
from compare.stating.class_in_corpus import class_of
from compare.stating.classes import ORGANISATIONS, NameClass, key_words
from compare.stating.corpus_view import view_of
from compare.stating.found import Found, Sought
from compare.stating.known import is_proper, is_unknown
from compare.stating.names_by_kind import names_in_place
from compare.stating.rivals import TITLES, is_variant, renamed_in, rivals_of
from compare.values.relations import Relation
from seeds.model import PassageKind

__all__ = ["TITLES", "read_names"]

SPEAKS = 0.35
"""The share of a sentence from which a passage is read for another name, or its list for another member."""
CLOSE = 0.85
"""The share from which a passage says nearly the same, so that even another first name counts."""
APART = (PassageKind.FOOTNOTE, PassageKind.ROW)
"""Passages whose names stand in the place of no other: a row of a table names another thing than the next."""
BY_KIND, BY_KIND_UNHEARD = 0.5, 0.38
"""The share from which another name of its kind contradicts, and the share for one the sources know nowhere."""
BY_KIND_COUNTRY = 0.6
"""The same share for a country: more is said of several at once."""
INCLUDING = frozenset("include includes included including among like".split())
NEAR = 5
"""How many words before a name such a word stands."""
IN_PART = 0.5
"""What a name counts of which a passage holds all but the word for its kind, or a part in small letters."""


def read_names(sought: Sought, sentence: Folded, proposals: Iterable[Proposal], index: Index) -> Iterator[Found]:
    """The asserted name in the passages, or the one that stands in its place."""
    run = _telling(sought, sentence, index)
    for proposal in proposals if run else ():
        yield from _in_passage(sought, sentence, run, proposal, index)


def _in_passage(sought: Sought, sentence: Folded, run: list[int], proposal: Proposal, index: Index) -> Iterator[Found]:
    words = sentence.words
    here = roots(proposal.entry.stems)
    missing = [i for i in run if root(words[i].stem) not in here]
    if run[-1] not in missing:
        renamed = any(renamed_in(words, run, missing, proposal.entry.folded))
        if not renamed:
            whole = all(root(words[i].stem) in here for i in sought.assertion.words if words[i].form in ORGANISATIONS)
            yield from _same(words[run[-1]].stem, bool(missing), proposal, 1.0 if whole else IN_PART)
        if not renamed or proposal.share < CLOSE:
            return
    if proposal.share >= SPEAKS:
        yield from _rivals(sought, sentence, run, missing, proposal, index)


def read_names_by_kind(
    sought: Sought, sentence: Folded, proposals: Iterable[Proposal], index: Index
) -> Iterator[Found]:
    """The one name of its kind in passages that hold enough of the sentence, but neither there nor nearby the asserted one."""
    words, view = sought.assertion.words, view_of(index)
    kind = class_of(sentence, words, index)
    if kind is None or _is_one_of_several(sentence, words):
        return
    unheard = all(is_unknown(sentence.words[i], sentence.text, index) for i in key_words(sentence, words, kind))
    least = BY_KIND_COUNTRY if kind is NameClass.COUNTRY else BY_KIND_UNHEARD if unheard else BY_KIND
    for p in (p for p in proposals if p.share >= least and p.entry.passage.kind not in APART):
        near = view.here(view.number(p.entry)) if kind is NameClass.COUNTRY else view.near(p.entry)
        for start, end in names_in_place(sentence, words, p.entry.folded, near, sought.anchors, index):
            said = p.entry.folded.text[start:end]
            if not is_variant(sought.words, said):
                yield Found(p, start, end, said, Relation.OTHER, p.share)


def _is_one_of_several(sentence: Folded, run: Sequence[int]) -> bool:
    """True for a name told as one of several ("include that of Marl"), beside which others may stand."""
    return any(word.form in INCLUDING for word in sentence.words[max(0, run[0] - NEAR) : run[0]])


def _telling(sought: Sought, sentence: Folded, index: Index) -> list[int]:
    """The words of a name by which a passage may know it; of an organisation those that tell it from others of its kind."""
    words, whole = sentence.words, sought.assertion.words
    run = [i for i in whole if words[i].form not in STOP and len(words[i].form) > 1]
    run = [i for i in run if i or words[0].form in TITLES or is_proper(words[0].stem, index)] or run
    if class_of(sentence, whole, index) is NameClass.ORGANISATION:
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


def _same(stem: str, in_part: bool, proposal: Proposal, weight: float) -> Iterator[Found]:
    """The last word of a name where a passage first holds it; in small letters it is hardly the name it is a part of."""
    folded = proposal.entry.folded
    at = next((word for word in folded.words if root(word.stem) == root(stem)), None)
    if at:
        sure = IN_PART if in_part and folded.text[at.start].islower() else 1.0
        said = folded.text[at.start : at.end]
        yield Found(proposal, at.start, at.end, said, Relation.SAME, proposal.share * sure * weight)
