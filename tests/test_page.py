"""The page of a comparison: what stands in it, where its links lead, and that hostile text stays text."""

import json
import re
from dataclasses import replace
from html.parser import HTMLParser
from itertools import pairwise
from pathlib import Path

import pytest
from click.testing import CliRunner
from hypothesis import given, settings
from hypothesis import strategies as st

from claims.model import Claim, Kind
from compare.evidence.model import Stance
from compare.jobs.claims import compare
from compare.jobs.scan import scan
from reports.cli import main
from reports.dismissing import noted
from reports.findings import Reviewed, State
from reports.page.agreement import pairs_of
from reports.page.beyond import beyond
from reports.page.data import units_of
from reports.page.reading import OUTSIDE, RANGE, rows_of
from reports.page.render import to_html
from reports.page.timeline import timeline_of
from reports.printable import CONTROL
from seeds.corpus import Corpus
from seeds.model import Document
from tests.conftest import corpus
from tests.test_draft_formats import HOSTILE
from tests.test_golden import claims, on_digests, on_originals, small  # noqa: F401 (two of them are fixtures)

VOID = frozenset("br col hr img input link meta rect circle".split())
MOST_BYTES = 1_000_000
"""Of the page for the five originals."""


class Page(HTMLParser):
    """What a reader of the page meets: tags with attributes, ids, text by tag, and whether every tag is closed in order."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.open: list[str] = []
        self.tags: list[tuple[str, dict[str, str]]] = []
        self.text: list[tuple[str, str]] = []
        self.feed(text)

    def handle_starttag(self, tag, attrs):
        self.tags.append((tag, {name: value or "" for name, value in attrs}))
        if tag not in VOID:
            self.open.append(tag)

    def handle_startendtag(self, tag, attrs):
        self.tags.append((tag, dict(attrs)))

    def handle_endtag(self, tag):
        assert self.open.pop() == tag

    def handle_data(self, data):
        self.text.append((self.open[-1] if self.open else "", data))

    def all(self, name: str) -> list[str]:
        """Every value of an attribute."""
        return [attributes[name] for _, attributes in self.tags if name in attributes]

    def words(self) -> str:
        return "".join(text for tag, text in self.text if tag not in ("style", "script"))


@pytest.fixture(scope="module")
def page():
    return to_html(small())


def opening(text: str = "The pier opened in 2018.", **changed) -> Claim:
    return replace(Claim("open", "pier", Kind.DATE, text, "2018"), **changed)


TWO_FAULTS = (
    "The pier of Ostwick was opened by Mayor Ada Hale on 3 May 2018.\n\nThe old mill has a wheel.\n\nRain fell for a week.\n\n"
    "A bakery sells bread with caraway.\n\nThe toll runs from May 2015 to June 2011.",
    "The pier of Ostwick was opened by Mayor Ada Hale on 9 May 2018.",
)
"""A day told in two ways, which a claim may tell too, and a time that ends before it begins."""


# what stands in it


def data(page: str):
    """The data of a page."""
    return json.loads(page.split('<script type="application/json" id="data">')[1].split("</script>")[0])


def told(known, row):
    """The words of a claim's row: id, statement, headline, severity, why, what to do, note, decision, meaning."""
    return [known["words"][word] for word in row[7:]]


def places(known, source, numbers):
    """The passages and the words read in them that the numbers of places stand for."""
    text, passages = known["sources"][source]["text"], known["sources"][source]["passages"]
    for passage, a, b, name in zip(*[iter(numbers)] * 4, strict=True):
        start, end = passages[passage][:2]
        yield text[start:end], text[start + a : start + b], known["words"][name]


def test_it_opens_with_the_findings_the_gravest_before_all(page):
    assert page.index('id="filters"') < page.index('id="list"') < page.index('id="overview"')
    shown = re.findall(r'name="show" value="([\w-]+)"( checked)?', page)
    assert [group for group, checked in shown if checked] == ["high", "medium", "low"]
    known = data(page)
    ranked = sorted((row[3], *told(known, row)[2:4]) for row in known["claims"] if row[3] >= 0)
    assert ranked[0][1:] == ("The pier is … long: 340 meters (a, c), 352 meters (c)", "high")
    assert [severity for _, _, severity in ranked] == ["high", "high", "high"]


def test_golden(page, golden):
    golden("page-small.html", page)


def test_every_claim_stands_once_with_every_source_that_speaks(page):
    result, known = small(), data(page)
    assert [told(known, row)[0] for row in known["claims"]] == [c.claim.id for c in result.comparisons]
    for c, row in zip(result.comparisons, known["claims"], strict=True):
        for source, (t, says) in enumerate(zip(c.testimonies, row[6], strict=True)):
            if not says:
                assert not t.evidence
                continue
            readings, *unread = says
            numbers = [n for reading in readings for n in reading[3]] + [n for u in unread for n in u]
            found = sorted((passage, words) for passage, words, _ in places(known, source, numbers))
            assert found == sorted((e.exact, e.document.text[slice(*e.focus)]) for e in t.evidence)


def test_reviews_stand_beside_their_verdict_and_nowhere_else():
    lines = ("kept: leased is what the deed says (A. B.)", "<b>looked at</b>")
    said = to_html(small(), {"sale": Reviewed(lines, State.EXPIRED), "gone": Reviewed(("x-y-z",))})
    known = data(said)
    reviewed = {told(known, row)[0]: [known["words"][n] for n in row[5]] for row in known["claims"] if row[5]}
    assert reviewed == {"sale": list(lines)}
    assert [told(known, row)[0] for row in known["claims"] if told(known, row)[7] == "expired"] == ["sale"]
    assert "<b>" not in said
    assert "x-y-z" not in said


def test_what_the_scan_finds_and_no_claim_tells_stands_behind_the_claims():
    sources = corpus(*TWO_FAULTS)
    findings = noted(scan(sources).findings, {})
    claim = Claim("day", "pier", Kind.DATE, "The pier of Ostwick was opened on 3 May 2018.", "2018-05-03")
    shown = beyond(compare([claim], sources), findings)
    assert (len(findings), shown.told, shown.dismissed) == (2, 1, 0)
    assert [n.finding.code for n in shown.findings] == ["SRC404"]
    page = Page(to_html(compare([claim], sources), beyond=shown))
    assert "it ends before it begins" in page.words()
    assert "1 more is told by the claims above" in page.words()
    assert page.open == []


def test_what_was_dismissed_is_counted_on_the_page_and_not_told():
    sources = corpus(*TWO_FAULTS)
    findings = noted(scan(sources).findings, {})
    silenced = noted(scan(sources).findings, {n.fingerprint: "known" for n in findings if n.finding.code == "SRC404"})
    shown = beyond(compare([opening()], sources), silenced)
    assert (len(shown.findings), shown.dismissed) == (1, 1)


def test_without_findings_the_page_says_nothing_of_a_scan(page):
    assert "Beyond the claims" not in Page(page).words()


def test_the_words_that_differ_from_a_quotation_are_marked():
    quote = Claim("motto", "pier", Kind.QUOTE, "The motto is a pier.", "We shall never close the pier of Ostwick.")
    known = data(to_html(compare([quote], corpus("He said: “We shall always close the pier of Ostwick.”"))))
    mine, theirs = known["claims"][0][6][0][0][0][4]
    assert ["never", "changed"] in mine
    assert ["always", "changed"] in theirs


def test_every_link_leads_to_a_place_in_the_page_and_every_id_is_its_own(page):
    seen = Page(page)
    ids, links = seen.all("id"), seen.all("href")
    assert len(ids) == len(set(ids))
    assert all(link.startswith("#") and link[1:] in ids for link in links if link != "data:,")
    assert set(seen.all("aria-labelledby")) | set(seen.all("for")) <= set(ids)


@pytest.mark.parametrize("which", ["on_digests", "on_originals"])
def test_the_shipped_claims_in_full(which, request):
    result = request.getfixturevalue(which)
    page = to_html(result)
    seen, known = Page(page), data(page)
    assert seen.open == []
    assert len(known["claims"]) == len(result.comparisons)
    for c, row in zip(result.comparisons, known["claims"], strict=True):
        assert told(known, row)[0] == c.claim.id
    assert len(page.encode()) < MOST_BYTES
    assert page == to_html(result)
    assert str(Path.cwd()) not in page


@pytest.mark.parametrize(("text", "at", "unit"), [("abc", 2, 2), ("a\U0001f600b", 1, 1), ("a\U0001f600b", 2, 3)])
def test_positions_count_as_javascript_counts(text, at, unit):
    assert units_of(text)(at) == unit


def test_nothing_is_loaded_and_one_script_may_run(page):
    seen = Page(page)
    assert seen.all("src") == []
    policy = seen.all("content")[2]
    assert [attributes.get("type") for tag, attributes in seen.tags if tag == "script"] == ["application/json", None]
    assert policy.startswith("default-src 'none'; style-src 'unsafe-inline'; script-src 'sha256-")
    assert not re.search(r"url\(|@import|https?:", page.split("<body>")[0])


def test_headings_go_down_one_step_at_a_time_and_tables_name_their_rows_and_columns(page):
    seen = Page(page)
    levels = [int(tag[1]) for tag, _ in seen.tags if re.fullmatch(r"h\d", tag)]
    assert levels[0] == 1
    assert levels.count(1) == 1
    assert all(below - above <= 1 for above, below in pairwise(levels))
    assert all(attributes.get("scope") for tag, attributes in seen.tags if tag == "th")
    assert [tag for tag, _ in seen.tags if tag in ("header", "nav", "main", "footer")] == [
        "header",
        "nav",
        "main",
        "footer",
    ]


def colours(page: str):
    """The two schemes' colours by name."""
    light, dark = re.findall(r":root \{(.*?)\}", page, re.DOTALL)[:2]
    return [dict(re.findall(r"--([\w-]+): (#[0-9a-f]{6})", scheme)) for scheme in (light, dark)]


def contrast(one: str, other: str) -> float:
    """The ratio of WCAG 2.2, 1 to 21."""

    def luminance(colour: str) -> float:
        shares = [int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)]
        red, green, blue = (s / 12.92 if s <= 0.04045 else ((s + 0.055) / 1.055) ** 2.4 for s in shares)
        return 0.2126 * red + 0.7152 * green + 0.0722 * blue

    brighter, darker = sorted((luminance(one), luminance(other)), reverse=True)
    return (brighter + 0.05) / (darker + 0.05)


def test_every_text_can_be_told_from_its_ground_in_both_schemes(page):
    assert contrast("#000000", "#ffffff") == 21
    for scheme in colours(page):
        pairs = [(text, ground) for text in ("text", "muted", "link") for ground in ("page", "panel")]
        pairs += [("text", "lit"), ("muted", "lit")] + [
            (name, f"{name}-back") for name in scheme if f"{name}-back" in scheme
        ]
        assert len(pairs) == 15
        for text, ground in pairs:
            assert contrast(scheme[text], scheme[ground]) >= 4.5, (text, ground)


# hostile text


@pytest.mark.parametrize("text", HOSTILE, ids=range(len(HOSTILE)))
@pytest.mark.parametrize("place", ["statement", "note", "value", "source", "topic", "title", "review", "id", "speaker"])
def test_hostile_text_changes_nothing_but_its_own_place(text, place):
    harmless = with_text("harmless", place)
    hostile = with_text(text, place)
    page, plain = Page(hostile), Page(harmless)
    assert [tag for tag, _ in page.tags] == [tag for tag, _ in plain.tags]
    assert [sorted(attributes) for _, attributes in page.tags] == [sorted(attributes) for _, attributes in plain.tags]
    assert page.open == []
    assert not CONTROL.search(hostile.replace("\n", ""))
    assert len(re.findall("</script", hostile, re.IGNORECASE)) == 2
    assert "<!--" not in hostile


def with_text(text: str, place: str) -> str:
    """A page of one claim and one source in which `text` stands somewhere."""
    result, claim = compare([opening()], corpus("The pier opened in 2018.")), opening()
    if place in ("statement", "note", "id", "topic"):
        claim = replace(claim, **{place: text})
    document = result.corpus.documents[0]
    if place == "source":
        document = replace(document, source=replace(document.source, id=text))
    if place == "title":
        document = replace(document, source=replace(document.source, title=text, author=text, published=text))
    found = result.comparisons[0].testimonies[0]
    evidence = replace(found.evidence[0], document=document)
    if place in ("value", "speaker"):
        evidence = replace(evidence, answer=replace(evidence.answer, **{place: text}, stance=Stance.CONTRADICTS))
    testimony = replace(found, document=document, evidence=(evidence,))
    comparison = replace(result.comparisons[0], claim=claim, testimonies=(testimony,))
    made = replace(result, corpus=Corpus("test", (document,)), comparisons=(comparison,))
    return to_html(made, {claim.id: Reviewed((text if place == "review" else "harmless",))})


@pytest.mark.parametrize("text", HOSTILE, ids=range(len(HOSTILE)))
def test_hostile_sources_stand_in_the_data_as_they_are_written(text):
    source = f"The pier opened in 2018. {text}\n\nThe pier opened in 2018, says {text} too."
    known = data(to_html(compare([opening()], corpus(source))))
    assert known["sources"][0]["text"] == CONTROL.sub("\ufffd", source)


# the reading view


def reading(document: Document) -> str:
    return "".join(document.text[row.start : row.end] for row in rows_of(document))


def bare(text: str) -> str:
    """The letters and digits of a text."""
    return "".join(character for character in text if character.isalnum())


@pytest.mark.parametrize("which", ["on_digests", "on_originals"])
def test_the_reading_view_holds_every_letter_once_in_its_order(which, request):
    result = request.getfixturevalue(which)
    for source in result.corpus.documents:
        wanted = RANGE.sub("", source.text) if which == "on_digests" else source.text
        assert bare(reading(source)) == bare(wanted)


def test_a_line_range_is_left_out_of_a_digest_only():
    result = compare([], corpus("The pier [l. 1-2] opened.\n\n[l. 3]\n\nGulls."))
    assert "[l. 1-2]" in reading(result.corpus.documents[0])


@settings(max_examples=50, deadline=None)
@given(st.text(alphabet="The pier 2018.\n-*#•|\u00a0", max_size=300))
def test_no_letter_of_any_source_is_lost(text):
    result = compare([opening()], corpus(text + "\n\nThe pier opened in 2018."))
    document = result.corpus.documents[0]
    assert bare(reading(document)) == bare(document.text)


def test_page_furniture_is_told_apart(originals):
    rows = list(rows_of(originals.documents[1]))
    assert {row.kind for row in rows} >= {"body", "heading", "footnote", OUTSIDE}


# pairs and timeline


@pytest.mark.parametrize(
    ("one", "other", "counted"),
    [
        ("Gulls are loud.", "The pier opened in 2018.", (0, 0, 0)),
        ("The pier opened in 2018.", "The pier opened in 2018.", (1, 0, 0)),
        ("The pier opened in 2018.", "The pier opened in May 2018.", (1, 0, 0)),
        ("The pier opened in 2019.", "The pier opened in 2019.", (1, 0, 0)),
        ("The pier opened in 2018.", "The pier opened in 2019.", (0, 0, 1)),
        ("The pier opened in 2020.", "The pier opened in 2019.", (0, 0, 1)),
        ("The pier opened in 2018. The pier opened in 2019.", "The pier opened in 2019.", (0, 1, 0)),
        ("The pier opened in 2018. The pier opened in 2019.", "The pier opened in 2020.", (0, 0, 1)),
    ],
)
def test_sources_in_pairs(one, other, counted):
    claim = opening(terms=("pier opened",))
    (pair,) = pairs_of(compare([claim], corpus(one, other)).comparisons, ("a", "b"))
    assert (pair.agree, pair.partly, pair.differ) == counted
    assert pair.both == sum(counted)


def test_one_source_has_no_pair_and_three_have_three():
    assert pairs_of((), ("a",)) == ()
    assert [(p.one, p.other) for p in pairs_of((), "abc")] == [("a", "b"), ("a", "c"), ("b", "c")]


def timeline(text: str, *dates: str):
    made = [opening(id=f"c{i}", expected=date, terms=("pier opened",)) for i, date in enumerate(dates)]
    return timeline_of(compare(made, corpus(text)).comparisons)


def test_claims_stand_in_order_of_time_and_years_are_equally_wide():
    line = timeline("Nothing.", "2018-07-02", "1918", "2018")
    assert [row.when for row in line.rows] == ["1918", "2018", "2018-07-02"]
    assert [(row.bar.left, row.bar.width) for row in line.rows[:2]] == [(0, 50), (50, 50)]
    assert 74 < line.rows[2].bar.left < 76
    assert line.ticks == ((1918, 0.0), (2018, 50.0))


def test_a_date_a_source_gives_otherwise_is_placed_beside_the_claim():
    (row,) = timeline("The pier opened on 3 May 2019.", "2018").rows
    (said,) = row.said
    assert (said.value, said.stance, said.sources) == ("3 May 2019", Stance.CONTRADICTS, ("a",))
    assert said.bar
    assert said.bar.left > 50


@pytest.mark.parametrize("date", ["2018/..", "../2018", "199X", "2018-21", "2018~", "2018-12-31", "0001", "9999-12-31"])
def test_every_date_lies_on_the_axis(date):
    (row,) = timeline("Nothing.", date).rows
    assert 0 <= row.bar.left <= row.bar.left + row.bar.width <= 100.01


def test_a_page_without_dates_sources_or_claims_is_a_page():
    for result in (
        compare([], corpus()),
        compare([], corpus("Gulls.")),
        compare([opening(kind=Kind.DESCRIPTION)], corpus("G.")),
    ):
        page = Page(to_html(result))
        assert page.open == []
        assert "timeline" not in page.all("id")


@pytest.mark.parametrize(
    ("format_", "begins"),
    [
        ("html", "<!doctype html>\n"),
        ("claimreview", '{\n "@context": "https://schema.org",'),
        ("annotations", '{\n "@context": "http://www.w3.org/ns/anno.jsonld",'),
    ],
)
def test_the_command_writes_the_format(format_, begins, tmp_path, monkeypatch):
    monkeypatch.delenv("SOURCECHECK_SEEDS", raising=False)
    out = tmp_path / "out"
    done = CliRunner().invoke(main, ["compare", "--topic", "vance-visit", "--format", format_, "--out", str(out)])
    assert done.exit_code == 0
    assert out.read_text(encoding="utf-8").startswith(begins)


def test_the_number_of_pieces_of_evidence_reaches_the_annotations(monkeypatch):
    monkeypatch.delenv("SOURCECHECK_SEEDS", raising=False)
    totals = []
    for most in ("1", "all"):
        done = CliRunner().invoke(
            main, ["compare", "--topic", "section-907", "--format", "annotations", "--evidence", most]
        )
        totals.append(json.loads(done.stdout)["total"])
    assert 0 < totals[0] < totals[1]
