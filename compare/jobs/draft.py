"""A draft checked against sources, top to bottom: quotations, then assertions, then the curated claims the draft speaks to.

Every finding has its place in the draft and the places in the sources that decide it. What no source speaks to is told apart from
what a source contradicts, and counted.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from claims.model import Claim
from compare.checks import all_checks
from compare.drafting.approved import Approvals, with_approvals
from compare.drafting.covered import cover, look_over
from compare.drafting.identity import identify
from compare.drafting.memory import Memory, keep, keys_of, recall
from compare.drafting.model import CheckedDraft, Finding, Noted, Stance
from compare.drafting.naming import name_sources
from compare.drafting.paragraphs import Paragraph, paragraphs_of
from compare.drafting.settling import settle
from compare.drafting.suppressions import read_suppressions, silencing
from compare.drafting.telling import tell
from compare.search.index import Index
from seeds.model import Document
from seeds.text import Comment

__all__ = ["CheckedDraft", "Draft", "Finding", "Noted", "Stance", "check_draft"]


@dataclass(frozen=True)
class Draft:
    """A text to check. name: of its file as given. comments: those of its markup. skipped: characters of it that are no prose."""

    name: str
    document: Document
    comments: tuple[Comment, ...] = ()
    skipped: int = 0


def check_draft(
    draft: Draft,
    index: Index,
    claims: Sequence[Claim] = (),
    codes: frozenset[str] | None = None,
    memory: Memory | None = None,
    why: bool = False,
    approvals: Approvals | None = None,
) -> CheckedDraft:
    """Everything the sources of an index say to a draft.

    claims: the curated ones to ask. codes: the checks to use, None for all. memory: what earlier runs found in paragraphs with
    the same claims and sources; what is new is added to it. why: everything is found anew, with what it rests on.
    approvals: quotations that speakers approved or refused.
    """
    paragraphs = tuple(name_sources(p, draft.document, index.documents) for p in paragraphs_of(draft.document))
    if why:
        found = _traced(draft.document, paragraphs, index, claims)
    else:
        found = _findings(draft.document, paragraphs, index, claims, {} if memory is None else memory)
    if approvals:
        found = with_approvals(found, paragraphs, approvals)
    every = frozenset(check.code for check in all_checks())
    settled = settle(found)
    whole = [paragraph.whole for paragraph in paragraphs]
    suppressions = tuple(read_suppressions(draft.comments, draft.document.text, whole, every))
    every_fact = [Noted(f, id_, silencing(f, suppressions)) for f, id_ in identify(settled, draft.document.text)]
    noted, facts = (
        tuple(n for n in some if codes is None or n.finding.code in codes) for some in (tell(every_fact), every_fact)
    )
    looked = look_over(draft.document, paragraphs, settled)
    coverage = cover(looked, settled, draft.skipped)
    return CheckedDraft(draft.name, draft.document, noted, coverage, suppressions, facts, looked)


def _findings(
    document: Document, paragraphs: Sequence[Paragraph], index: Index, claims: Sequence[Claim], memory: Memory
) -> list[Finding]:
    """The findings of all paragraphs, in order: those remembered, and those of a paragraph that is new."""
    sources = {source.source.id: source for source in index.documents}
    keyed = dict(zip(keys_of(paragraphs), paragraphs, strict=True))
    known = {key: recall(memory, key, paragraph, sources) for key, paragraph in keyed.items()}
    fresh = {key: paragraph for key, paragraph in keyed.items() if known[key] is None}
    if fresh:
        from compare.drafting.checking import check_paragraphs

        new = check_paragraphs(document, tuple(fresh.values()), claims, index)
        for (key, paragraph), findings in zip(fresh.items(), new, strict=True):
            keep(memory, key, paragraph, findings)
            again = recall(memory, key, paragraph, sources)
            known[key] = tuple(findings) if again is None else again
    return [finding for key in keyed for finding in known[key] or ()]


def _traced(
    document: Document, paragraphs: Sequence[Paragraph], index: Index, claims: Sequence[Claim]
) -> list[Finding]:
    """The findings of all paragraphs, in order, each with what it rests on, which no memory keeps."""
    from compare.drafting.checking import check_paragraphs

    return [f for findings in check_paragraphs(document, paragraphs, claims, index) for f in findings]


def against(checked: CheckedDraft, known: Iterable[str]) -> CheckedDraft:
    """The draft with its known findings marked. known: ids of an earlier run."""
    ids = frozenset(known)
    noted, facts = (tuple(replace(n, known=n.id in ids) for n in some) for some in (checked.noted, checked.facts))
    return replace(checked, noted=noted, facts=facts, gone=len(ids - {n.id for n in noted}))
