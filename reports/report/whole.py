"""The report of a whole result: what differs, gravest first and with its places; what is small, in a table or a line; what was read."""

from collections.abc import Iterable, Iterator, Sequence

from claims.model import Kind, Severity
from compare.decide.advice import advice
from compare.decide.headline import gravest_first, headline, told, values_line, where, with_places
from compare.decide.said import Said, name_of, values_said
from compare.decide.severity import judged
from compare.decide.subject import subject
from compare.evidence.model import Comparison, Result, Stance, Verdict
from compare.jobs.coverage import coverage
from reports.as_table import LEGEND, signs
from reports.coverage import counts_of, line_of
from reports.findings import FIRST, NONE, OPEN, Reviews, State, counted, decided, weighty
from reports.read_lines import corpus_line, coverage_line
from reports.report.blocks import (
    Block,
    Heading,
    Items,
    Line,
    Look,
    Paragraph,
    Piece,
    Table,
    code,
    headed,
    plain,
    strong,
)
from reports.topics import TopicReport, topic_reports

QUIET = (Stance.SILENT, Stance.UNREAD)
TITLE = "What the sources say: where they agree and where they differ"
CLEAN = (
    "A clean line means that the checks of sourcecheck found nothing in the passages that were matched and read. "
    "It does not mean that a statement is true, nor that no other passage speaks to it."
)


def blocks(result: Result, reviews: Reviews = NONE) -> Iterator[Block]:
    """The blocks of the report. reviews: what people decided."""
    yield Heading(TITLE, 1)
    yield Paragraph(plain(" ".join(filter(None, [corpus_line(result), counted(result), decided(result, reviews)]))))
    yield from _opening(result, reviews)
    yield from _smaller(result, reviews)
    yield from _quiet(result)
    yield from _about(result)


def _opening(result: Result, reviews: Reviews) -> Iterator[Block]:
    """The gravest findings, a line each."""
    found = weighty(result.comparisons)
    yield from headed("Findings, gravest first", [_numbered(found[:FIRST], 1, reviews)])
    left = len(found) - FIRST
    if left > 0:
        yield Paragraph(plain(f"{left} more finding{'s' if left != 1 else ''} stand below, under Further findings."))


def _smaller(result: Result, reviews: Reviews) -> Iterator[Block]:
    """What stands behind the gravest: the style sheet, further findings, small differences, what changed over time, precision."""
    small = [c for c in gravest_first(result.comparisons) if judged(c).severity is Severity.LOW]
    names = [c for c in small if c.claim.kind is Kind.NAME]
    yield from headed("Style sheet", [Table(("name", "forms", "claim"), tuple(map(_name_row, names)))])
    yield from headed("Further findings", [_numbered(weighty(result.comparisons)[FIRST:], FIRST + 1, reviews)])
    others = [c for c in small if c.claim.kind is not Kind.NAME]
    lines = tuple((*plain(f"{headline(c)}. "), _link(c), *_state(c, reviews)) for c in others)
    yield from headed("Small differences: leave, or choose one wording", [Items(lines)])
    changed = [c for c in result.comparisons if c.verdict is Verdict.CHANGED_OVER_TIME]
    lines = tuple((*plain(f"{with_places(c)}. "), _link(c), *_state(c, reviews)) for c in changed)
    yield from headed("Changed over time", [Items(lines)])
    precise = [c for c in result.comparisons if c.verdict is Verdict.PRECISION_DIFFERENCE]
    yield from headed("Precision", [Table(("what", "values", "claim"), tuple(map(_precision_row, precise)))])


def _quiet(result: Result) -> Iterator[Block]:
    """What needs nothing, and what nobody says; what one source alone says is left to the topics."""
    agreed = [c for c in result.comparisons if c.verdict is Verdict.AGREEMENT]
    lines = tuple((*plain(f"{c.claim.statement} ({speaking(c)}) "), _link(c)) for c in agreed)
    yield from headed("What the sources agree on", [Items(lines)])
    missing = [c for c in result.comparisons if c.verdict is Verdict.NOT_FOUND]
    yield from headed(
        "What no source says, as far as could be read",
        [Items(tuple((*plain(f"{c.claim.statement} "), _link(c)) for c in missing))],
    )


def speaking(comparison: Comparison) -> str:
    """The sources that speak to a claim, with the first place of each."""
    read = (next((e for e in t.evidence if e.stance is not Stance.UNREAD), None) for t in comparison.testimonies)
    return "; ".join(f"{name_of(e.document)}, {where(e)}" for e in read if e)


def _about(result: Result) -> Iterator[Block]:
    """The tables of topics and sources, the matrix, and what was read."""
    topics = Table(
        ("topic", "claims", "differ", "over time", "precision", "agree", "one source", "not found"),
        tuple(map(_topic_row, topic_reports(result))),
        numbers=1,
    )
    yield from headed("Topics", [topics])
    sources = tuple(
        tuple(map(plain, (s.id, name_of(d), s.title, s.author, s.published)))
        for d in result.corpus.documents
        for s in (d.source,)
    )
    yield from headed("Sources", [Table(("source", "called", "title", "author", "published"), sources)])
    matrix = _matrix(result)
    if matrix.rows:
        yield from headed(
            "Claims by sources", [Paragraph(plain(f"Where two or more speak and differ. {LEGEND}")), matrix]
        )
    yield from headed("What was read", [Paragraph(plain(coverage_line(result)))])
    if result.telling:
        found = coverage(result)
        rows = tuple(tuple(map(plain, row[:4])) for row in counts_of(found))
        yield Paragraph((Piece(f"{line_of(found)} "), code("sourcecheck coverage"), Piece(" lists the others.")))
        yield Table(("source", "sentences", "covered", "share"), rows, numbers=1)
    yield Paragraph(plain(CLEAN))


def _numbered(found: Sequence[Comparison], first: int, reviews: Reviews) -> Items:
    return Items(tuple(_line(c, reviews) for c in found), first)


def _line(comparison: Comparison, reviews: Reviews) -> Line:
    """A finding: how grave, who says what and where, what to do, and which claim it is."""
    to_do = advice(comparison)
    return (
        strong(judged(comparison).severity),
        Piece(f" {with_places(comparison)}. "),
        *([Piece(to_do, Look.EMPHASIS), Piece(" ")] if to_do else []),
        _link(comparison),
        *_state(comparison, reviews),
    )


def _link(comparison: Comparison) -> Piece:
    return code(comparison.claim.id, comparison.claim.topic)


def _state(comparison: Comparison, reviews: Reviews) -> Iterator[Piece]:
    state = reviews.get(comparison.claim.id, OPEN).state
    if state is not State.OPEN:
        yield Piece(f" ({state})")


def _name_row(comparison: Comparison) -> tuple[Line, ...]:
    """A name and its forms: each form with the sources that have it, and how often."""
    said = values_said(comparison)
    own = next((s.value for s in said if not s.against), comparison.claim.expected)
    by_form: dict[str, list[Said]] = {}
    for s in sorted(said, key=lambda s: s.against):
        by_form.setdefault(s.value, []).append(s)
    forms = (f"{form}: {', '.join(_often(s) for s in found)}" for form, found in by_form.items())
    return plain(own), plain("; ".join(forms)), (_link(comparison),)


def _often(said: Said) -> str:
    """A source and how often it has a form; the one place of a form that is not the claim's."""
    many = len(said.places)
    return f"{name_of(said.document)} {f'({where(said.places[0])})' if many == 1 and said.against else f'× {many}'}"


def _precision_row(comparison: Comparison) -> tuple[Line, ...]:
    return plain(subject(comparison)), plain(values_line(told(comparison))), (_link(comparison),)


def _topic_row(report: TopicReport) -> tuple[Line, ...]:
    kinds = (
        Verdict.CHANGED_OVER_TIME,
        Verdict.PRECISION_DIFFERENCE,
        Verdict.AGREEMENT,
        Verdict.SINGLE_SOURCE,
        Verdict.NOT_FOUND,
    )
    counts: Iterable[int] = (
        len(report.comparisons), len(report.differing), *(len(report.under(kind)) for kind in kinds),
    )  # fmt: skip
    return (Piece(report.title, topic=report.topic),), *map(plain, counts)


def _matrix(result: Result) -> Table:
    """A row per claim on which two or more sources speak and differ: what each says, as signs."""
    differing = (c for c in result.comparisons if c.verdict is not Verdict.AGREEMENT)
    found = [c for c in differing if sum(t.stance not in QUIET for t in c.testimonies) > 1]
    rows = [((_link(c),), *(plain(signs(t)) for t in c.testimonies)) for c in found]
    return Table(("claim", *(d.source.id for d in result.corpus.documents)), tuple(rows))
