"""What checking a draft gives: findings, each with its place in the draft and the places in the sources that decide it."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from enum import StrEnum
from typing import TYPE_CHECKING

from compare.evidence.place import Place
from seeds.model import Document, Span

if TYPE_CHECKING:
    from compare.evidence.basis import Weighed


class Stance(StrEnum):
    """What the sources say to a statement of a draft, the gravest first."""

    CONTRADICTED = "contradicted"
    ALTERED_QUOTE = "altered-quote"
    DISPUTED = "disputed"
    """the sources differ among themselves"""
    NOT_FOUND = "not-found"
    NOT_CHECKABLE = "not-checkable"
    SUPPORTED = "supported"


HARD = (Stance.CONTRADICTED, Stance.ALTERED_QUOTE, Stance.DISPUTED)
"""Outcomes that say the draft is wrong, or may be."""


class Severity(StrEnum):
    """How much a finding weighs; the names are those of SARIF."""

    ERROR = "error"
    WARNING = "warning"
    NOTE = "note"


SEVERITIES = {
    Stance.CONTRADICTED: Severity.ERROR,
    Stance.ALTERED_QUOTE: Severity.ERROR,
    Stance.DISPUTED: Severity.WARNING,
    Stance.NOT_FOUND: Severity.WARNING,
    Stance.NOT_CHECKABLE: Severity.NOTE,
    Stance.SUPPORTED: Severity.NOTE,
}


@dataclass(frozen=True)
class Finding:
    """What the sources say to some words of a draft.

    code: of the check. start, end: the words, characters of the draft's text, end exclusive. sentence: the sentence they stand in.
    value: what the sources give in their place, "" for nothing. places: where, the best first. claim: the id of the curated
    claim that was asked, "" for none. changes: of an altered quotation, (quoted words, the source's words). weighed: by which rule
    it was decided; None for what an earlier run found.
    """

    code: str
    stance: Stance
    start: int
    end: int
    sentence: Span
    message: str
    value: str = ""
    places: tuple[Place, ...] = ()
    claim: str = ""
    changes: tuple[tuple[str, str], ...] = ()
    weighed: "Weighed | None" = field(default=None, compare=False, repr=False)

    @property
    def severity(self) -> Severity:
        """Its weight."""
        return SEVERITIES[self.stance]


def they_differ(places: Iterable[Place]) -> str:
    """That sources differ, with what each of them says once."""
    said = dict.fromkeys(f"{place.document.source.id} says {place.value}" for place in places)
    return f"the sources differ: {'; '.join(said)}"


@dataclass(frozen=True)
class Suppression:
    """A comment that silences findings: the codes (or their beginnings) and the reason given, and the paragraph it is for.

    at: the character of the draft's text before which the comment stands. problem: why it is not applied, "" when it is.
    """

    at: int
    codes: tuple[str, ...]
    reason: str
    target: Span
    problem: str = ""


@dataclass(frozen=True)
class Noted:
    """A finding as it is reported: with its id, and whether it is silenced or known.

    id: the same as long as rule, claim and sentence are, wherever in the file they stand.
    """

    finding: Finding
    id: str
    suppression: Suppression | None = None
    known: bool = False

    @property
    def counts(self) -> bool:
        """True for what makes a run fail: a new error or warning that nobody silenced."""
        return not self.known and self.suppression is None and self.finding.severity is not Severity.NOTE


class Outlook(StrEnum):
    """What came of a sentence of a draft."""

    CHECKED = "checked"
    """the sources say something to a fact of it"""
    NOT_CHECKABLE = "not-checkable"
    ASSERTS_NOTHING = "asserts-nothing"
    LEFT_OUT = "left-out"
    """it is no prose"""


@dataclass(frozen=True)
class Looked:
    """A sentence of a draft (characters of its text), what came of it, and why it was not checked, "" for one that was."""

    span: Span
    outlook: Outlook
    reason: str = ""


@dataclass(frozen=True)
class Coverage:
    """What of a draft was and was not checked.

    sentences: those of its prose, of which `checked` have a fact that the sources say something to, and `unasserting` none to look up.
    assertions: the facts (dates, figures, names, quotations and wordings); each has one of the outcomes behind it.
    skipped: characters of code, front matter and the like.
    """

    sentences: int = 0
    checked: int = 0
    unasserting: int = 0
    assertions: int = 0
    outcomes: tuple[tuple[Stance, int], ...] = ()
    skipped: int = 0


@dataclass(frozen=True)
class CheckedDraft:
    """A draft and everything found in it, in the order it stands.

    name: of the file as it was given. noted: what is told of it. facts: all that it asserts, what could not be checked among it.
    sentences: all of them, with what came of each. gone: how many findings of the baseline are no longer there.
    """

    name: str
    document: Document
    noted: tuple[Noted, ...]
    coverage: Coverage = field(default_factory=Coverage)
    suppressions: tuple[Suppression, ...] = ()
    facts: tuple[Noted, ...] = ()
    sentences: tuple[Looked, ...] = ()
    gone: int = 0
