"""Whether a difference is only one of time: a plan in an earlier source, the deed in a later one.

Known of the sources is when they were published; of two of one month either may be the earlier. A source without a date proves nothing,
nor does one that tells both plan and deed, nor a plan published after the time for which the claim tells its deed.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from enum import Enum, auto
from functools import lru_cache
from typing import NamedTuple

from claims.edtf import parse_edtf
from claims.model import Claim, Kind
from claims.values import Resolution, When
from compare.checks.modality import CODE as MODALITY
from compare.checks.position import CODE as POSITION
from compare.evidence.model import Evidence, Stance, Testimony
from compare.facts.statement import read_statement
from compare.fold import STOP, fold
from compare.lexicon import ahead
from compare.text.frames import PLANNED, frames_of
from compare.text.patterns import NEGATIONS
from compare.text.sentence import sentence_of

DONE = "done"
"""What a passage says of a deed that the claim only plans (`relate.relation`)."""


class Stage(Enum):
    """Whether a passage tells a deed as a plan, or as done."""

    PLAN = auto()
    DEED = auto()


class Told(NamedTuple):
    """What a passage tells of the claim's deed."""

    stage: Stage
    evidence: Evidence

    @property
    def differs(self) -> bool:
        """True where the claim says otherwise."""
        return self.evidence.stance is Stance.DIFFERS

    @property
    def source(self) -> str:
        """The id of the source."""
        return self.evidence.document.source.id

    @property
    def published(self) -> When | None:
        """When the source was published, None when that is unknown."""
        try:
            return parse_edtf(self.evidence.document.source.published)
        except ValueError:
            return None


def changed_over_time(claim: Claim, testimonies: Sequence[Testimony]) -> tuple[Evidence, ...]:
    """The evidence that differs from the claim only because its source is the earlier, or the later, of a plan and its deed."""
    told = [*_told(claim, testimonies)]
    differing, own = [t for t in told if t.differs], [t for t in told if not t.differs]
    if len({t.stage for t in own}) != 1:
        return ()
    (stage,) = {t.stage for t in own}
    differing = [t for t in differing if t.stage is not stage]
    several = len({t.evidence.answer.value for t in differing}) > 1
    if stage is Stage.PLAN and (several or _denies(claim.statement)):
        return ()
    return tuple(t.evidence for t in differing if all(_follow(claim, *_in_order(t, other)) for other in own))


def without(testimony: Testimony, left_out: Sequence[Evidence]) -> Testimony:
    """What a source says besides some of its evidence."""
    ids = {id(evidence) for evidence in left_out}
    kept = tuple(e for e in testimony.evidence if id(e) not in ids)
    return testimony if len(kept) == len(testimony.evidence) else replace(testimony, evidence=kept)


def _told(claim: Claim, testimonies: Sequence[Testimony]) -> Iterator[Told]:
    read = [e for t in testimonies for e in t.evidence if e.stance in (Stance.SUPPORTS, Stance.DIFFERS)]
    plans = any(e.check == MODALITY and e.answer.value == DONE for e in read)
    for evidence in read:
        stage = _stage(claim, evidence, plans)
        if stage:
            yield Told(stage, evidence)


def _stage(claim: Claim, evidence: Evidence, plans: bool) -> Stage | None:
    """The stage that a passage tells; plans: the claim, which has no positions, tells a plan."""
    value = evidence.answer.value
    if evidence.check == POSITION and claim.kind is not Kind.NAME:
        return Stage.PLAN if is_ahead(value, claim.statement) else Stage.DEED
    if evidence.check == MODALITY:
        return Stage.PLAN if value in PLANNED else Stage.DEED if value == DONE else None
    if evidence.stance is Stance.SUPPORTS and not claim.positions:
        return Stage.PLAN if plans else Stage.DEED
    return None


@lru_cache(maxsize=10_000)
def is_ahead(label: str, statement: str) -> bool:
    """True for a position that its label calls planned or in the making, and that is about the deed of the statement.

    "planned", "in preparation", "to be signed" of what was signed; not "repeal agreed" of what was extended.
    """
    sentence = sentence_of(label)
    words, frames = sentence.folded.words, frames_of(sentence)
    said = f" {' '.join(word.form for word in words)} "
    for phrase in ahead():
        said = said.replace(f" {phrase} ", " ")
    framing = {frame.at for frame in frames if frame.mode in PLANNED}
    rest = {w.stem for i, w in enumerate(words) if w.form in said.split() and w.form not in STOP and i not in framing}
    return bool(framing or len(said.split()) < len(words)) and rest.issubset(fold(statement).stems)


def _denies(statement: str) -> bool:
    """True for a statement that says of a plan that nothing came of it: the deed contradicts it, whenever it is told."""
    return any(word.form in NEGATIONS for word in fold(statement).words)


def _in_order(one: Told, other: Told) -> tuple[Told, Told]:
    return (one, other) if one.stage is Stage.PLAN else (other, one)


def _follow(claim: Claim, plan: Told, deed: Told) -> bool:
    """True when the source of the deed may be the later, and that of the plan no later than the time of the deed."""
    before, after = plan.published, deed.published
    if plan.source == deed.source or not (before and after) or before.first > after.last:
        return False
    dates = [r.value for r in read_statement(claim.statement).dates if isinstance(r.value, When)]
    return all(before.first <= d.last for d in dates if d.resolution is Resolution.WRITTEN)
