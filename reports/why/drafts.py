"""The traces of a checked draft: of every finding, and of every place that is shown for it."""

from collections.abc import Iterator

from claims.model import Kind
from claims.values import Reading
from compare.drafting.model import Finding, Stance
from compare.evidence.basis import Basis, Weighed
from compare.evidence.place import Place
from compare.values.in_words import say
from compare.values.relations import Relation
from reports.drafts.words import NAMES
from reports.places import unwrap
from reports.why import claims
from reports.why.sides import Told, Trace, missing_words, relation_of, share_line, source_lines, statement_lines

LABELS = {"amount": "figure", "series": "place in a series", "wording": "act", Kind.DESCRIPTION.value: "position"}
"""What kinds are called where another word is plainer."""
WHOLE = "the sentence as it stands"
NONE, UNWEIGHED = Basis(), Weighed("")


def read_in_draft(finding: Finding) -> Iterator[str]:
    """What was read in the draft."""
    weighed = finding.weighed or UNWEIGHED
    first = finding.places[0].basis if finding.places else None
    passed = weighed.passed.basis if weighed.passed else None
    related = next((b.related for b in (first, weighed.other, passed) if b and b.related), None)
    yield from statement_lines(weighed.asked, _label(finding), related) if weighed.asked or related else (WHOLE,)
    if weighed.own and weighed.own.asked:
        yield from (
            f"the claim {finding.claim} has {line}"
            for line in statement_lines(weighed.own.asked, _label(finding), None)
        )


def decided(finding: Finding) -> Iterator[str]:
    """By which check and rule a finding was decided, how surely, and which other value did not count."""
    weighed = finding.weighed or UNWEIGHED
    yield f"{NAMES[finding.stance]}: {weighed.rule}"
    if weighed.strength is not None:
        needed = f" ({weighed.needed:.0%} is needed)" if weighed.needed else ""
        yield f"sure to {weighed.strength:.0%}{needed}"
    other = weighed.other
    if other and other.read and other.related:
        said = say(other.read.value) if isinstance(other.read, Reading) else other.read
        yield f"{said} was read too and does not count: that passage {other.related.reason}"


def trace_of(finding: Finding, place: Place) -> Trace:
    """The trace of a place of the sources that is shown for a finding."""
    weighed, basis, label = finding.weighed or UNWEIGHED, place.basis or NONE, _label(finding)
    nearest = not place.value and place is finding.places[0]
    if nearest and weighed.passed:
        basis = weighed.passed.basis or NONE
    words = unwrap(place.document.text[slice(*place.focus)])
    return Trace(
        Told.CANNOT_TELL if nearest else relation_of(basis),
        weighed.passed.reason if nearest and weighed.passed else _reason(finding, basis),
        tuple(statement_lines(basis.asked, label, basis.related)),
        tuple(source_lines(basis, label, words)) or ("nothing that could be compared",),
        missing_words(basis.related) or (weighed.lacking if nearest else ()),
        (_score(finding, place), *share_line(basis.related)),
    )


def _score(finding: Finding, place: Place) -> str:
    together = finding.stance is Stance.NOT_CHECKABLE and len(finding.places) > 1
    return f"score {100 * place.share:.0f} of 100{', of the nearest passages together' if together else ''}"


def _reason(finding: Finding, basis: Basis) -> str:
    if basis.related:
        return basis.related.reason
    if basis.values is None:
        return "nothing in it stands in the place of these words"
    if isinstance(basis.read, str) and basis.read:
        same = "" if basis.values is Relation.SAME else f", the draft says {basis.asked}"
        return f"says {basis.read}{same}"
    return finding.message


def _label(finding: Finding) -> str:
    kind = finding.weighed.kind if finding.weighed else ""
    return claims.LABELS.get(finding.code) or LABELS.get(kind, kind)
