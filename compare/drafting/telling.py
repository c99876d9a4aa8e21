"""Which facts of a draft are told when nothing more is asked for: all that the sources say something to."""

from collections.abc import Sequence

from compare.checks.unread import CODE as UNREAD
from compare.drafting.model import Noted, Stance


def tell(facts: Sequence[Noted]) -> tuple[Noted, ...]:
    """The facts worth telling; that a sentence could not be checked is told once, where nothing else can be said of it."""
    spoken = {n.finding.sentence for n in facts if n.finding.stance is not Stance.NOT_CHECKABLE}
    return tuple(n for n in facts if _is_told(n, n.finding.sentence in spoken))


def _is_told(noted: Noted, spoken: bool) -> bool:
    finding = noted.finding
    return finding.stance is not Stance.NOT_CHECKABLE or (finding.code == UNREAD and not spoken)
