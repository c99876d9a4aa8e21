"""`--why`: the traces of lines, as they are told, and that no trace tells another story than its line."""

import csv
import json
from pathlib import Path

import pytest
from click.testing import CliRunner

from claims.model import Claim, Kind
from claims.tables import TOPICS, read_claims
from compare.decide.claim import compare_claim
from compare.decide.verdicts import RULES
from compare.drafting.model import Stance as Outcome
from compare.evidence.model import Stance, Verdict
from compare.jobs.claims import compare
from compare.jobs.draft import check_draft
from compare.search.index import Index
from reports.cli import main
from reports.why.claims import silence_of, trace_of
from reports.why.drafts import decided
from reports.why.drafts import trace_of as trace_of_place
from reports.why.sides import Told
from tests.conftest import corpus, index_of
from tests.test_drafts import draft_of

HERE = Path(__file__).parent
CLAIMS = HERE / "cases" / "why-claims.csv"
SOURCES = HERE / "why"
AGREES = {
    Stance.SUPPORTS: {Told.SAME, Told.FINER},
    Stance.LESS_PRECISE: {Told.COARSER},
    Stance.CONTRADICTS: {Told.OTHER, Told.DENIED, Told.SWAPPED},
    Stance.DIFFERS: {Told.OTHER, Told.PLANNED},
    Stance.UNREAD: {Told.CANNOT_TELL},
}
"""The relations with which a line of each stance may stand."""
DRAFTED = {
    Outcome.SUPPORTED: {Told.SAME, Told.FINER, Told.COARSER},
    Outcome.CONTRADICTED: {Told.OTHER, Told.DENIED, Told.SWAPPED, Told.PLANNED},
    Outcome.ALTERED_QUOTE: {Told.OTHER},
    Outcome.NOT_FOUND: {Told.CANNOT_TELL},
}
KINDS = {"role": "description", "wording": "description", "list": "description", "order": "description"}


@pytest.fixture
def run(monkeypatch):
    monkeypatch.delenv("SOURCECHECK_SEEDS", raising=False)
    monkeypatch.chdir(HERE)

    def call(*arguments):
        return CliRunner().invoke(main, [str(a) for a in arguments], catch_exceptions=False)

    return call


@pytest.fixture(scope="module")
def sources(tmp_path_factory):
    """The sources without the draft."""
    folder = tmp_path_factory.mktemp("why") / "sources"
    folder.mkdir()
    for name in ("a.txt", "b.txt"):
        (folder / name).write_text((SOURCES / name).read_text(encoding="utf-8"), encoding="utf-8")
    return folder


def test_the_traces_of_a_comparison(run, sources, golden):
    golden("why-compare.txt", run("compare", "--why", "--claims", CLAIMS, "--seeds", sources).output)


def test_the_traces_of_a_draft(run, sources, golden):
    result = run("draft", "--why", "--show-supported", "why/draft.md", "--claims", CLAIMS, "--seeds", sources)
    golden("why-draft.txt", result.output)


def without_why(data):
    if isinstance(data, list):
        return [without_why(item) for item in data]
    return {key: without_why(value) for key, value in data.items() if key != "why"} if isinstance(data, dict) else data


@pytest.mark.parametrize("command", [("compare",), ("draft", "why/draft.md")])
def test_json_holds_traces_only_when_asked(run, sources, command):
    plain = run(*command, "--format", "json", "--claims", CLAIMS, "--seeds", sources).output
    traced = run(*command, "--format", "json", "--why", "--claims", CLAIMS, "--seeds", sources).output
    assert '"why"' not in plain
    assert without_why(json.loads(traced)) == json.loads(plain)
    assert json.dumps(without_why(json.loads(traced)), ensure_ascii=False, indent=1) + "\n" == plain


def test_json_holds_a_trace_of_everything(run, sources):
    data = json.loads(run("compare", "--format", "json", "--why", "--claims", CLAIMS, "--seeds", sources).output)
    keys = ["relation", "reason", "statement", "source", "missing", "weighed"]
    for claim in data["claims"]:
        assert claim["why"]["rules"][0]["verdict"] == claim["verdict"]
        for source in claim["sources"]:
            traces = [item["why"] for item in source["evidence"]] or [source["why"]]
            assert all(list(trace) == keys for trace in traces)
    drafted = json.loads(
        run("draft", "why/draft.md", "--format", "json", "--why", "--claims", CLAIMS, "--seeds", sources).output
    )
    for finding in drafted["findings"]:
        assert list(finding["why"]) == ["statement", "weighed"]
        assert all(list(source["why"]) == keys for source in finding["sources"])


@pytest.mark.parametrize("format_", ["table", "markdown", "csv", "html", "claimreview", "annotations"])
def test_other_formats_of_a_comparison_have_no_traces(run, format_):
    result = run("compare", "--why", "--format", format_)
    assert result.exit_code == 2
    assert result.output.count("\n") == 1


@pytest.mark.parametrize("format_", ["sarif", "github", "html"])
def test_other_formats_of_a_draft_have_no_traces(run, format_):
    result = run("draft", "why/draft.md", "--why", "--format", format_)
    assert result.exit_code == 2
    assert result.output.count("\n") == 1


def test_one_claim(run, sources):
    result = run("compare", "--why", "--claim", "sold", "--claims", CLAIMS, "--seeds", sources)
    assert "sold (status)" in result.output
    assert "weir (name)" not in result.output


@pytest.mark.parametrize("arguments", [("--claim", "sold"), ("--why", "--claim", "sodl")])
def test_a_claim_that_cannot_be_chosen(run, sources, arguments):
    result = run("compare", *arguments, "--claims", CLAIMS, "--seeds", sources)
    assert result.exit_code == 2
    assert result.output.count("\n") == 1


def test_traces_cost_nothing_when_not_asked(digests):
    (comparison,) = compare([c for c in read_claims(TOPICS) if c.id == "907-august-2025"], digests).comparisons
    evidence = [e for t in comparison.testimonies for e in t.evidence]
    assert evidence
    assert all(e.answer.basis is None and e.proposal is None and not e.passed for e in evidence)


def check(comparison):
    for testimony in comparison.testimonies:
        if not testimony.evidence:
            assert testimony.stance is Stance.SILENT
            assert silence_of(testimony, comparison).relation is Told.SILENT
        for evidence in testimony.evidence:
            trace = trace_of(evidence, comparison)
            assert trace.relation in AGREES[evidence.stance], (comparison.claim.id, evidence.answer, trace)
            assert trace.reason
            assert trace.statement
            assert trace.source
            assert trace.weighed
    assert [ground.verdict for ground in comparison.grounds] == list(comparison.flags)


@pytest.mark.parametrize("which", ["digests", "originals"])
def test_no_trace_of_the_shipped_report_tells_another_story(which, request):
    for comparison in compare(read_claims(TOPICS), request.getfixturevalue(which), why=True).comparisons:
        check(comparison)


def pairs():
    with (HERE / "cases" / "pairs.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def test_no_trace_of_a_pair_tells_another_story():
    for row in pairs():
        index = index_of(row["source"], row["published"])
        claim = Claim(row["id"], "pairs", Kind(KINDS.get(row["kind"], row["kind"])), row["statement"])
        check(compare_claim(claim, index, index.documents, why=True))


def test_no_trace_of_a_draft_tells_another_story():
    for row in pairs()[::3]:
        checked = check_draft(draft_of(row["statement"]), index_of(row["source"], row["published"]), why=True)
        for noted in checked.noted:
            finding = noted.finding
            assert next(decided(finding)).partition(": ")[2], "the rule is told"
            for place in finding.places:
                trace = trace_of_place(finding, place)
                assert trace.relation in DRAFTED.get(finding.stance, set(Told)), (row["id"], finding, trace)


def test_a_draft_is_found_alike_with_and_without_traces():
    index = Index(corpus(*(path.read_text(encoding="utf-8") for path in sorted(SOURCES.glob("*.txt")))))
    text, claims = (SOURCES / "draft.md").read_text(encoding="utf-8"), read_claims(CLAIMS)
    plain, traced = (check_draft(draft_of(text), index, claims, why=why) for why in (False, True))
    assert plain.noted == traced.noted


def test_every_verdict_has_a_rule():
    assert list(RULES) == list(Verdict)
