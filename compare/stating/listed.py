"""Lists within a passage: "A, Republican from X; B, Republican from Y; C, Democrat from Z".

What is said of one member stands between two semicolons. A name that a sentence gives to a member is wrong where that member's own
part has another behind the same word, though the name itself stands in the part of another.
"""

from collections.abc import Iterator, Sequence

from compare.facts.stated import root
from compare.fold import STOP, Folded
from compare.search.index import Index, Proposal
from compare.stating.assertions import AssertionKind, runs_of
from compare.stating.found import Found, Sought
from compare.stating.names import SPEAKS
from compare.stating.sentences import Sentence
from compare.values.relations import Relation

MEMBERS = 3
"""How many parts make a list."""


def read_listed(sought: Sought, sentence: Sentence, proposal: Proposal, index: Index) -> Iterator[Found]:
    """The name behind the same word as the asserted one, in the part of the list the sentence speaks of; none for a list itself."""
    folded = proposal.entry.folded
    before = sought.beside[0]
    is_list = len(_parts(sentence.folded)) >= MEMBERS
    parts = _parts(folded) if proposal.share >= SPEAKS and before and not is_list else []
    part = _meant(sought, sentence, folded, parts, index) if len(parts) >= MEMBERS else None
    own = {root(sentence.folded.words[i].stem) for i in sought.assertion.words}
    if part is None or own & {root(folded.words[i].stem) for i in part}:
        return
    for run in runs_of(folded):
        if run[0] in part and folded.words[run[0] - 1].stem == before:
            start, end = folded.span(run[0], run[-1])
            yield Found(proposal, start, end, folded.text[start:end], Relation.OTHER, proposal.share)


def _parts(folded: Folded) -> list[range]:
    """The words between semicolons."""
    words = folded.words
    ends = [i for i in range(1, len(words)) if ";" in folded.text[words[i - 1].end : words[i].start]]
    return [range(a, b) for a, b in zip([0, *ends], [*ends, len(words)], strict=True)]


def _meant(sought: Sought, sentence: Sentence, folded: Folded, parts: Sequence[range], index: Index) -> range | None:
    """The part that holds more of the sentence's other names than any other; None where two hold as much."""
    names = [a for a in sentence.assertions if a.kind is AssertionKind.NAME and a is not sought.assertion]
    words = [sentence.folded.words[i] for a in names for i in a.words]
    weights = {root(w.stem): index.weights.get(w.stem, 0.0) for w in words if w.form not in STOP}
    held = [sum(weights.get(stem, 0.0) for stem in {root(folded.words[i].stem) for i in part}) for part in parts]
    best = max(held, default=0.0)
    return parts[held.index(best)] if best and held.count(best) == 1 else None
