"""The traces of a checked draft: of every finding, and of every place that is shown for it."""

from collections.abc import Iterator

from claims.model import Kind
from claims.values import Reading
from compare.basis import Basis, Weighed
from compare.drafting.model import Finding
from compare.phrases import say
from compare.place import Place
from compare.relations import Relation
from reports.places import unwrap
from reports.why import claims
from reports.why.sides import Trace, missing_words, relation_of, share_line, source_lines, statement_lines

LABELS = {"amount": "figure", "series": "place in a series", "wording": "act", Kind.DESCRIPTION.value: "position"}
"""What kinds are called where another word is plainer."""
NONE, UNWEIGHED = Basis(), Weighed("")


def read_in_draft(finding: Finding) -> Iterator[str]:
    """What was read in the draft."""
    weighed = finding.weighed or UNWEIGHED
    first = finding.places[0].basis if finding.places else None
    yield from statement_lines(weighed.asked, _label(finding), (first or weighed.other or NONE).related)
    if weighed.own and weighed.own.asked:
        yield from (
            f"the claim {finding.claim} has {line}"
            for line in statement_lines(weighed.own.asked, _label(finding), None)
        )


def decided(finding: Finding) -> Iterator[str]:
    """By which check and rule a finding was decided, how surely, and which other value did not count."""
    weighed = finding.weighed or UNWEIGHED
    yield f"{finding.stance.value}: {weighed.rule}"
    if weighed.strength is not None:
        needed = f" ({weighed.needed:.0%} is needed)" if weighed.needed else ""
        yield f"sure to {weighed.strength:.0%}{needed}"
    other = weighed.other
    if other and other.read and other.related:
        said = say(other.read.value) if isinstance(other.read, Reading) else other.read
        yield f"{said} was read too and does not count: that passage {other.related.reason}"


def trace_of(finding: Finding, place: Place) -> Trace:
    """The trace of a place of the sources that is shown for a finding."""
    basis, label = place.basis or NONE, _label(finding)
    words = unwrap(place.document.text[slice(*place.focus)])
    lacking = finding.weighed.lacking if finding.weighed and not place.value else ()
    return Trace(
        relation_of(basis),
        _reason(basis),
        tuple(statement_lines(basis.asked, label, basis.related)),
        tuple(source_lines(basis, label, words)) or ("nothing that could be compared",),
        missing_words(basis.related) or lacking,
        (f"score {100 * place.share:.0f}", *share_line(basis.related)),
    )


def _reason(basis: Basis) -> str:
    if basis.related:
        return basis.related.reason
    differs = basis.values is Relation.OTHER and isinstance(basis.read, str) and isinstance(basis.asked, str)
    return f"says {basis.read}, the draft says {basis.asked}" if differs else ""


def _label(finding: Finding) -> str:
    kind = finding.weighed.kind if finding.weighed else ""
    return claims.LABELS.get(finding.code) or LABELS.get(kind, kind)
