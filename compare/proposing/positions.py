"""Positions of a claim about a status or a description: what the passages found say in the place of what the statement says.

Of a passage that speaks of the same thing the first of these is its position: it says the statement's predicate, in the same way or
denied, planned, asked for ...; it says a word that excludes it; it says another thing beside the same verb.
"""

from collections.abc import Iterator, Sequence

from claims.model import Kind, Position
from compare.facts.asked_claim import Question
from compare.facts.folded_passage import Entry
from compare.proposing.called import BESIDE, LONGEST, Taken, called, holds_subject, places_of
from compare.proposing.names import name_positions
from compare.proposing.standing import main_verbs
from compare.relate.held import ON_THE_SPOT, Held
from compare.relate.links import opposed
from compare.text.frames import FACT, OPEN, UNCERTAIN, Frame
from compare.text.groups import preposition_of
from compare.text.sentence import Sentence

NEAR, LEAST = 0.6, 35.0
"""How near a passage's score must come to the best, and what the best must be, for both to speak of one thing."""
LACKING, LACKING_SLOT = 0.5, 0.35
"""What a passage may lack of the rest of a statement, by weight, to say something else of the same; and something else in one place."""


def positions_of(question: Question, found: Sequence[tuple[Entry, float]]) -> tuple[Position, ...]:
    """The positions that passages take, the claim's own first; none where fewer than two are found, or none is the claim's.

    found: the passages proposed for the claim with their scores.
    """
    if question.claim.kind is Kind.NAME:
        return name_positions(question, [entry for entry, _ in found])
    best = max((score for _, score in found), default=0.0)
    if best < LEAST:
        return ()
    every = [(Held(question.statement, entry, question.weigh), score >= NEAR * best) for entry, score in found]
    helds = [held for held, near in every if near]
    predicates = _predicates(question.statement.sentence, helds)
    own, taken = _by_predicate(helds, predicates)
    if question.statement.sentence.complement:
        taken += [t for held, near in every if not near and holds_subject(held) for t in called(held)]
    if len({t.label for t in taken}) < 2 and question.claim.kind is Kind.DESCRIPTION:
        own, taken = _by_slot(helds)
    return _grouped(own, taken)


def _grouped(own: str, taken: Sequence[Taken]) -> tuple[Position, ...]:
    labels = list(dict.fromkeys(t.label for t in taken))
    if len(labels) < 2 or own not in labels:
        return ()
    order = [own, *(label for label in labels if label != own)]
    return tuple(Position(label, tuple(dict.fromkeys(t.pattern for t in taken if t.label == label))) for label in order)


def _predicates(mine: Sentence, helds: Sequence[Held]) -> tuple[int, ...]:
    """The words of the statement that say what is so: the verbs of its main clauses, and its complement."""
    if not helds:
        return ()
    told = {*main_verbs(mine), *mine.complement}.intersection(mine.content) - mine.named - helds[0].statement.valued
    return tuple(i for i in sorted(told) if not _is_bound(mine, i))


def _is_bound(sentence: Sentence, i: int) -> bool:
    """True for a participle that a hyphen binds to a noun ("fixed-price")."""
    text, word = sentence.folded.text, sentence.folded.words[i]
    return text[word.end : word.end + 1] == "-"


def _by_predicate(helds: Sequence[Held], predicates: Sequence[int]) -> tuple[str, list[Taken]]:
    """The claim's own label, and the positions of the passages by how they say the predicate or what excludes it."""
    if not predicates:
        return "", []
    at = next((i for i in reversed(predicates) if any(places_of(held, i) for held in helds)), predicates[-1])
    own = _label(helds[0].mine.form(at), helds[0].frames[0][at])
    return own, [taken for held in helds for taken in _said(held, at)]


def _said(held: Held, at: int) -> Iterator[Taken]:
    """How a passage says word `at` of the statement; a word that excludes it, where the passage holds that instead."""
    mine, theirs, frames = held.mine, held.theirs, held.frames[1]
    for j in places_of(held, at)[:1]:
        frame = frames[j] if j in theirs.verbs or 0 < j - (frames[j].at or 0) <= ON_THE_SPOT else FACT
        if frame.mode in UNCERTAIN | OPEN or (frame != held.frames[0][at] and held.gap((at,)) > LACKING):
            return
        yield Taken(_label(mine.form(at), frame), _framed(theirs, j, frame))
        return
    for ours, others in opposed(mine, theirs):
        if at in ours and others and held.gap(ours) <= LACKING:
            words = " ".join(theirs.form(j) for j in others)
            yield Taken(words, words)
            return
    if at in mine.complement:
        yield from called(held)


def _preposition(sentence: Sentence, i: int) -> str:
    at = preposition_of(sentence, i)
    return "" if at is None else sentence.form(at)


def _label(word: str, frame: Frame) -> str:
    told = ("not " if frame.denied else "") + word
    return f"{told} ({frame.mode})" if frame.mode else told


def _framed(sentence: Sentence, j: int, frame: Frame) -> str:
    """A pattern of a word with the word that sets how it is said, where one does."""
    if frame.at is None or frame.at == j:
        return sentence.form(j)
    first, last = sorted((j, frame.at))
    gap = " " if last - first <= BESIDE else " * "
    return f"{sentence.form(first)}{gap}{sentence.form(last)}"


def _by_slot(helds: Sequence[Held]) -> tuple[str, list[Taken]]:
    """What passages that hold nearly all of the statement say beside a verb where it says a thing that only others of them hold."""
    if len(helds) < 2:
        return "", []
    mine, valued = helds[0].mine, helds[0].statement.valued
    for at in sorted((i for i in mine.content if i not in mine.verbs and i not in valued), reverse=True):
        holding = [held for held in helds if places_of(held, at)]
        verb = max((i for i in mine.verbs if at - BESIDE <= i < at and not _is_bound(mine, i)), default=None)
        if verb is None or not holding or len(holding) == len(helds):
            continue
        sources = {held.entry.document.source.id for held in holding}
        others = [h for h in helds if h not in holding and h.entry.document.source.id not in sources]
        rivals = [taken for h in others if h.gap((at,)) <= LACKING_SLOT for taken in _beside(h, verb, at)]
        if rivals:
            own = mine.form(at)
            return own, [*(Taken(own, h.theirs.form(places_of(h, at)[0])) for h in holding), *rivals]
    return "", []


def _beside(held: Held, verb: int, at: int) -> Iterator[Taken]:
    """The words beside the verb of a passage that stand for nothing in the statement, behind no other preposition than word `at`."""
    theirs, linked = held.theirs, held.linked
    clauses = theirs.folded.clauses
    for j in (j for j in places_of(held, verb) if j in theirs.verbs):
        free = [
            k
            for k in theirs.content
            if k not in linked and k not in theirs.verbs and abs(k - j) <= BESIDE and clauses[k] == clauses[j]
        ]
        if free:
            last = min(free, key=lambda k: (abs(k - j), k))
            if _preposition(theirs, last) not in ("", _preposition(held.mine, at)):
                return
            run = [k for k in free if last - LONGEST < k <= last and all(m in free for m in range(k, last + 1))]
            words = " ".join(theirs.form(k) for k in run)
            yield Taken(words, words)
            return
