"""What the sources say to paragraphs of a draft: quotations, then the other assertions, then the curated claims they speak to.

All that takes long to load is loaded here, so that a run that remembers everything does without.
"""

from collections.abc import Iterator, Sequence

from claims.model import Claim
from compare.drafting.assertions import check_assertions
from compare.drafting.curated import check_curated
from compare.drafting.model import Finding, Stance
from compare.drafting.paragraphs import Paragraph
from compare.drafting.quotations import check_quotation, quotations_of
from compare.search.index import Index
from seeds.model import Document


def check_paragraphs(
    draft: Document, paragraphs: Sequence[Paragraph], claims: Sequence[Claim], index: Index
) -> Iterator[list[Finding]]:
    """The findings of each paragraph, in order."""
    curated = tuple(check_curated(draft, paragraphs, claims, index))
    for paragraph in paragraphs:
        yield [*_check(paragraph, index), *(f for f in curated if paragraph.holds(f.start))]


def _check(paragraph: Paragraph, index: Index) -> Iterator[Finding]:
    quoted = list(quotations_of(paragraph))
    quotations = [f for span in quoted if (f := check_quotation(paragraph, span, index))]
    yield from quotations
    verbatim = [place for f in quotations if f.stance is Stance.SUPPORTED for place in f.places]
    yield from check_assertions(paragraph, quoted, verbatim, index)
