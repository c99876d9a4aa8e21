"""Offices of a draft: whether the sources give the bearer of a name another than the sentence does.

A bearer may hold several offices, so that one is wrong only where no passage at all could give it to him: an office with no name
beside it may be anybody's who stands near.
"""

from collections.abc import Iterable, Iterator

from compare.fold import Folded
from compare.search.index import Index, Proposal
from compare.stating.assertions import Assertion, assertion_of
from compare.stating.corpus_view import view_of
from compare.stating.found import Found
from compare.text.offices import Office, is_bearer, offices_of
from compare.values.relations import Relation
from seeds.model import PassageKind

SURE = 0.5
"""How surely another office of the same bearer counts, whatever else its passage holds."""
NEAR = 12
"""How many words away from a name an office without one may be meant for it."""


def read_office(assertion: Assertion, folded: Folded, proposals: Iterable[Proposal], index: Index) -> Iterator[Found]:
    """Other offices the passages give the bearer of a name, where no passage of the index gives him the asserted one."""
    office, given = _asserted(assertion, folded)
    if office is None:
        return
    entries = [index.entries[i] for i in view_of(index).places(given[-1])]
    spoken = [entry for entry in entries if entry.passage.kind is not PassageKind.FOOTNOTE]
    if any(_may_hold(office, given, entry.folded) for entry in spoken):
        return
    for proposal in proposals:
        folded = proposal.entry.folded
        for other in (o for o in offices_of(folded) if is_bearer(given, o, folded)):
            start, end = folded.span(other.first, other.last)
            strength = max(proposal.share, SURE)
            yield Found(proposal, start, end, folded.text[start:end], Relation.OTHER, strength)


def with_office(assertion: Assertion, folded: Folded) -> Assertion:
    """A name with the office beside it, where there is one."""
    office, _ = _asserted(assertion, folded)
    ends = (*assertion.words, office.first, office.last) if office else assertion.words
    return assertion_of(assertion.kind, *folded.span(min(ends), max(ends)), folded)


def _asserted(assertion: Assertion, folded: Folded) -> tuple[Office | None, list[str]]:
    """The office a sentence gives the bearer of a name, and the stems of the name without it."""
    for office in offices_of(folded):
        given = [folded.words[i].stem for i in office.held if i in assertion.words]
        if given and assertion.words[-1] in office.held:
            return office, given
    return None, []


def _may_hold(office: Office, given: list[str], folded: Folded) -> bool:
    """True when a passage gives the bearer of a name an office, or gives him none and may mean him by it."""
    named = list(offices_of(folded))
    borne = [other for other in named if is_bearer(given, other, folded)]
    places = folded.at.get(given[-1], ())
    near = [o for o in named if not o.held and any(abs(i - o.last) <= NEAR for i in places)]
    return any(other.fits(office) for other in borne or near)
