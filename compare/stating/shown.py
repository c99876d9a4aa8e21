"""Which of the values and passages found for an assertion are shown, and in which order."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import replace

from compare.facts.stated import root, roots
from compare.search.index import Proposal
from compare.stating.anchors import Anchors
from compare.stating.found import Found
from compare.values.relations import Relation

SHARED = 0.7
"""A place is shown whose strength is at least this share of the strongest."""
EVEN = 0.9
"""Values are about as strong whose strength is at least this share of the strongest."""
TOGETHER = 12
"""How many of the nearest passages together tell how much of a sentence the sources speak of."""


def foremost(found: Sequence[Found]) -> list[Found]:
    """Those nearly as strong as the first, the value first that most of them give."""
    near = [f for f in found if f.strength >= SHARED * found[0].strength]
    weight: Counter[str] = Counter()
    for f in near:
        weight[f.said] += round(100 * f.strength)
    return sorted(near, key=lambda f: (f.relation is Relation.COARSER, -weight[f.said], f.said, order(f)))


def order(found: Found) -> tuple[float, str, int]:
    """The strongest first, then by source and place."""
    return -found.strength, found.proposal.entry.document.source.id, found.start


def nearest(proposals: Sequence[Proposal]) -> tuple[Found, ...]:
    """The passage that holds most of the anchors, whole, without a value."""
    best = max(proposals, key=lambda p: p.share, default=None)
    return (_whole(best),) if best else ()


def together(anchors: Anchors, proposals: Sequence[Proposal]) -> tuple[Found, ...]:
    """The nearest passages, each with the share of the anchors that all of them hold together."""
    best = sorted(proposals, key=lambda p: -p.share)[:TOGETHER]
    held = roots(frozenset().union(*(p.entry.stems for p in best)))
    share = sum(weight for stem, weight in anchors.items() if root(stem) in held) / (sum(anchors.values()) or 1.0)
    return tuple(_whole(replace(p, share=max(p.share, share))) for p in best)


def _whole(proposal: Proposal) -> Found:
    return Found(proposal, 0, len(proposal.entry.passage.text), "", Relation.OTHER, proposal.share)


def concordant(found: Iterable[Found]) -> list[Found]:
    """The values found, the strongest first; none when those about as strong do not all say the same."""
    ranked = sorted(found, key=order)
    said = {f.said.split()[-1] for f in ranked if f.strength >= EVEN * ranked[0].strength}
    return ranked if len(said) == 1 else []
