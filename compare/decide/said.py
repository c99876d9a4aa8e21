"""What sources say to a claim, value by value, each with its places; and what a source is called."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from claims.edtf import parse_edtf
from claims.model import Kind
from compare.evidence.model import OTHERWISE, Comparison, Evidence, Stance, told_once
from compare.evidence.printed import place_of
from compare.values.in_words import say
from seeds.model import Document

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


@dataclass(frozen=True)
class Said:
    """A value, the source that gives it, and every place of it once, the best first."""

    value: str
    document: Document
    places: tuple[Evidence, ...]
    against: bool

    @property
    def often(self) -> str:
        """How many times it is given, in words."""
        many = len(self.places)
        return TIMES[many] if many < len(TIMES) else f"{many} times"


@told_once
def values_said(comparison: Comparison) -> tuple[Said, ...]:
    """Each value that each source gives, by source, what it gives most often first; the claim's own stands for all that agree."""
    found: dict[tuple[str, str], list[Evidence]] = {}
    for testimony in comparison.testimonies:
        for item in testimony.evidence:
            if item.stance is not Stance.UNREAD:
                found.setdefault((item.document.source.id, _value(comparison, item)), []).append(item)
    said = [
        Said(value, items[0].document, places_once(items), items[0].stance in OTHERWISE)
        for (_, value), items in found.items()
    ]
    order = [t.document.source.id for t in comparison.testimonies]
    return tuple(sorted(said, key=lambda s: (order.index(s.document.source.id), -len(s.places))))


def places_once(evidence: Sequence[Evidence]) -> tuple[Evidence, ...]:
    """The evidence without a second reading of one place; a note printed twice in one source is one place, whatever its number."""
    return tuple({place_of(item): item for item in reversed(evidence)}.values())[::-1]


def name_of(document: Document) -> str:
    """What a source is called in a line: its short name, else its first author or its publisher with the year, else its id."""
    source = document.source
    if source.short:
        return source.short
    author, *others = (part.strip() for part in source.author.split(","))
    surname = author.split(" ")[-1] + (" and others" if others else "")
    who = surname if author else source.publisher
    return f"{who} {source.published[:4]}".strip() if who else source.id


def dated_name_of(document: Document) -> str:
    """The name of a source, with when it was published where the name does not say so."""
    name, published = name_of(document), say(replace(parse_edtf(document.source.published), approximate=False))
    return name if name.endswith(published) else f"{name}, {published}"


def _value(comparison: Comparison, item: Evidence) -> str:
    """What a passage says, a value that agrees as the claim's own."""
    own, asked = item.answer.value, comparison.asked.value
    if item.stance is Stance.SUPPORTS and asked:
        return asked
    return own.replace("(", "").replace(")", "") if comparison.claim.kind is Kind.DATE else own
