"""Whether the passage gives another office to somebody whom the statement gives one ("Holt, the secretary of trade", "of energy")."""

from collections.abc import Iterator

from compare.relate.held import Held
from compare.relate.relation import Related, Relation
from compare.text.offices import Office, is_bearer, offices_of
from compare.weights import WEIGHTS


def other_office(held: Held) -> Iterator[Related]:
    """The office that the passage gives the bearer in the place of the statement's, where it speaks of the same."""
    ours = list(offices_of(held.mine.folded))
    there = list(offices_of(held.theirs.folded)) if ours else []
    for mine in ours:
        given = [held.mine.folded.words[i].stem for i in mine.held]
        own = tuple(range(mine.first, mine.last + 1))
        borne = [other for other in there if given and is_bearer(given, other, held.theirs.folded)]
        if not borne or any(mine.fits(other) for other in borne) or not _speaks(held, own):
            continue
        yield Related(Relation.OTHER, f"says {_said(held, borne[0])}", tuple(range(borne[0].first, borne[0].last + 1)))


def _speaks(held: Held, own: tuple[int, ...]) -> bool:
    """True when the passage holds every name of the statement, and enough of the rest, the words of the office aside."""
    names = (run for run in held.strangers if not set(run) <= set(own))
    return not any(names) and held.gap(own) <= WEIGHTS.value_gap


def _said(held: Held, office: Office) -> str:
    return held.theirs.folded.text[slice(*held.theirs.folded.span(office.first, office.last))]
