"""Does the source hold the claim's quoted words?

Read: the place where the words stand, over sentence ends too. It agrees when they stand there verbatim: line breaks, hyphens
at line ends, footnote marks, quote styles, dashes, capitals, spelling variants and misread characters of a bad scan are no
changes; an ellipsis stands for any words, words in square brackets for a few. It contradicts when a few words were changed,
added or left out, and says which; any other figure, name or negation is such a change. An ellipsis may not leave out the denial of
what is kept, nor join what two speakers said, or one at two times.

Not read: a paraphrase or indirect speech ("they would never" for "we shall never"); a claim that
quotes no words, which SRC302 reads. Cannot see: who spoke; and a quotation
cut so that its sense changes.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from claims.model import Kind
from compare.evidence.basis import Basis, Passed
from compare.evidence.model import Answer, Stance
from compare.facts.asked_claim import Question
from compare.facts.folded_passage import Entry, join
from compare.fold import fold
from compare.search.index import Proposal
from compare.text.attribution import QUOTING, is_speaker, speaker
from compare.values.quotes import Found, find_quote
from compare.values.quoting.omissions import fault_of
from compare.values.relations import Relation
from seeds.model import Passage, PassageKind

CODE = "SRC201"
NAME = "quotation"
KINDS = (Kind.QUOTE,)
NOTES = frozenset({PassageKind.FOOTNOTE})
TEXT = frozenset(PassageKind) - {PassageKind.FOOTNOTE, PassageKind.BOILERPLATE}


def read(question: Question, proposal: Proposal) -> Answer | Passed:
    """The stance of the passage, with the two behind it and the one before it, towards the quotation."""
    if not question.quote:
        return Passed("the claim quotes nothing: its wording is read")
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
    """Against a quotation that leaves out the denial of its words, or what tells two speakers apart."""
    fault = fault_of(question.quote, _text((proposal.entry, *proposal.following)), found)
    if not fault:
        return None
    return Answer(Stance.CONTRADICTS, f"altered: {fault}", f"the quotation {fault}", found.start, found.end)


def _other_speaker(question: Question, proposal: Proposal, found: Found) -> Answer | None:
    """Against a quotation that the passage gives to somebody whom the claim does not name, while it names another.

    One told by an office alone ("the U.S. official") may be whom the claim names.
    """
    entry = proposal.entry
    who = speaker(entry.folded, found.start, found.end, QUOTING) if found.end <= len(entry.passage.text) else ""
    sentence, quoted = question.statement.sentence, set(fold(question.quote).stems)
    stems = [tuple(sentence.folded.words[i].stem for i in run) for run in sentence.runs]
    people = [run for run in stems if run[-1] not in quoted]
    outside = set(fold(question.claim.statement.replace(question.quote, " ")).stems)
    if (
        not who
        or not who.split()[-1][0].isupper()
        or not people
        or is_speaker(who, people, outside, entry.passage.text)
    ):
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
