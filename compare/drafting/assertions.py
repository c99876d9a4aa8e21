"""The dates, figures, names and wording of a draft's sentences, each with what the sources say.

A finding is made of what the engine of free statements (`compare.stating.statements`) assesses; this module decides what of it is told.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from compare.checks.unread import CODE as UNREAD
from compare.drafting.model import Finding, Stance, they_differ
from compare.drafting.paragraphs import Paragraph
from compare.evidence.basis import Weighed
from compare.evidence.place import Place
from compare.fold import STOP, fold
from compare.search.index import Index
from compare.stating.assertions import AssertionKind
from compare.stating.statements import Assessed, Outcome, check_statement
from seeds.model import PassageKind, Span

CODES = {
    AssertionKind.DATE: "SRC101",
    AssertionKind.AMOUNT: "SRC102",
    AssertionKind.NUMBER: "SRC102",
    AssertionKind.SERIES: "SRC102",
    AssertionKind.ANSWER: "SRC301",
    AssertionKind.NAME: "SRC202",
    AssertionKind.WORDING: "SRC302",
}
"""The check of each kind of assertion."""
REFERENCE = re.compile(
    r"\b(?:accessed|retrieved)\b(?: on)?:? *(?:\w+,? ){0,2}\d|\(\+\d+ |https?://|\bwww\.|\bdoi:", re.IGNORECASE
)
"""What stands in a reference to a publication."""
CITED = Weighed("it stands in a reference to a publication, which asserts nothing of events")
ALONE = Weighed("it is all that the heading says")
QUOTED = Weighed("it stands in a quotation that a source holds word for word")
WORDED = {Stance.SUPPORTED: "a source states it", Stance.CONTRADICTED: "a source states it otherwise"}
"""What is said of the wording of a sentence, of which no source gives a value."""


def check_assertions(
    paragraph: Paragraph, quoted: Sequence[Span], verbatim: Sequence[Place], index: Index
) -> Iterator[Finding]:
    """Every assertion outside the quotations (characters of the paragraph), in order; the wording of a heading asserts nothing.

    verbatim: where the sources hold the quotations word by word; what they say there the draft does not say otherwise.
    """
    heading = paragraph.passages[0].kind is PassageKind.HEADING
    references: dict[Span, bool] = {}
    for assessed in check_statement(paragraph.text, index):
        if heading and assessed.kind is AssertionKind.WORDING:
            continue
        sentence = paragraph.bounds(assessed.start, assessed.end)
        if sentence not in references:
            references[sentence] = _is_reference(paragraph, sentence)
        if references[sentence]:
            assessed = replace(assessed, stance=Outcome.NOT_CHECKABLE, value="", evidence=(), weighed=CITED)
        if heading and _is_all(paragraph.text, (assessed.start, assessed.end)):
            assessed = replace(assessed, stance=Outcome.NOT_CHECKABLE, value="", evidence=(), weighed=ALONE)
        if _is_quoted(assessed, verbatim):
            assessed = replace(assessed, stance=Outcome.NOT_CHECKABLE, value="", evidence=(), weighed=QUOTED)
        if not any(start <= assessed.start and assessed.end <= end for start, end in quoted):
            yield _finding(assessed, paragraph)


def _is_all(text: str, words: Span) -> bool:
    """True where a text has no other word that carries meaning."""
    start, end = words
    return not any(w.form not in STOP and not start <= w.start < end for w in fold(text).words)


def _is_quoted(assessed: Assessed, verbatim: Sequence[Place]) -> bool:
    """True for wording that is contradicted only by the words of a quotation that the source holds as the draft gives it."""
    worded = assessed.kind is AssertionKind.WORDING and assessed.stance is Outcome.CONTRADICTED
    return worded and bool(verbatim) and all(any(_inside(place, v) for v in verbatim) for place in assessed.evidence)


def _inside(place: Place, quotation: Place) -> bool:
    (start, end), (first, last) = place.focus, quotation.focus
    return place.document is quotation.document and first <= start and end <= last


def _is_reference(paragraph: Paragraph, sentence: Span) -> bool:
    """True in a sentence that names a publication with the day it was read, or holds an address: it asserts nothing of events."""
    return bool(REFERENCE.search(paragraph.text[slice(*sentence)]))


def _finding(assessed: Assessed, paragraph: Paragraph) -> Finding:
    stance = Stance(assessed.stance)
    start, end = paragraph.place(assessed.start, assessed.end)
    whole = stance is Stance.NOT_CHECKABLE and assessed.kind is AssertionKind.WORDING
    code = UNREAD if whole else CODES[assessed.kind]
    words = paragraph.text[assessed.start : assessed.end]
    places = assessed.evidence
    if stance in (Stance.CONTRADICTED, Stance.SUPPORTED):
        places = tuple(place for place in places if place.value == assessed.value)
    return Finding(
        code,
        stance,
        start,
        end,
        paragraph.sentence(start),
        _message(assessed, words, stance),
        assessed.value,
        places,
        weighed=assessed.weighed,
    )


def _message(assessed: Assessed, words: str, stance: Stance) -> str:
    if stance is Stance.DISPUTED:
        return they_differ(assessed.evidence)
    if assessed.kind is AssertionKind.WORDING and stance in WORDED:
        return WORDED[stance]
    if stance in (Stance.CONTRADICTED, Stance.SUPPORTED):
        return f"the sources say {assessed.value}"
    if stance is Stance.NOT_FOUND:
        return f"no source gives “{words}” here"
    why = assessed.weighed.rule if assessed.weighed else ""
    what = "this sentence" if assessed.kind is AssertionKind.WORDING else f"“{words}”"
    return f"{what} could not be checked: {why}"
