"""What a comparison finds: answers of checks, evidence with its place, and the verdict of a claim over all sources."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from functools import cached_property, wraps
from typing import TYPE_CHECKING, Any, NamedTuple, TypeVar

if TYPE_CHECKING:
    from claims.model import Claim
    from compare.evidence.basis import Basis, Passed
    from compare.facts.asked_claim import Question
    from compare.search.index import Missed, Proposal
    from seeds.corpus import Corpus
    from seeds.model import Document, Passage, Span

T = TypeVar("T")


class Stance(StrEnum):
    """What one passage, or one source, says to a claim."""

    SUPPORTS = "supports"
    LESS_PRECISE = "less-precise"
    CONTRADICTS = "contradicts"
    DIFFERS = "differs"
    """takes another curated position"""
    UNREAD = "unread"
    """matched, but no check could read it"""
    SILENT = "silent"


OTHERWISE = (Stance.CONTRADICTS, Stance.DIFFERS)
"""The stances of what says another thing than the claim."""


class Verdict(StrEnum):
    """What all sources together say to a claim, the gravest first; the first that holds is the verdict, all are flags."""

    PROBABLE_TYPO = "probable-typo"
    VALUE_DISCREPANCY = "value-discrepancy"
    INTERNAL_INCONSISTENCY = "internal-inconsistency"
    FRAMING_DIFFERENCE = "framing-difference"
    CHANGED_OVER_TIME = "changed-over-time"
    PRECISION_DIFFERENCE = "precision-difference"
    AGREEMENT = "agreement"
    SINGLE_SOURCE = "single-source"
    NOT_FOUND = "not-found"


@dataclass(frozen=True)
class Answer:
    """What a check read in a passage.

    value: the value or the label of the position, in words a person can read.
    reason: why this stance, in one sentence without a full stop ("says 2002, the claim says 2001").
    start, end: the words that were read, characters of the passage's cleaned text, end exclusive.
    suspect: the value looks like a slip of the pen (a date after the source's own publication).
    speaker: who the passage reports as saying so; "" when the source speaks for itself.
    basis: what it was decided on.
    """

    stance: Stance
    value: str
    reason: str
    start: int
    end: int
    suspect: bool = False
    speaker: str = ""
    basis: Basis | None = field(default=None, compare=False, repr=False)

    @property
    def key(self) -> tuple[Stance, str]:
        """What makes two answers the same: stance and value, a year in brackets (inferred) or not."""
        return self.stance, self.value.replace("(", "").replace(")", "")


@dataclass(frozen=True)
class Evidence:
    """A match (a passage proposed with a score) and what a check made of it.

    start, end: the place shown, characters of the document's text, end exclusive: the passage, or of one that a page break
        interrupts the piece in which the answer stands. focus: the very words that were read, in it.
    score: 0 to 100, how well the passage fits the claim's words; it never decides a stance.
    check: the code of the check; `SRC901` for a match no check could read.
    proposal: the match. passed: the checks, by code, that read nothing in it, and why.
    """

    document: Document
    passage: Passage
    start: int
    end: int
    focus: Span
    score: float
    answer: Answer
    check: str
    proposal: Proposal | None = field(default=None, compare=False, repr=False)
    passed: tuple[tuple[str, Passed], ...] = field(default=(), compare=False, repr=False)

    @property
    def stance(self) -> Stance:
        """The stance of this passage."""
        return self.answer.stance

    @property
    def exact(self) -> str:
        """The document's own words at the place shown."""
        return self.document.text[self.start : self.end]


@dataclass(frozen=True)
class Testimony:
    """All that one source says to a claim, best first. missed: of a silent one the passage nearest to being proposed."""

    document: Document
    stance: Stance
    evidence: tuple[Evidence, ...]
    missed: Missed | None = field(default=None, compare=False, repr=False)

    @property
    def values(self) -> tuple[str, ...]:
        """The distinct values read, in the order of the evidence."""
        return tuple(dict.fromkeys(e.answer.value for e in self.evidence if e.answer.value))


class Ground(NamedTuple):
    """A verdict that holds, and the ids of the sources because of which it does."""

    verdict: Verdict
    sources: tuple[str, ...] = ()


class Asked(NamedTuple):
    """What a claim asked for, as far as reports tell it.

    value: its date or amount in words, "" without one. place: where its statement gives that, or takes its position (characters, end
    exclusive; (0, 0) for nowhere). alike: every amount told otherwise is the same number, bounded otherwise.
    """

    value: str = ""
    place: tuple[int, int] = (0, 0)
    alike: bool = False


@dataclass(frozen=True)
class Comparison:
    """A claim compared with every source. grounds: of each flag. question: what was asked; None for a comparison recalled."""

    claim: Claim
    verdict: Verdict
    flags: tuple[Verdict, ...]
    testimonies: tuple[Testimony, ...]
    grounds: tuple[Ground, ...] = field(default=(), compare=False, repr=False)
    question: Question | None = field(default=None, compare=False, repr=False)

    asked: Asked = field(default=Asked(), compare=False, repr=False)

    @cached_property
    def told(self) -> dict[Callable[..., Any], Any]:
        """What is told of it, by what tells it, as far as asked."""
        return {}


def told_once(function: Callable[[Comparison], T]) -> Callable[[Comparison], T]:
    """The function, whose answer is kept with the comparison: every report asks it again."""

    @wraps(function)
    def kept(comparison: Comparison) -> T:
        if function not in comparison.told:
            comparison.told[function] = function(comparison)
        answer: T = comparison.told[function]
        return answer

    return kept


@dataclass(frozen=True)
class Coverage:
    """What was and was not read: a clean result speaks of the read matches only."""

    claims: int
    matches: int
    read: int
    unread: int
    silent: int
    """pairs of a claim and a source that says nothing to it"""


@dataclass(frozen=True)
class Result:
    """The comparison of all claims with all documents of a corpus.

    telling: by source the numbers of its passages that tell something that can be checked; empty where there are no passages.
    """

    corpus: Corpus
    comparisons: tuple[Comparison, ...]
    telling: Mapping[str, Sequence[int]] = field(default_factory=dict, compare=False, repr=False)

    @property
    def coverage(self) -> Coverage:
        """The counts over all comparisons."""
        testimonies = [t for c in self.comparisons for t in c.testimonies]
        stances = [e.stance for t in testimonies for e in t.evidence]
        unread = stances.count(Stance.UNREAD)
        silent = sum(t.stance is Stance.SILENT for t in testimonies)
        return Coverage(len(self.comparisons), len(stances), len(stances) - unread, unread, silent)
