"""A checked draft for the terminal: a line per finding as linters print it, its sentence, and the sources' words below."""

from collections import Counter
from collections.abc import Iterator, Sequence

from compare.drafting.model import CheckedDraft, Finding, Noted, Outlook, Severity, Stance
from compare.evidence.place import Place
from reports.drafts.words import NAMES, checked_of, looked_up, many, problems, shown, title, where
from reports.places import position, unwrap
from reports.printable import printable

UNCHECKED, IDLE = "could not be checked", "asserted nothing to look up"
WIDEST = 160
"""Characters of a sentence or passage that are shown; of a longer one the part around the marked words."""


def to_text(drafts: Sequence[CheckedDraft], sources: str, why: bool = False, all_sentences: bool = False) -> str:
    """Findings, then what was and was not checked. sources: the corpus in words. why: with the trace of every finding.

    all_sentences: those that assert nothing, or were left out, are told one by one.
    """
    lines = [line for draft in drafts for line in _draft(draft, why)]
    lines += [line for draft in drafts if all_sentences for line in _without_facts(draft)]
    return "".join(f"{printable(line)}\n" for line in [*lines, *_summary(drafts, sources)])


def _draft(draft: CheckedDraft, why: bool) -> Iterator[str]:
    for noted in draft.noted:
        if noted.suppression is None:
            yield from _finding(noted, draft, why)
            yield ""
    for suppression, problem in problems(draft):
        at = position(draft.document, suppression.at)
        yield f"{draft.name}:{at.label}: comment `sourcecheck: ignore`: {problem}"
        yield ""


def _without_facts(draft: CheckedDraft) -> Iterator[str]:
    """The sentences in which there was nothing to check, each with why."""
    for sentence in draft.sentences:
        if sentence.outlook in (Outlook.ASSERTS_NOTHING, Outlook.LEFT_OUT):
            at = position(draft.document, sentence.span[0])
            yield f"{draft.name}:{at.label}: not looked up: {sentence.reason}"
            yield f"    {marked(draft.document.text, sentence.span, sentence.span)}"
            yield ""


def _finding(noted: Noted, draft: CheckedDraft, why: bool) -> Iterator[str]:
    finding, document = noted.finding, draft.document
    known = " (known)" if noted.known else ""
    at = position(document, finding.start)
    yield f"{draft.name}:{at.label}: {title(finding)}: {NAMES[finding.stance]}{known}: {finding.message}{_first(finding)}"
    whole = finding.end - finding.start >= finding.sentence[1] - finding.sentence[0] - 2
    yield f"    {marked(document.text, finding.sentence, finding.sentence if whole else (finding.start, finding.end))}"
    yield from _why(finding) if why else ()
    for place in shown(finding):
        yield f"    {where(place)}: {_words(place)}"
        yield from _why(finding, place) if why else ()


def _why(finding: Finding, place: Place | None = None) -> Iterator[str]:
    """The trace of a finding, or of one of its places."""
    from reports.why.text import of_finding, of_place

    return of_place(finding, place) if place else of_finding(finding)


def _first(finding: Finding) -> str:
    if finding.stance is Stance.DISPUTED or not finding.places:
        return ""
    nearest = "" if finding.places[0].value else "nearest: "
    return f" ({nearest}{where(finding.places[0])})"


def _words(place: Place) -> str:
    return marked(
        place.document.text, (place.start, place.end), place.focus if place.value else (place.start, place.end)
    )


def marked(text: str, sentence: tuple[int, int], focus: tuple[int, int]) -> str:
    """A sentence on one line with the words that count in brackets, shortened around them where it is long."""
    (start, end), (a, b) = sentence, (max(focus[0], sentence[0]), min(focus[1], sentence[1]))
    before, middle, after = (unwrap(text[i:j]) for i, j in ((start, a), (a, b), (b, end)))
    spare = max(30, (WIDEST - len(middle)) // 2)
    if len(before) + len(middle) + len(after) > WIDEST:
        before = f"… {before[-spare:].partition(' ')[2]}" if len(before) > spare else before
        after = f"{after[:spare].rpartition(' ')[0]} …" if len(after) > spare else after
    if len(middle) > WIDEST:
        middle = f"{middle[: WIDEST // 2]} … {middle[-WIDEST // 2 :]}"
    return f"{before}[{middle}]{after}" if (a, b) != sentence else middle


def _summary(drafts: Sequence[CheckedDraft], sources: str) -> Iterator[str]:
    noted = [n for draft in drafts for n in draft.noted]
    told = [n for n in noted if n.finding.severity is not Severity.NOTE]
    outcomes: Counter[Stance] = Counter()
    for draft in drafts:
        outcomes.update(dict(draft.coverage.outcomes))
    sentences, checked, share = checked_of(drafts)
    idle = sum(draft.coverage.unasserting for draft in drafts)
    rest = [f"{n} {what}" for n, what in ((sentences - checked - idle, UNCHECKED), (idle, IDLE)) if n]
    of = (
        f"Checked {checked} of {many(sentences, 'sentence')} ({share}) in {many(len(drafts), 'file')} against {sources}"
    )
    yield f"{'; '.join([of, ', '.join(rest)] if rest else [of])}."
    if not sentences:
        yield "Nothing was checked: there is no sentence in it."
        return
    counts = Counter(n.finding.stance for n in told if n.suppression is None)
    found = ", ".join(f"{counts[stance]} {NAMES[stance]}" for stance in Stance if counts[stance]) or "none"
    silenced, known = sum(n.suppression is not None for n in told), sum(n.known for n in told)
    gone = sum(draft.gone for draft in drafts)
    beside = [f"{silenced} silenced by a comment"] * bool(silenced) + [f"{known} known"] * bool(known)
    beside += [f"{gone} of the baseline gone"] * bool(gone)
    yield f"Findings: {found}{''.join(f'; {text}' for text in beside)}."
    yield looked_up(
        drafts, f": {', '.join(f'{n} {NAMES[stance]}' for stance in Stance if (n := outcomes[stance])) or 'none'}"
    )
