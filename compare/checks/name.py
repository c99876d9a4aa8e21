"""Does the passage spell the claim's name as the claim does?

Read, for names without curated positions: the words of the passage that are the name, or are written almost like it. It agrees
when the spelling is the same, accents and case aside; another spelling of the same name ("Dostlug" for "Dostluk") contradicts.

Not read: another name altogether; give positions for names that sources call differently.
Cannot see: that two people or places merely have similar names.
"""

from rapidfuzz import fuzz

from claims.model import Kind
from compare.fold import Folded
from compare.model import Answer, Stance
from compare.question import Question
from compare.search import Proposal

CODE = "SRC202"
NAME = "name"
KINDS = (Kind.NAME,)
ALIKE = 80.0
"""The least likeness (0 to 100) of a capitalised word to be another spelling of the name's."""


def read(question: Question, proposal: Proposal) -> Answer | None:
    """The stance of the passage's spelling."""
    if question.claim.positions or not question.name:
        return None
    folded = proposal.entry.folded
    spans = [_nearest_spelling(form, folded) for form in question.name]
    if not spans or any(span is None for span in spans):
        return None
    found = [span for span in spans if span is not None]
    written = " ".join(folded.text[folded.words[i].start : folded.words[i].end] for i in found)
    start, end = folded.span(min(found), max(found))
    if tuple(folded.words[i].form for i in found) == question.name:
        return Answer(Stance.SUPPORTS, written, f"says {written}", start, end)
    said = " ".join(word.capitalize() for word in question.name)
    return Answer(Stance.CONTRADICTS, written, f"spells it {written}, the claim says {said}", start, end)


def _nearest_spelling(form: str, folded: Folded) -> int | None:
    """The word that is `form`, or else the capitalised one most like it that begins with the same letter."""
    exact = next((i for i, word in enumerate(folded.words) if word.form == form), None)
    if exact is not None:
        return exact
    alike = [
        (fuzz.ratio(form, word.form), -i)
        for i, word in enumerate(folded.words)
        if folded.text[word.start].isupper() and word.form[0] == form[0] and abs(len(word.form) - len(form)) <= 2
    ]
    score, place = max(alike, default=(0.0, 0))
    return -place if score >= ALIKE and len(form) > 3 else None
