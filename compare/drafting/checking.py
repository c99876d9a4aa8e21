"""What the sources say to paragraphs of a draft: quotations, then the other assertions, then the curated claims they speak to.

All that takes long to load is loaded here, so that a run that remembers everything does without.
"""

from collections.abc import Iterator, Sequence

from claims.model import Claim
from compare.drafting.assertions import check_assertions
from compare.drafting.bound import bound
from compare.drafting.curated import check_curated
from compare.drafting.deriving import worked_out
from compare.drafting.model import Finding, Stance
from compare.drafting.naming import without_names
from compare.drafting.paragraphs import Paragraph
from compare.drafting.quotations import check_quotation, quotations_of
from compare.search.index import Index
from seeds.model import Document


def check_paragraphs(
    draft: Document, paragraphs: Sequence[Paragraph], claims: Sequence[Claim], index: Index
) -> Iterator[list[Finding]]:
    """The findings of each paragraph, in order."""
    curated = tuple(check_curated(draft, paragraphs, claims, index))
    only: dict[tuple[str, ...], Index] = {}
    for paragraph in map(without_names, paragraphs):
        found = [*_check(paragraph, index), *(f for f in curated if paragraph.holds(f.start))]
        yield list(bound(paragraph, found, _check, index, only)) if paragraph.named else found


def _check(paragraph: Paragraph, index: Index) -> list[Finding]:
    quoted = list(quotations_of(paragraph))
    quotations = [check_quotation(paragraph, span, index) for span in quoted]
    verbatim = [place for f in quotations if f.stance is Stance.SUPPORTED for place in f.places]
    return list(worked_out(paragraph, [*quotations, *check_assertions(paragraph, quoted, verbatim, index)], index))
