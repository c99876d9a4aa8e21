"""Binding: which of several values in a passage belongs to the claim's words, and whether the passage is about them at all.

"Appears somewhere in the sentence" is not support. The value is read that stands nearest to the words the claim and the
passage share, the words of the claim's terms counting most; a comma, dash or bracket between counts as several words, and a
value binds more to what stands before it ("was signed in 1992") than to what follows.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterator, Sequence

from claims.values import Amount, Reading
from compare.facts.asked_claim import Question
from compare.facts.cells import answering
from compare.facts.lifespans import is_of_life
from compare.facts.stated import holds_names, name_stems, root, roots
from compare.fold import Folded, content_stems, fold
from compare.relate.governing import verb_of
from compare.relate.links import Likeness, links_of
from compare.search.index import Proposal
from compare.text.sentence import sentence_of
from compare.values.relations import Relation
from compare.weights import WEIGHTS

RELATIVE = frozenset("which who whom whose that".split())
"""Words that open a clause about something only named in the clause before."""


def is_about(question: Question, proposal: Proposal, relation: Relation, slip: bool = False) -> bool:
    """True when a passage is enough about the claim for a value with this relation to count.

    Without terms, a value contradicts only where the passage holds the claim's names as well. slip: it is the claim's own but for a
    slip of the pen, which is hardly there by chance.
    """
    if proposal.term or relation is not Relation.OTHER:
        return True
    if proposal.entry.passage.row:
        return _is_of(question, proposal)
    if slip:
        return True
    total = sum(question.subject.values())
    held = sum(weight for stem, weight in question.subject.items() if stem in proposal.entry.stems)
    return held >= WEIGHTS.other_value_share * total > 0 and holds_names(question, proposal.entry)


def _is_of(question: Question, proposal: Proposal) -> bool:
    """True for a table row that holds the claim's names, with what stands over and around the table and the source's title."""
    entry = proposal.entry
    title = content_stems(fold(entry.document.source.title))
    held = roots(entry.stems | entry.context | frozenset(title))
    return all(root(stem) in held for stem in name_stems(question))


def is_near(question: Question, proposal: Proposal, reading: Reading) -> bool:
    """True when a word of the claim that is no name stands in the clause of a value or a neighbouring one.

    A clause that "which" or the like opens is no neighbour: "they signed protocols in 2009, which aimed to open the border" dates
    no opening. With terms, which bind by themselves, always true.
    """
    folded = proposal.entry.folded
    inside = {i for i, word in enumerate(folded.words) if reading.start <= word.start < reading.end}
    if proposal.term or not inside or proposal.entry.passage.row or is_of_life(proposal.entry, reading):
        return True
    own = {folded.clauses[i] for i in inside}
    near = own | {clause for clause in (min(own) - 1, max(own) + 1) if not _is_relative(folded, clause)}
    asked = roots(frozenset(question.words) - name_stems(question)) or roots(frozenset(question.words))
    words = (word for i, word in enumerate(folded.words) if folded.clauses[i] in near and i not in inside)
    return any(root(word.stem) in asked for word in words)


def _is_relative(folded: Folded, clause: int) -> bool:
    first = next((word for i, word in enumerate(folded.words) if folded.clauses[i] == clause), None)
    return first is not None and first.form in RELATIVE


def nearest(
    readings: Sequence[Reading],
    question: Question,
    proposal: Proposal,
    agrees: Callable[[Reading], bool] = lambda reading: False,
) -> Reading | None:
    """The reading nearest to the claim's words, one that agrees where several are about as near; None without readings.

    Of a table row the value in the cell that the claim asks for.
    """
    if (row := proposal.entry.passage.row) is not None:
        cell = answering(readings, content_stems(question.folded), row, agrees)
        return next((reading for reading in cell if agrees(reading)), next(iter(cell), None))
    if len(readings) < 2:
        return readings[0] if readings else None
    alike = list(_governed_alike(readings, question, proposal))
    if isinstance(question.value, Amount) and any(map(agrees, readings)) and not any(map(agrees, alike)):
        alike = []  # a part of what the verb has: "invested $19 billion, of which $1.5 billion outside oil"
    readings = list(_governed(readings, proposal)) or alike or readings
    anchors = list(_anchors(question, proposal))
    pulls = {reading: _pull(reading, anchors, proposal.entry.folded, readings) for reading in readings}
    strongest = max(pulls.values())
    even = [reading for reading in readings if agrees(reading) and pulls[reading] >= WEIGHTS.even_pull * strongest]
    return max(even or readings, key=lambda reading: (pulls[reading], -reading.start))


def _governed(readings: Sequence[Reading], proposal: Proposal) -> Iterator[Reading]:
    """The readings that belong to a verb which the claim's terms matched ("sailed in 1838 and returned in 1839")."""
    if proposal.term is None:
        return
    sentence, fixed = sentence_of(proposal.entry.passage.text), set(proposal.term.words)
    verbs = fixed.intersection(sentence.verbs)
    yield from (reading for reading in readings if verb_of(sentence, (reading.start, reading.end)) in verbs)


def _governed_alike(readings: Sequence[Reading], question: Question, proposal: Proposal) -> Iterator[Reading]:
    """Without terms, the readings of the verb that has the statement's value ("left in June and arrived on 24 July")."""
    values = [r for r in (*question.statement.dates, *question.statement.amounts) if r.value == question.value]
    if proposal.term is not None or not values:
        return
    mine, theirs = question.statement.sentence, sentence_of(proposal.entry.passage.text)
    verb = verb_of(mine, (values[0].start, values[0].end))
    if verb is None:
        return
    link = links_of(mine, theirs, frozenset(), frozenset()).get(verb)
    if link is not None and link.likeness > Likeness.CONVERSE:
        yield from (reading for reading in readings if verb_of(theirs, (reading.start, reading.end)) in link.places)


def _anchors(question: Question, proposal: Proposal) -> Iterator[tuple[int, float]]:
    """Words of the passage that belong to the claim, each with its weight."""
    fixed = set(proposal.term.words) if proposal.term else set()
    for i in fixed:
        yield i, WEIGHTS.terms / len(fixed)
    for stem, weight in question.subject.items():
        places = [i for i in proposal.entry.folded.at.get(stem, ()) if i not in fixed]
        yield from ((i, weight / len(places)) for i in places)


def _pull(reading: Reading, anchors: Sequence[tuple[int, float]], folded: Folded, others: Sequence[Reading]) -> float:
    """How strongly the claim's words draw a reading: their weights, each divided by its distance in words.

    The words of the other values are no distance: "in 1998 and 2004" both stand right behind "in".
    """
    starts = [word.start for word in folded.words]
    skipped = sorted(
        i for r in others if r is not reading for i in range(bisect_left(starts, r.start), bisect_left(starts, r.end))
    )
    first = bisect_left(starts, reading.start)
    last = max(first, bisect_left(starts, reading.end) - 1)
    total = 0.0
    for i, weight in anchors:
        away = float(first - i if i < first else max(0, i - last))
        away -= max(0, bisect_left(skipped, max(i, first)) - bisect_right(skipped, min(i, last)))
        edge = first if i < first else last
        if edge < len(folded.words):
            away += WEIGHTS.clause_mark * abs(folded.clauses[edge] - folded.clauses[i])
        total += weight / (1 + away)
    return total
