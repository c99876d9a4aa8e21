"""What differs, in one line: what the claim is about, and who says what, in the values' own words and how often.

Every output tells a finding in these words, and orders findings as they are ordered here.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from claims.model import Kind, Severity
from compare.decide.confirming import asked_place
from compare.decide.severity import OTHERWISE, judged, said_otherwise
from compare.evidence.model import Comparison, Evidence, Stance, Verdict
from compare.fold import STOP
from compare.text.patterns import find_pattern
from compare.values.in_words import say
from seeds.model import Document

DIFFERENCES = (
    Verdict.PROBABLE_TYPO,
    Verdict.VALUE_DISCREPANCY,
    Verdict.INTERNAL_INCONSISTENCY,
    Verdict.FRAMING_DIFFERENCE,
)
"""The verdicts that make a claim a finding."""
TIMES = (
    "",
    "once",
    "twice",
    "three times",
    "four times",
    "five times",
    "six times",
    "seven times",
    "eight times",
    "nine times",
)
MOST = 8
"""Values told in a line."""
CUT = "…"


@dataclass(frozen=True)
class Said:
    """A value, the source that gives it, and every place of it, the best first."""

    value: str
    document: Document
    places: tuple[Evidence, ...]
    against: bool

    @property
    def often(self) -> str:
        """How many times it is given, in words."""
        many = len({e.start for e in self.places})
        return TIMES[many] if many < len(TIMES) else f"{many} times"


def gravest_first(comparisons: Sequence[Comparison]) -> tuple[Comparison, ...]:
    """The findings among `comparisons`: by severity, then a slip of the pen first, then those that most sources tell in most ways."""
    found = [c for c in comparisons if c.verdict in DIFFERENCES]
    return tuple(sorted(found, key=_order))


def headline(comparison: Comparison) -> str:
    """Who says what, in one line without a full stop; of a claim on which sources do not differ, its statement."""
    said = _told(comparison)
    if not said:
        return _whole(comparison)
    return f"{_subject(comparison)}: {_values(comparison, said)}"


def values_said(comparison: Comparison) -> tuple[Said, ...]:
    """Each value that each source gives, by source, what it gives most often first; the claim's own stands for all that agree."""
    found: dict[tuple[str, str], list[Evidence]] = {}
    for testimony in comparison.testimonies:
        for item in testimony.evidence:
            if item.stance is not Stance.UNREAD:
                found.setdefault((item.document.source.id, _value(comparison, item)), []).append(item)
    said = [
        Said(value, items[0].document, tuple(items), items[0].stance in OTHERWISE)
        for (_, value), items in found.items()
    ]
    order = [t.document.source.id for t in comparison.testimonies]
    return tuple(sorted(said, key=lambda s: (order.index(s.document.source.id), -len(s.places))))


def name_of(document: Document) -> str:
    """What a source is called in a line: its short name, else its first author or its publisher with the year, else its id."""
    source = document.source
    if source.short:
        return source.short
    author, *others = (part.strip() for part in source.author.split(","))
    surname = author.split(" ")[-1] + (" and others" if others else "")
    who = surname if author else source.publisher
    return f"{who} {source.published[:4]}".strip() if who else source.id


def _order(comparison: Comparison) -> tuple[int, bool, int, str]:
    said = values_said(comparison)
    weight = len({s.document.source.id for s in said}) + len({s.value for s in said})
    rank = list(Severity).index(judged(comparison).severity or Severity.LOW)
    return rank, comparison.verdict is not Verdict.PROBABLE_TYPO, -weight, comparison.claim.id


def _told(comparison: Comparison) -> list[Said]:
    """What a line tells: for a slip and for what one source says against itself that source alone."""
    if comparison.verdict not in (*DIFFERENCES, Verdict.PRECISION_DIFFERENCE):
        return []
    said = [
        s for s in values_said(comparison) if s.places[0].stance is not Stance.LESS_PRECISE or _is_precision(comparison)
    ]
    if comparison.verdict in (Verdict.PROBABLE_TYPO, Verdict.INTERNAL_INCONSISTENCY):
        ids = comparison.grounds[0].sources if comparison.grounds else ()
        own = [s for s in said if s.document.source.id in ids]
        return sorted(own, key=lambda s: not s.against) or said
    return said


def _is_precision(comparison: Comparison) -> bool:
    return comparison.verdict is Verdict.PRECISION_DIFFERENCE


def _values(comparison: Comparison, said: Sequence[Said]) -> str:
    sources = {s.document.source.id for s in said}
    if len(sources) == 1:
        told = [f"{s.value} {_counted(s)}" for s in said[:MOST]]
        return f"{name_of(said[0].document)} says {_listed(told, len(said))}"
    by_value: dict[str, list[str]] = {}
    for s in said:
        by_value.setdefault(s.value, []).append(name_of(s.document))
    return _listed([f"{value} ({', '.join(names)})" for value, names in list(by_value.items())[:MOST]], len(by_value))


def _listed(told: Sequence[str], all_: int) -> str:
    return ", ".join(told) + (f" and {all_ - len(told)} more" if all_ > len(told) else "")


def _counted(said: Said) -> str:
    """How often; with the line of a value given once against the claim."""
    place = said.places[0]
    if said.often != "once" or not said.against:
        return said.often
    lines = place.passage.original_lines
    where = f"line{'s' if lines[0] != lines[1] else ''} {'–'.join(map(str, dict.fromkeys(lines)))}" if lines else ""
    return f"once ({where or place.document.place_name(*place.focus)})"


def _value(comparison: Comparison, item: Evidence) -> str:
    """What a passage says, a value that agrees as the claim's own."""
    own, question = item.answer.value, comparison.question
    if item.stance is Stance.SUPPORTS and question and question.value:
        return say(question.value)
    return own.replace("(", "").replace(")", "") if comparison.claim.kind is Kind.DATE else own


def _subject(comparison: Comparison) -> str:
    """The statement with its own value left out, a full stop and small words at its end too; all of it where it gives none."""
    text, (start, end) = _whole(comparison), _own_place(comparison)
    if start >= end:
        return text
    before, after = text[:start].rstrip(), text[end:].strip()
    if not before:
        return text
    if after:
        return f"{before} {CUT}{'' if after[0] in ',;' else ' '}{after}"
    words = before.split(" ")
    while len(words) > 1 and words[-1].lower() in STOP:
        words.pop()
    return " ".join(words)


def _own_place(comparison: Comparison) -> tuple[int, int]:
    """Where the statement gives its value or takes its position in words that stand together; nowhere is (0, 0)."""
    question = comparison.question
    if not question:
        return 0, 0
    if question.value:
        return asked_place(question)
    own = [p for p in comparison.claim.positions if p.label == comparison.claim.expected]
    matches = (m for p in own for pattern in p.patterns for m in find_pattern(pattern, question.folded))
    whole = [m for m in matches if m.last - m.first + 1 == len(m.words)]
    fullest = max(whole, key=lambda m: len(m.words), default=None)
    return question.folded.span(fullest.first, fullest.last) if fullest else (0, 0)


def _whole(comparison: Comparison) -> str:
    return comparison.claim.statement.strip().removesuffix(".")


def advice(comparison: Comparison) -> str:
    """What an editor might do about a finding: correct, ask, attribute or leave it; "" where nothing is to be done."""
    return " ".join(_advice(comparison))


def _advice(comparison: Comparison) -> Iterator[str]:
    said, verdict = _told(comparison), comparison.verdict
    against = [s for s in said if s.against]
    own = next((s.value for s in said if not s.against), "")
    if verdict is Verdict.NOT_FOUND:
        yield "Ask: which source says so? If none, drop the claim."
    if not against:
        return
    names = " and ".join(dict.fromkeys(name_of(s.document) for s in against))
    values = " or ".join(dict.fromkeys([own, *(s.value for s in against)] if own else [s.value for s in against]))
    if verdict is Verdict.PROBABLE_TYPO:
        yield f"Correct in {names}: for {against[0].value} read {own}."
    elif verdict is Verdict.INTERNAL_INCONSISTENCY:
        yield f"Ask {names} which is meant: {values}?"
    elif verdict is Verdict.VALUE_DISCREPANCY and len(said_otherwise(comparison)) == 1 and not own:
        yield f"Check the claim: {names} alone speaks, and says {values}."
    elif verdict is Verdict.VALUE_DISCREPANCY:
        yield f"Ask which is right: {values}?"
    elif judged(comparison).severity is Severity.LOW:
        yield f"Leave, or write {own or values} throughout."
    else:
        yield "Attribute each to its source."
