"""The report of one topic as data: which claims stand under which heading, and the questions left for the editor."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from compare.decide.headline import DIFFERENCES, gravest_first
from compare.decide.said import places_once
from compare.evidence.model import Comparison, Evidence, Result, Stance, Testimony, Verdict
from compare.fold import STOP

MEANING = {
    Verdict.PROBABLE_TYPO: "probable typo: one source gives a value once that the rest of it belies",
    Verdict.VALUE_DISCREPANCY: "different values: what the sources say cannot all be right",
    Verdict.INTERNAL_INCONSISTENCY: "one source gives values that do not fit together",
    Verdict.FRAMING_DIFFERENCE: "different framing: the sources describe or name the same thing differently",
    Verdict.CHANGED_OVER_TIME: "changed over time: planned in an earlier source, done in a later one; their dates agree",
    Verdict.PRECISION_DIFFERENCE: "compatible, but some places are less precise",
    Verdict.AGREEMENT: "two or more sources agree",
    Verdict.SINGLE_SOURCE: "one source says so, no other speaks to it",
    Verdict.NOT_FOUND: "no source speaks to it in a way that could be read",
}

INITIALS = 3
"""Letters of a word that may be initials."""


class TopicReport(NamedTuple):
    """The comparisons of one topic under the headings of its report, in the order of the claims table."""

    topic: str
    title: str
    comparisons: tuple[Comparison, ...]

    def under(self, *verdicts: Verdict) -> tuple[Comparison, ...]:
        """The comparisons with one of `verdicts`, findings before the others and the gravest of them first."""
        chosen = [c for c in self.comparisons if c.verdict in verdicts]
        findings, order = gravest_first(chosen), list(Verdict)
        others = sorted((c for c in chosen if c not in findings), key=lambda c: order.index(c.verdict))
        return (*findings, *others)

    @property
    def differing(self) -> tuple[Comparison, ...]:
        """What the sources differ on."""
        return self.under(*DIFFERENCES)

    @property
    def unread(self) -> tuple[Evidence, ...]:
        """Matches no check could read, by source and place; a passage that another claim of the topic reads is left out."""
        seen = {(e.document.source.id, e.start) for e in self._evidence() if e.stance is not Stance.UNREAD}
        left = {(e.document.source.id, e.start): e for e in self._evidence() if e.stance is Stance.UNREAD}
        return tuple(left[key] for key in sorted(left) if key not in seen)

    def _evidence(self) -> Iterator[Evidence]:
        return (e for c in self.comparisons for t in c.testimonies for e in t.evidence)


def topic_reports(result: Result) -> tuple[TopicReport, ...]:
    """A report per topic, in order of topic."""
    reports = []
    for topic in sorted({c.claim.topic for c in result.comparisons}):
        own = tuple(c for c in result.comparisons if c.claim.topic == topic)
        reports.append(TopicReport(topic, title_of(topic, [c.claim.statement for c in own]), own))
    return tuple(reports)


def title_of(topic: str, statements: Sequence[str]) -> str:
    """The heading of a topic: the words of its slug, written as the statements write them ("NATO and Afghanistan").

    Letters that words of a statement begin with are written as initials ("AI", of "artificial intelligence").
    """
    text = " ".join(re.sub(r"^\S+", "", statement) for statement in statements)
    words = []
    for word in topic.split("-"):
        written = Counter(re.findall(rf"\b{re.escape(word)}\b", text, re.IGNORECASE)).most_common(1)
        words.append(written[0][0] if written else word.upper() if _is_initials(word, text) else word)
    title = " ".join(words)
    return title[:1].upper() + title[1:]


def _is_initials(word: str, text: str) -> bool:
    words = r"[\s-]+".join(rf"{letter}\w+" for letter in word)
    return (
        2 <= len(word) <= INITIALS
        and word.isalpha()
        and word not in STOP
        and bool(re.search(rf"\b{words}", text, re.IGNORECASE))
    )


def meaning_of(comparison: Comparison) -> str:
    """What the verdict of a comparison says, as the beginning of a sentence."""
    said = (
        "against the claim: the only source that speaks says otherwise"
        if _is_alone(comparison)
        else MEANING[comparison.verdict]
    )
    return said[:1].upper() + said[1:]


def _is_alone(comparison: Comparison) -> bool:
    """True when one source speaks to a claim, and only against it."""
    stances = [{e.stance for e in _read(t)} for t in comparison.testimonies if _read(t)]
    return len(stances) == 1 and stances[0] <= {Stance.CONTRADICTS, Stance.DIFFERS}


def silent(comparison: Comparison) -> tuple[str, ...]:
    """The ids of the sources that say nothing to a claim."""
    return tuple(t.document.source.id for t in comparison.testimonies if t.stance is Stance.SILENT)


def shown(comparison: Comparison, most: int) -> Iterator[tuple[Evidence, ...]]:
    """The evidence a report lays side by side, by source: at most `most` readings of each, every place of a reading once.

    Passages of one source that say the same are one reading; unread ones are listed at the end of the report instead.
    """
    for testimony in comparison.testimonies:
        groups: dict[tuple[Stance, str], list[Evidence]] = {}
        for item in testimony.evidence:
            if item.stance is not Stance.UNREAD:
                groups.setdefault(item.answer.key, []).append(item)
        for group in list(groups.values())[:most]:
            yield places_once(group)


def hidden(comparison: Comparison, most: int) -> int:
    """How many distinct readings `shown` leaves out."""
    return sum(max(0, len({e.answer.key for e in _read(t)}) - most) for t in comparison.testimonies)


def _read(testimony: Testimony) -> Sequence[Evidence]:
    return [e for e in testimony.evidence if e.stance is not Stance.UNREAD]
