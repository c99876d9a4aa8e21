"""What of a draft was and was not checked: every sentence with what came of it, and the counts."""

from bisect import bisect_left
from collections import Counter
from collections.abc import Sequence

from compare.drafting.model import Coverage, Finding, Looked, Outlook, Stance
from compare.drafting.paragraphs import Paragraph
from seeds.model import Document, Passage, PassageKind

ASKS = ("?", "?”", '?"', "?’", "?)")
LEFT_OUT = "left out: no prose (a running head, an address, a list of links)"
REASONS = {
    Outlook.CHECKED: "",
    Outlook.NOT_CHECKABLE: "none of its facts could be checked",
}


def look_over(document: Document, paragraphs: Sequence[Paragraph], facts: Sequence[Finding]) -> tuple[Looked, ...]:
    """All sentences of a draft in order, those left out as no prose among them, each with what came of it. facts: as they stand."""
    inside = {id(passage) for paragraph in paragraphs for passage in paragraph.passages}
    starts = [fact.start for fact in facts]
    longest = max((fact.end - fact.start for fact in facts), default=0)

    def near(passage: Passage) -> Sequence[Finding]:
        start, end = passage.whole
        return facts[bisect_left(starts, start - longest) : bisect_left(starts, end)]

    return tuple(
        _looked(passage, near(passage)) if id(passage) in inside else Looked(passage.whole, Outlook.LEFT_OUT, LEFT_OUT)
        for passage in document.passages
        if passage.text.strip()
    )


def cover(looked: Sequence[Looked], facts: Sequence[Finding], skipped: int) -> Coverage:
    """The counts. skipped: characters of the draft that are no prose."""
    outlooks = Counter(sentence.outlook for sentence in looked)
    count = Counter(fact.stance for fact in facts)
    outcomes = tuple((stance, count[stance]) for stance in Stance)
    sentences = len(looked) - outlooks[Outlook.LEFT_OUT]
    unasserting = outlooks[Outlook.ASSERTS_NOTHING]
    return Coverage(sentences, outlooks[Outlook.CHECKED], unasserting, len(facts), outcomes, skipped)


def _looked(passage: Passage, facts: Sequence[Finding]) -> Looked:
    """What came of a sentence: of the facts that stand in it, also of a quotation that began before it."""
    start, end = passage.whole
    own = [fact for fact in facts if fact.start < end and start < fact.end]
    if not own:
        return Looked(passage.whole, Outlook.ASSERTS_NOTHING, _why_nothing(passage))
    checked = any(fact.stance is not Stance.NOT_CHECKABLE for fact in own)
    outlook = Outlook.CHECKED if checked else Outlook.NOT_CHECKABLE
    return Looked(passage.whole, outlook, REASONS[outlook])


def _why_nothing(passage: Passage) -> str:
    if passage.kind is PassageKind.HEADING:
        return "a heading without a date, figure, name or quotation"
    if passage.text.rstrip().endswith(ASKS):
        return "a question"
    return "nothing in it to look up"
