"""Does the passage spell the claim's name as the claim does?

Read, for names without curated positions: the words of the passage that are the name, or are written almost like it. It agrees
when the spelling is the same, accents and case aside; another spelling of the same name ("Dostlug" for "Dostluk") contradicts,
and is a probable slip when one letter only differs. A name with a number that the passage gives with another word ("907th
Amendment" for "Section 907"), and a title that holds the name's words among others, are less precise.

Not read: another name altogether; give positions for names that sources call differently.
Cannot see: that two people or places merely have similar names.
"""

import re
from itertools import pairwise

from rapidfuzz import fuzz
from rapidfuzz.distance import OSA

from claims.model import Kind
from compare.evidence.basis import Basis, Passed
from compare.evidence.model import Answer, Stance
from compare.facts.asked_claim import Question
from compare.fold import STOP, Folded
from compare.search.index import Proposal
from compare.values.relations import Relation
from compare.weights import WEIGHTS

CODE = "SRC202"
NAME = "name"
KINDS = (Kind.NAME,)
SLIP = 1
"""How many letters may differ in a slip of the pen."""
NEAR = 3
"""How many words on the next word of a name may stand: an initial or a second name between, not another person."""
CALLED = re.compile(r"\b(?:called|named(?!.{0,60}? (?:after|for|in)\b)|titled|entitled|known as)\b")


def read(question: Question, proposal: Proposal) -> Answer | Passed | None:
    """The stance of the passage's spelling."""
    name = name_of(question)
    if question.claim.positions or not name:
        return None
    folded, said = proposal.entry.folded, " ".join(word.capitalize() for word in name)
    spans = [_nearest_spelling(form, folded) for form in name]
    found = [span for span in spans if span is not None]
    if len(found) < len(name):
        return _numbered(name, folded) or Passed(f"not every word of “{said}” stands in it")
    if any(_is_apart(before, after, folded) for before, after in pairwise(found)):
        return Passed(f"the words of “{said}” stand apart in it")
    start, end = folded.span(min(found), max(found))
    written = _written(folded, found)
    if tuple(folded.words[i].form for i in found) != name:
        reason, basis = f"spells it {written}, the claim says {said}", Basis(said, written, Relation.OTHER)
        suspect = _is_slip(name, found, folded)
        return Answer(Stance.CONTRADICTS, written, reason, start, end, suspect=suspect, basis=basis)
    if _is_longer(found, folded):
        title = folded.text[start:end]
        basis = Basis(said, title, Relation.COARSER)
        return Answer(Stance.LESS_PRECISE, title, f"gives a longer form, {title}", start, end, basis=basis)
    basis = Basis(said, written, Relation.SAME)
    return Answer(Stance.SUPPORTS, written, f"says {written}", start, end, basis=basis)


def _is_apart(before: int, after: int, folded: Folded) -> bool:
    """True when two words of a name stand too far apart to be one; but a title may be spelt out between."""
    between = folded.words[before + 1 : after]
    spelt_out = all(folded.text[word.start].isupper() or word.form in STOP for word in between)
    return after <= before or (len(between) >= NEAR and not spelt_out)


def name_of(question: Question) -> tuple[str, ...]:
    """The folded words of the claim's name: the expected ones, else the capitalised words and numbers behind "called"."""
    called = CALLED.search(question.claim.statement)
    if question.claim.expected or called is None:
        return question.name
    name: list[str] = []
    for word in question.folded.words:
        if word.start < called.end():
            continue
        if not question.folded.text[word.start].isupper() and not word.form.isdigit():
            if name or word.form not in STOP:
                break
            continue
        name.append(word.form)
    return tuple(name) or question.name


def _written(folded: Folded, places: list[int]) -> str:
    return " ".join(folded.text[folded.words[i].start : folded.words[i].end] for i in places)


def _is_slip(name: tuple[str, ...], places: list[int], folded: Folded) -> bool:
    return sum(OSA.distance(form, folded.words[i].form) for form, i in zip(name, places, strict=True)) <= SLIP


def _is_longer(places: list[int], folded: Folded) -> bool:
    """True when capitalised words of a title stand between two words of the name, initials and one added word aside."""
    between = [i for a, b in pairwise(places) for i in range(a + 1, b)]
    added = [i for i in between if folded.words[i].form not in STOP]
    titled = all(folded.text[folded.words[i].start].isupper() for i in added)
    return len(added) > 1 and titled and places == sorted(places)


def _numbered(name: tuple[str, ...], folded: Folded) -> Answer | None:
    """A name's number beside another capitalised word than the name's ("907th Amendment")."""
    for i, word in enumerate(folded.words):
        if word.form not in name or not word.form.isdigit() or len(word.form) < 3 or len(name) < 2:
            continue
        behind = folded.words[i + 1] if i + 1 < len(folded.words) else None
        if behind and folded.text[behind.start].isupper() and folded.text[word.end : behind.start] == " ":
            written = folded.text[word.start : behind.end]
            basis = Basis(" ".join(form.capitalize() for form in name), written, Relation.COARSER)
            return Answer(Stance.LESS_PRECISE, written, f"calls it {written}", word.start, behind.end, basis=basis)
    return None


def _nearest_spelling(form: str, folded: Folded) -> int | None:
    """The word that is `form`, or else the capitalised one most like it that begins with the same letter."""
    exact = next((i for i, word in enumerate(folded.words) if word.form == form), None)
    if exact is not None or form.isdigit():
        return exact
    alike = [
        (fuzz.ratio(form, word.form), -i)
        for i, word in enumerate(folded.words)
        if folded.text[word.start].isupper() and word.form[0] == form[0] and abs(len(word.form) - len(form)) <= 2
    ]
    score, place = max(alike, default=(0.0, 0))
    return -place if score >= WEIGHTS.name_likeness and len(form) > 3 else None
