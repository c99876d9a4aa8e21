"""The digests against their originals: every date and figure stands in the lines a digest cites, and nothing is copied."""

import re
from collections import Counter

import pytest

from compare.fold import fold
from compare.search.index import Index
from seeds.model import Document
from seeds.passages import read_passages

MONTHS = "january february march april may june july august september october november december".split()
SPELLED = (
    "two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen "
    "nineteen twenty thirty forty fifty sixty seventy eighty ninety hundred thousand million billion trillion dozen half"
).split()
COPIED = 20
"""Words in a row that may not be exceeded."""


def values(text):
    """The numbers and months a text holds, folded."""
    forms = [word.form for word in fold(text).words]
    return {form for form in forms if form[0].isdigit() or form in MONTHS or form in SPELLED}


def cited(original: Document, lines) -> str:
    """The cleaned words of the passages that touch the cited lines, and those lines as they are."""
    first, last = lines
    touching = [
        p.text
        for p in original.passages
        if any(original.line(a) <= last and original.line(b - 1) >= first for a, b in p.spans)
    ]
    return "\n".join([*touching, *original.text.split("\n")[first - 1 : last]])


@pytest.mark.parametrize("source", ["000", "001", "002", "003", "004"])
def test_every_date_and_figure_stands_in_the_cited_lines(originals, digests, source):
    original = next(d for d in originals.documents if d.source.id == source)
    digest = next(d for d in digests.documents if d.source.id == source)
    for passage in digest.passages:
        left = values(passage.text) - values(cited(original, passage.original_lines))
        assert not left, f"{passage.text!r} {passage.original_lines}: not in the cited lines: {sorted(left)}"


def test_the_digests_of_dates_and_figures_are_compared_at_all(digests):
    assert sum(bool(values(p.text)) for d in digests.documents for p in d.passages) > 300


@pytest.mark.parametrize("source", ["000", "001", "002", "003", "004"])
def test_every_line_of_the_original_is_digested(originals, digests, source):
    """Every passage of the original but boilerplate and headings lies in lines that some paragraph of the digest cites."""
    original = next(d for d in originals.documents if d.source.id == source)
    digest = next(d for d in digests.documents if d.source.id == source)
    lines = {n for p in digest.passages for n in range(p.original_lines[0], p.original_lines[1] + 1)}
    missed = [p.text for p in original.passages if not {original.line(a) for a, _ in p.spans} <= lines]
    assert not missed


def test_nothing_is_copied(originals, digests):
    def words(text):
        return [w.casefold() for w in re.findall(r"[^\W_]+", text)]

    runs = set()
    for original in originals.documents:
        run = words(re.sub(r"-\n", "", original.text))
        runs |= {tuple(run[i : i + COPIED + 1]) for i in range(len(run) - COPIED)}
    for digest in digests.documents:
        run = words(digest.text)
        copied = [run[i : i + 8] for i in range(len(run) - COPIED) if tuple(run[i : i + COPIED + 1]) in runs]
        assert not copied


def test_a_digest_keeps_the_measure_of_its_original(originals, digests):
    sizes = Counter({d.source.id: len(d.text) for d in digests.documents})
    for original in originals.documents:
        assert 0.5 < sizes[original.source.id] / len(original.text) < 1.05


def test_digests_and_originals_hold_the_same_names(originals, digests):
    """Words that matter (rare capitalised ones) of each original turn up in its digest."""
    for original, digest in zip(originals.documents, digests.documents, strict=True):
        held = {word.form for p in digest.passages for word in fold(p.text).words}
        names = Counter(
            word.form
            for p in original.passages
            if p.kind != "footnote"
            for word in fold(p.text).words[1:]
            if p.text[word.start].isupper() and len(word.form) > 3
        )
        lost = [name for name, count in names.items() if count > 1 and name not in held]
        assert len(lost) <= 0.03 * len(names), lost


def test_the_index_sees_both(originals, digests):
    assert len(Index(digests).entries) > 0.6 * len(Index(originals).entries)
    assert read_passages("") == ()
