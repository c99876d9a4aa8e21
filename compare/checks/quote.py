"""Does the source hold the claim's quoted words?

Read: the place where the words stand, over sentence ends too. It agrees when they stand there verbatim: line breaks, hyphens
at line ends, footnote marks, quote styles, dashes, capitals, spelling variants and misread characters of a bad scan are no
changes; an ellipsis stands for any words, words in square brackets for a few. It contradicts when a few words were changed,
added or left out, and says which; any other figure, name or negation is such a change.

Not read: a paraphrase or indirect speech ("they would never" for "we shall never"). Cannot see: who spoke; and a quotation
cut so that its sense changes.
"""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace

from claims.model import Kind
from compare.asked_claim import Question
from compare.attribution import speaker
from compare.basis import Basis, Passed
from compare.fold import STOP, fold
from compare.folded_passage import Entry, join
from compare.model import Answer, Stance
from compare.quotes import Found, find_quote
from compare.relations import Relation
from compare.search import Proposal
from compare.text.frames import frames_of
from compare.text.sentence import sentence_of
from seeds.model import Passage, PassageKind

CODE = "SRC201"
NAME = "quotation"
KINDS = (Kind.QUOTE,)
ELLIPSIS = re.compile(r"…|\.\s?\.\s?\.")
OPENED = re.compile(r"[“\"‘'][^\w]*$")
"""A quotation mark right before the quoted words: nothing was left out before them."""
NOTES = frozenset({PassageKind.FOOTNOTE})
TEXT = frozenset(PassageKind) - {PassageKind.FOOTNOTE, PassageKind.BOILERPLATE}


def read(question: Question, proposal: Proposal) -> Answer | Passed:
    """The stance of the passage, with the two behind it and the one before it, towards the quotation."""
    changed: list[Found] = []
    for found in _found(question.quote, proposal):
        if not found.changes:
            against = _left_out(question, proposal, found) or _other_speaker(question, proposal, found)
            return _based(against or _answer(found), question)
        changed.append(found)
    if not changed:
        return Passed("the quoted words do not stand in it, nor words nearly like them")
    return _based(_answer(min(changed, key=lambda found: len(found.changes))), question)


def _based(answer: Answer, question: Question) -> Answer:
    relation = Relation.SAME if answer.stance is Stance.SUPPORTS else Relation.OTHER
    return replace(answer, basis=Basis(question.quote, values=relation))


def _left_out(question: Question, proposal: Proposal, found: Found) -> Answer | None:
    """Against a quotation that leaves out the denial of its words, under an ellipsis or before its first word."""
    text = _text((proposal.entry, *proposal.following))
    opened = bool(OPENED.search(text[: found.start]))
    if opened and not ELLIPSIS.search(question.quote):
        return None
    passage = sentence_of(text)
    kept = Counter(word.form for word in fold(question.quote).words)
    inside = [i for i, word in enumerate(passage.folded.words) if found.start <= word.start < found.end]
    for i in inside:
        frame = frames_of(passage)[i]
        if i not in passage.verbs or not frame.denied or frame.at is None or not kept[passage.form(i)]:
            continue
        if (frame.at in inside and not kept[passage.form(frame.at)]) or (frame.at < inside[0] and not opened):
            denial = passage.form(frame.at)
            said = f"altered: leaves out “{denial}”"
            return Answer(Stance.CONTRADICTS, said, f"says “{denial}” before what is quoted", found.start, found.end)
    return None


def _other_speaker(question: Question, proposal: Proposal, found: Found) -> Answer | None:
    """Against a quotation that the passage gives to somebody whom the claim does not name, while it names another."""
    entry = proposal.entry
    who = speaker(entry.folded, found.start, found.end) if found.end <= len(entry.passage.text) else ""
    outside = set(fold(question.claim.statement.replace(question.quote, " ")).stems)
    named = {word.stem for word in fold(who).words if word.form not in STOP}
    sentence = question.statement.sentence
    people = [
        run for run in sentence.runs if sentence.folded.words[run[-1]].stem not in set(fold(question.quote).stems)
    ]
    if not who or not people or named & outside:
        return None
    return Answer(Stance.CONTRADICTS, f"said by {who}", f"gives the words to {who}", found.start, found.end)


def _found(quote: str, proposal: Proposal) -> Iterator[Found]:
    """The quotation where it begins in the passage, else the part of it in the passage that runs on from the one before."""
    entries = (proposal.entry, *proposal.following)
    length = len(proposal.entry.passage.text)
    for many in range(1, len(entries) + 1):
        found = find_quote(quote, _text(entries[:many]))
        if found and found.start < length:
            yield found
    before = _before(proposal.entry)
    if before:
        shift = len(before.text) + 1
        found = find_quote(quote, f"{before.text} {_text(entries)}")
        if found and not found.changes and found.start < shift < found.end:
            yield Found(0, found.end - shift, ())


def _text(entries: Sequence[Entry]) -> str:
    return join(entries).passage.text


def _before(entry: Entry) -> Passage | None:
    """The passage before; before running text none of a footnote."""
    kinds = NOTES if entry.passage.kind in NOTES else TEXT
    earlier = [p for p in entry.document.passages if p.kind in kinds and p.spans < entry.passage.spans]
    return earlier[-1] if earlier else None


def _answer(found: Found) -> Answer:
    if not found.changes:
        return Answer(Stance.SUPPORTS, "verbatim", "gives the words verbatim", found.start, found.end)
    what = say_changes(found.changes)
    return Answer(Stance.CONTRADICTS, f"altered: {what}", f"gives other words: {what}", found.start, found.end)


def say_changes(changes: Sequence[tuple[str, str]]) -> str:
    """The first few changes in words: what the text has in place of the quoted words."""
    return "; ".join(_say(old, new) for old, new in changes[:4])


def _say(old: str, new: str) -> str:
    if not old:
        return f"adds “{new}”"
    return f"“{new}” for “{old}”" if new else f"lacks “{old}”"
