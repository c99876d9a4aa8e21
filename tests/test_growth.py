"""How the work grows with the input: each kind at three sizes, the work counted in lines of code run, never in time.

From n to 2n to 4n, what is added must double, not quadruple; regular expressions, which are not counted, are tried elsewhere.
"""

import sys
from pathlib import Path

import pytest

from claims.model import Claim, Kind
from claims.rows import parse_row
from claims.tables import text_rows
from compare.drafting.covered import look_over
from compare.drafting.model import CheckedDraft, Finding, Stance
from compare.drafting.paragraphs import paragraphs_of
from compare.fold import fold
from compare.jobs.claims import compare
from compare.jobs.draft import Draft, check_draft
from compare.jobs.scan import scan
from compare.proposing.terms import Meant, terms_for
from compare.text.patterns import find_pattern
from reports.starting.shelf import Shelf
from seeds.corpus import Corpus, _content
from seeds.model import Source
from seeds.prose import read_prose
from tests.conftest import document, index_of

STEEPEST = 3.0
"""What is added from 2n to 4n may be so many times what is added from n to 2n: 2 where work grows in step, 4 by the square."""
INDEX = index_of(
    "The pier of Ostwick opened on 3 May 2019. It cost $19 million and is 340 metres long. Ann Smith runs it."
)
ONE = "The pier of Ostwick opened on 3 May 2019. "
COSTS = "The mill of Kew cost $19 million in 2018 and employs 212 people. "


def steps(work, size: int) -> int:
    """How many lines of code are run."""
    count = 0

    def trace(frame, event, argument):
        nonlocal count
        count += event == "line"
        return trace

    before = sys.gettrace()
    sys.settrace(trace)
    try:
        work(size)
    finally:
        sys.settrace(before)
    return count


def drafted(piece: str, name: str = "a.md", end: str = "."):
    def work(size: int) -> CheckedDraft:
        prose = read_prose(Path(name), (piece * (size // len(piece)) + end).encode())
        return check_draft(Draft(name, prose.document, prose.comments, prose.skipped), INDEX)

    return work


def looked_over(size: int) -> None:
    prose = read_prose(Path("a.md"), b"It is 5. " * (size // 9))
    (paragraph,) = paragraphs_of(prose.document)
    found = []
    for passage in paragraph.passages:
        start, end = passage.whole
        paragraph.bounds(start, end)
        found.append(Finding("SRC102", Stance.NOT_FOUND, start, end, paragraph.sentence(start), ""))
    look_over(prose.document, (paragraph,), found)


def read(piece: str, name: str = "a.md", end: str = "."):
    return lambda size: _content(Path(name), ("It " + piece * (size // len(piece)) + end).encode())


def scanned(piece: str):
    def work(size: int) -> None:
        texts = [piece.format(n) for n in range(size // len(piece))]
        scan(Corpus("t", (document("\n\n".join(texts), "a"), document(COSTS, "b"))))

    return work


def compared(terms: tuple[str, ...], kind: Kind = Kind.DATE):
    def work(size: int) -> None:
        row = "The harbour of Ostwick number {} opened on {} May {}."
        claims = tuple(
            Claim(f"c{n}", "pier", kind, row.format(n, 1 + n % 28, 1900 + n % 100), terms=terms)
            for n in range(size // 50)
        )
        compare(claims, Corpus("t", (document(ONE, "a"), document(COSTS, "b"))))

    return work


def sources(size: int) -> None:
    texts = tuple(
        document(f"The pier of Kew number {n} opened in {1900 + n % 100}.", f"s{n}") for n in range(size // 50)
    )
    compare((Claim("a", "pier", Kind.DATE, ONE, terms=("pier",)),), Corpus("t", texts))


def longer_pattern(pattern: str, text: str):
    return lambda size: list(find_pattern(" ".join([pattern] * (size // 100)), fold(text * 100 + "end")))


def longer_passage(pattern: str, text: str):
    return lambda size: list(find_pattern(" ".join([pattern] * 8 + ["nowhere"]), fold(text * (size // 10))))


def shelved(size: int) -> None:
    named = [Source(f"source-{n:04}", "t") for n in range(size // 100)]
    files = {Path("s") / f"{source.id}.txt": source.id for source in named}
    list(Shelf(Path("s"), tuple(named), files).crowded(frozenset(source.id for source in named[:3])))


def table(size: int) -> None:
    rows = text_rows(
        Path("a.csv"), ("id,topic,kind,statement\n" + "a,b,date,It opened in 2019.\n" * (size // 20)).encode()
    )
    for number, row in enumerate(rows[1:]):
        parse_row(dict(zip(rows[0], row, strict=True)), "a.csv", number)


def termed(size: int) -> None:
    index = index_of(ONE * (size // len(ONE)))
    terms_for([Meant(n, (entry.dates[0].start, entry.dates[0].end)) for n, entry in enumerate(index.entries)], index)


KINDS = {
    "draft: years in one sentence": drafted("2019, "),
    "draft: figures in one sentence": drafted("1, "),
    "draft: amounts in one sentence": drafted("$19 million and "),
    "draft: names in one sentence": drafted("Ann Smith of Ostwick and "),
    "draft: days in one sentence": drafted("on 3 May 2019 and "),
    "draft: clauses of one sentence": drafted("the mayor said that the pier opened and "),
    "draft: short sentences": drafted("It is 5. "),
    "draft: sentences that assert": drafted(ONE),
    "draft: paragraphs": drafted(ONE + "\n\n"),
    "draft: questions": drafted("Is it long? No. "),
    "draft: sentences of one paragraph": looked_over,
    "draft: marks": drafted("!?"),
    "draft: stops": drafted("a."),
    "draft: abbreviations": drafted("U.S. "),
    "draft: quotation marks": drafted('"a '),
    "draft: quotations": drafted('"It is very long indeed" he said. '),
    "draft: one word": drafted("a"),
    "draft: one number": drafted("1"),
    "draft: hyphens": drafted("a-"),
    "draft: brackets": drafted("["),
    "draft: round brackets": drafted("("),
    "draft: stars": drafted("*a"),
    "draft: links": drafted("[a](b) "),
    "draft: tags": drafted("<b>a "),
    "draft: code": drafted("`a` "),
    "draft: blanks": drafted(" ", end="a"),
    "draft: blank lines": drafted("\n", end="a"),
    "draft: lists": drafted("- It cost $19 million.\n"),
    "draft: rows": drafted("| Ann | 2019 |\n"),
    "draft: headings": drafted("# Ann of 2019\n\n"),
    "draft: comments": drafted("<!-- sourcecheck: ignore SRC101 -->\n"),
    "read: lines of a scan": read("l1ne 0f sc4n  xx\n", "a.txt"),
    "read: rows of strokes": read("| a | 2019 |\n", "a.txt"),
    "read: footnotes": read("Word.1 More.\n1 A note.\n", "a.txt"),
    "read: nested tags": read("<div>a", "a.html"),
    "read: cells": read("<table><tr><td>1</td></tr></table>", "a.html"),
    "read: cells of csv": read("a,1,b\n", "a.csv", end="a,1,b"),
    "scan: figures": scanned("The mill of Kew number {} cost $19 million in 2018.  "),
    "scan: one thing": scanned("The mill of Kew cost ${} million in 2018 to build. "),
    "scan --propose: terms of one sentence many times": termed,
    "compare: claims without terms": compared(()),
    "compare: claims with terms": compared(("pier",)),
    "compare: sources": sources,
    "patterns: more stars": longer_pattern("la *", "la "),
    "patterns: more endings": longer_pattern("la*", "lab "),
    "patterns: stars in a longer passage": longer_passage("la *", "la "),
    "patterns: endings in a longer passage": longer_passage("la*", "lab "),
    "seeds add: registered sources": shelved,
    "claims: rows": table,
}
CLOCKS = ("perf_counter", "process_time", "monotonic", "time.time")
SIZES = {
    "draft: sentences of one paragraph": 4000,
    "scan: figures": 1500,
    "scan: one thing": 1500,
    "patterns: more stars": 4800,
}


@pytest.mark.parametrize("kind", KINDS)
def test_work_grows_in_step(kind):
    work, size = KINDS[kind], SIZES.get(kind, 600)
    work(size)  # what is made once is made now
    one, two, four = (steps(work, size * times) for times in (1, 2, 4))
    assert four - two <= STEEPEST * max(two - one, one / 10), (one, two, four)


def test_no_test_looks_at_the_clock():
    """On a machine that does other things too a second is anything; growth is counted here, time is measured in bench/."""
    for path in Path(__file__).parent.rglob("test_*.py"):
        words = path.read_text(encoding="utf-8")
        assert path == Path(__file__) or not any(clock in words for clock in CLOCKS), path
