"""Which of what sources say disputes a sentence that another source supports.

Such a sentence is accused with more care than one that no source supports: the other passage must say nearly all that it says, of
its value as the sentence does of its own, and both must be sentences. Two figures of one matter are seldom two figures of one thing:
captions ("data as of 11 December"), titles and rows of tables repeat their words with other values.
"""

from collections.abc import Iterator, Sequence

from claims.values import Amount
from compare.facts.asked_claim import Question
from compare.relate.relation import Relation
from compare.relate.values import relate_value
from compare.search.index import Index, lacking_in, share_of
from compare.stating.anchors import anchors_of
from compare.stating.assertions import Assertion
from compare.stating.found import Found
from compare.stating.sentences import Sentence
from compare.text.scalars import places_of_scalars
from compare.text.sentence import sentence_of
from seeds.model import PassageKind

NEARLY = 0.85
"""The share of what a sentence says around a value, or in all, from which a passage says nearly the same;"""
NAMED = 0.75
"""that for a name or a rank, which is told to be in the same place already."""
FEWEST = 3
"""Words around a value that a sentence has at least; fewer say of no one thing what is told."""
STOPS = (".", "!", ".”", '."', ".’", ".)")
OTHERWISE = (Relation.DENIED, Relation.OTHER, Relation.SWAPPED)
"""How a passage relates that says otherwise; one that tells a plan may be of an earlier day."""


def disputing_names(sentence: Sentence, against: Sequence[Found]) -> list[Found]:
    """The other names, or places in a series, in passages that say nearly the same."""
    return [found for found in _stated(sentence, against) if found.strength >= NAMED]


def disputing_wordings(sentence: Sentence, question: Question, against: Sequence[Found], index: Index) -> list[Found]:
    """The passages that say the same otherwise: deny it, say another thing of it, or have it the other way round."""
    said = [f for f in _stated(sentence, against) if f.basis.related and f.basis.related.relation in OTHERWISE]
    return [f for f in said if f.strength >= NEARLY or _has_another_rank(f, question, index)]


def disputing_values(
    assertion: Assertion, sentence: Sentence, question: Question, against: Sequence[Found], index: Index
) -> list[Found]:
    """The other dates or amounts of which passages say nearly what the sentence says of its own."""
    anchors = anchors_of(assertion, sentence, index) if against else {}
    if len(anchors) < FEWEST:
        return []
    near = [f for f in _stated(sentence, against) if share_of(anchors, f.proposal.entry) >= NEARLY]
    return [f for f in near if _is_counted_alike(assertion, f) and _says_the_same(assertion, question, f)]


def _has_another_rank(found: Found, question: Question, index: Index) -> bool:
    """True for a passage that lacks one word of several, and has another rank or score in its place ("third", "fourth")."""
    one = len(lacking_in(question, found.proposal.entry, index)) == 1 and len(question.words) > FEWEST
    return one and bool(places_of_scalars(sentence_of(found.said)))


def _stated(sentence: Sentence, against: Sequence[Found]) -> Iterator[Found]:
    """What stands in sentences, where the sentence is one itself and no title or caption."""
    if sentence.folded.text.rstrip().endswith(STOPS):
        for found in against:
            if found.proposal.entry.passage.kind in (PassageKind.BODY, PassageKind.LIST_ITEM):
                yield found


def _is_counted_alike(assertion: Assertion, found: Found) -> bool:
    """False for a number without a unit beside one that has one: what it counts is told by nothing."""
    theirs = getattr(found.basis.read, "value", None)
    mine = assertion.value
    return not (isinstance(mine, Amount) and isinstance(theirs, Amount)) or bool(mine.unit) is bool(theirs.unit)


def _says_the_same(assertion: Assertion, question: Question, found: Found) -> bool:
    mine, theirs = (assertion.start, assertion.end), (found.start, found.end)
    related = relate_value(question.statement, mine, found.proposal.entry, theirs, question.weigh)
    return related.relation is Relation.SAME
