"""Every sentence of a draft is accounted for, and every fact has one outcome: the counts add up, on drafts of several kinds."""

import json
from collections import Counter
from pathlib import Path

import pytest

from claims.model import Claim, Kind
from claims.tables import TOPICS, read_claims
from compare.checks.unread import CODE as UNREAD
from compare.drafting.model import HARD, Outlook, Stance
from compare.jobs.draft import check_draft
from compare.search.index import Index
from tests.conftest import corpus
from tests.test_drafts import GUIDE, PIER, draft_of, rows

HERE = Path(__file__).parent
CLAIM = Claim("long", "pier", Kind.FIGURE, "The pier of Ostwick is 340 metres long.", "340 metre", terms=("pier",))
OPEN = Claim("open", "pier", Kind.DATE, "The pier of Ostwick opened on 3 May 2019.", terms=("pier",))
MIXED = (
    "# A pier\n\nThe pier of Ostwick is 430 metres long. Who built it? The mayor spoke of a “closed pier” and a “bad bad day”. "
    "The gulls like it.\n\nThe pier of Ostwick was opened on 3 May 2018 by the mayor, Anna Brandt.\n\n# 2019\n\n"
    "“We shall never close the pier of Ostwick. We shall always close the pier of Ostwick,” said Anna Brandt.\n"
)


@pytest.fixture(scope="module")
def index():
    return Index(corpus(PIER, GUIDE))


@pytest.fixture
def run(desk, monkeypatch, tmp_path):
    monkeypatch.setenv("SOURCECHECK_CACHE", "")
    table = "id,topic,kind,statement,expected,positions,terms,note\nz,z,date,The mill opened in 1911.,1911,,mill,\n"
    return desk(
        {
            "sourcecheck.toml": 'claims = "claims.csv"\nseeds = "sources"\n',
            "claims.csv": table,
            "sources/a.txt": PIER,
            "sources/b.txt": GUIDE,
            "draft.md": MIXED,
        }
    )


def assert_whole(checked):
    """Every sentence once, in order; one outcome a fact; what is told is what was counted."""
    facts = [n.finding for n in checked.facts]
    counts = dict(checked.coverage.outcomes)
    assert Counter(f.stance for f in facts) == Counter({stance: n for stance, n in counts.items() if n})
    assert checked.coverage.assertions == sum(counts.values()) == len(facts)
    told = Counter(n.finding.stance for n in checked.noted if n.finding.stance is not Stance.NOT_CHECKABLE)
    assert told == Counter({s: n for s, n in counts.items() if n and s is not Stance.NOT_CHECKABLE})
    assert [looked.span for looked in checked.sentences] == [p.whole for p in checked.document.passages if p.text]
    outlooks = Counter(looked.outlook for looked in checked.sentences)
    assert checked.coverage.sentences == sum(outlooks.values()) - outlooks[Outlook.LEFT_OUT]
    assert checked.coverage.checked == outlooks[Outlook.CHECKED]
    assert all(looked.reason for looked in checked.sentences if looked.outlook is not Outlook.CHECKED)
    for sentence in {f.sentence for f in facts}:
        own = [f for f in facts if f.sentence == sentence]
        wrong = any(f.stance in HARD and f.code not in ("SRC302", UNREAD) for f in own)
        assert not (wrong and any(f.code == "SRC302" and f.stance is Stance.SUPPORTED and not f.claim for f in own))
        assert len({(f.code, f.start, f.end, f.claim) for f in own}) == len(own)
    for fact in facts:
        if fact.stance is Stance.NOT_CHECKABLE:
            assert len(fact.message.split(":" if ":" in fact.message else ";")[-1].strip()) > 5, "it says why"


@pytest.mark.parametrize("claims", [(), (CLAIM, OPEN), (CLAIM, CLAIM)], ids=["free", "curated", "twice"])
@pytest.mark.parametrize("text", [MIXED, *(row.values[0]["draft"] for row in rows())])
def test_counts_add_up(text, claims, index):
    assert_whole(check_draft(draft_of(text), index, claims))


def test_counts_add_up_on_a_long_draft(digests):
    text = (HERE / "drafts" / "paraphrased.md").read_text(encoding="utf-8")
    assert_whole(check_draft(draft_of(text), Index(digests), read_claims(TOPICS)))


def test_a_claim_takes_the_place_of_what_was_looked_up(index):
    text = "The pier of Ostwick is 430 metres long."
    free, curated = (check_draft(draft_of(text), index, claims) for claims in ((), (CLAIM,)))
    figures = [[n.finding for n in c.facts if n.finding.code == "SRC102"] for c in (free, curated)]
    assert [(len(f), f[0].claim, f[0].stance) for f in figures] == [
        (1, "", "contradicted"),
        (1, "long", "contradicted"),
    ]
    assert free.coverage.assertions == curated.coverage.assertions


def test_every_sentence_says_what_came_of_it(index):
    checked = check_draft(draft_of(MIXED), index)
    text = checked.document.text
    came = {text[slice(*looked.span)][:20]: (looked.outlook, looked.reason) for looked in checked.sentences}
    assert came["A pier"] == (Outlook.ASSERTS_NOTHING, "a heading without a date, figure, name or quotation")
    assert came["The pier of Ostwick "][0] is Outlook.CHECKED
    assert came["Who built it?"] == (Outlook.ASSERTS_NOTHING, "a question")
    assert came["The gulls like it."] == (Outlook.NOT_CHECKABLE, "none of its facts could be checked")


def test_a_sentence_inside_a_quotation_is_checked_with_it(index):
    checked = check_draft(draft_of("Anna Brandt said: “It is old. We shall never close the pier of Ostwick.”\n"), index)
    assert all(looked.outlook is not Outlook.ASSERTS_NOTHING for looked in checked.sentences)


def test_a_short_quotation_that_no_source_holds_is_counted(index):
    checked = check_draft(draft_of("The mayor spoke of a “closed pier”."), index)
    (fact,) = (n.finding for n in checked.facts if n.finding.code == "SRC201")
    assert (fact.stance, fact.message) == (
        Stance.NOT_CHECKABLE,
        "no source holds these words; so few may be a term, or the writer's own",
    )


def test_show_all_tells_facts_and_sentences(run):
    every = run("draft", "draft.md", "--show", "all").output
    assert "draft.md:1:3: not looked up: a heading without a date, figure, name or quotation\n    A pier\n" in every
    assert "draft.md:3:41: not looked up: a question" in every
    assert "SRC202 name: not checkable: “" in every
    assert "not looked up" not in run("draft", "draft.md", "--show", "supported").output
    assert "Checked 5 of 9 sentences (55%) in 1 file against 2 sources" in every
    data = json.loads(run("draft", "draft.md", "--show", "all", "--format", "json").output)
    assert len(data["findings"]) == data["coverage"]["assertions"] == sum(data["coverage"]["outcomes"].values())
    assert len(data["sentences"]) == data["coverage"]["sentences"] == 9
    assert "sentences" not in json.loads(run("draft", "draft.md", "--format", "json").output)
    assert run("draft", "draft.md", "--show", "nothing").exit_code == 2


def test_what_was_right_or_unchecked_in_the_baseline_is_not_known_when_it_turns_wrong(run):
    Path("draft.md").write_text("The pier of Ostwick is 340 metres long.\n", encoding="utf-8")
    run("draft", "draft.md", "--show", "all", "--format", "json", "--out", "known.json")
    Path("sources/a.txt").write_text(PIER.replace("340", "360"), encoding="utf-8")
    Path("sources/b.txt").write_text(GUIDE.replace("340", "360"), encoding="utf-8")
    result = run("draft", "draft.md", "--baseline", "known.json")
    assert result.exit_code == 1
    assert "(known)" not in result.output
