"""What a comparison finds: answers of checks, evidence with its place, and the verdict of a claim over all sources."""

from dataclasses import dataclass, field
from enum import StrEnum
from typing import TYPE_CHECKING, NamedTuple

from claims.model import Claim
from compare.evidence.basis import Basis, Passed
from compare.facts.folded_passage import Entry
from seeds.corpus import Corpus
from seeds.model import Document, Passage, Span

if TYPE_CHECKING:
    from compare.facts.asked_claim import Question
    from compare.search.index import Missed, Proposal


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


class Verdict(StrEnum):
    """What all sources together say to a claim, the gravest first; the first that holds is the verdict, all are flags."""

    PROBABLE_TYPO = "probable-typo"
    VALUE_DISCREPANCY = "value-discrepancy"
    INTERNAL_INCONSISTENCY = "internal-inconsistency"
    FRAMING_DIFFERENCE = "framing-difference"
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
    proposal: "Proposal | None" = field(default=None, compare=False, repr=False)
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
    missed: "Missed | None" = field(default=None, compare=False, repr=False)

    @property
    def values(self) -> tuple[str, ...]:
        """The distinct values read, in the order of the evidence."""
        return tuple(dict.fromkeys(e.answer.value for e in self.evidence if e.answer.value))


class Ground(NamedTuple):
    """A verdict that holds, and the ids of the sources because of which it does."""

    verdict: Verdict
    sources: tuple[str, ...] = ()


@dataclass(frozen=True)
class Comparison:
    """A claim compared with every source. grounds: of each flag. question: what was asked."""

    claim: Claim
    verdict: Verdict
    flags: tuple[Verdict, ...]
    testimonies: tuple[Testimony, ...]
    grounds: tuple[Ground, ...] = field(default=(), compare=False, repr=False)
    question: "Question | None" = field(default=None, compare=False, repr=False)


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
    """The comparison of all claims with all documents of a corpus. entries: the passages that were searched."""

    corpus: Corpus
    comparisons: tuple[Comparison, ...]
    entries: tuple[Entry, ...] = field(default=(), compare=False, repr=False)

    @property
    def coverage(self) -> Coverage:
        """The counts over all comparisons."""
        testimonies = [t for c in self.comparisons for t in c.testimonies]
        stances = [e.stance for t in testimonies for e in t.evidence]
        unread = stances.count(Stance.UNREAD)
        silent = sum(t.stance is Stance.SILENT for t in testimonies)
        return Coverage(len(self.comparisons), len(stances), len(stances) - unread, unread, silent)
