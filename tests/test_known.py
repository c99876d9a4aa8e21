"""Comparisons that an earlier run made: recalled as they were made, and made anew whenever anything about them is wrong."""

import json
import random
from dataclasses import replace
from pathlib import Path

import pytest

from claims.model import Claim, Kind
from claims.tables import read_claims
from compare.decide import memory as kept
from compare.decide.advice import advice
from compare.decide.headline import headline
from compare.decide.severity import judged
from compare.jobs import claims as job
from compare.jobs.claims import compare
from compare.jobs.coverage import coverage
from reports import cache
from reports.printing import render
from tests.conftest import corpus

TEXTS = (
    "The pier of Ostwick opened on 3 May 2019. It cost nearly 19 million dollars. Ann Smith called it “a gift to the town”.",
    "The pier of Ostwick opened in 2018. It cost more than 19 million dollars. It was sold in 2020.",
)
CLAIMS = (
    Claim("open", "pier", Kind.DATE, "The pier of Ostwick opened on 3 May 2019."),
    Claim("cost", "pier", Kind.FIGURE, "The pier of Ostwick cost 19 million dollars.", terms=("cost",)),
    Claim("sold", "pier", Kind.STATUS, "The pier of Ostwick was sold."),
    Claim("quay", "pier", Kind.DATE, "The quay of Marl closed in 1950."),
)
FORMATS = ("table", "markdown", "json", "csv", "html", "claimreview", "annotations")


@pytest.fixture
def untouched(monkeypatch):
    """No source is searched."""

    def never(*_):
        raise AssertionError("a source was searched")

    monkeypatch.setattr(job._Reading, "_index", property(never))


def whole(result) -> list[object]:
    """All that reports tell of a result."""
    told = [(headline(c), advice(c), judged(c), c.grounds, c.asked) for c in result.comparisons]
    return [result.comparisons, told, coverage(result), *(render(result, form, 5) for form in FORMATS)]


@pytest.fixture(scope="module")
def curated(digests):
    claims = read_claims(Path(__file__).parent.parent / "claims" / "topics")
    memory: dict[str, str] = {}
    return claims, memory, compare(claims, digests, memory=memory)


def test_what_is_recalled_of_the_digests_is_what_was_found(curated, digests, untouched):
    claims, memory, first = curated
    assert whole(compare(claims, digests, memory=memory)) == whole(first)


def test_what_is_recalled_without_a_memory_is_nothing(curated, digests):
    claims, _, first = curated
    assert compare(claims[:5], digests).comparisons == first.comparisons[:5]


def test_a_claim_that_changed_is_asked_anew():
    memory: dict[str, str] = {}
    sources = corpus(*TEXTS)
    compare(CLAIMS, sources, memory=memory)
    other = replace(CLAIMS[0], statement="The pier of Ostwick opened in 2018.")
    assert compare((other, *CLAIMS[1:]), sources, memory=memory) == compare((other, *CLAIMS[1:]), sources)


def test_a_trace_recalls_nothing_and_keeps_nothing():
    memory: dict[str, str] = {}
    sources = corpus(*TEXTS)
    first = compare(CLAIMS, sources, why=True, memory=memory)
    assert not memory
    compare(CLAIMS, sources, memory=memory)
    assert render(compare(CLAIMS, sources, why=True, memory=memory), "why", 5) == render(first, "why", 5)


@pytest.mark.parametrize(
    "wrong", ["", "{", "[1]", "null", "[" * 5000, '[["agreement"],[],["",[0,0],false],[]]', "9", '"a"']
)
def test_what_does_not_hold_together_is_compared_anew(wrong):
    memory: dict[str, str] = {}
    sources = corpus(*TEXTS)
    first = whole(compare(CLAIMS, sources, memory=memory))
    assert whole(compare(CLAIMS, sources, memory=dict.fromkeys(memory, wrong))) == first


def test_whatever_is_changed_in_it_stays_a_result_of_these_sources():
    memory: dict[str, str] = {}
    sources = corpus(*TEXTS)
    compare(CLAIMS, sources, memory=memory)
    chance = random.Random(4)
    for _ in range(2000):
        name = chance.choice(list(memory))
        text = list(memory[name])
        text[chance.randrange(len(text))] = chance.choice('09"[],:nte-')
        result = compare(CLAIMS, sources, memory=memory | {name: "".join(text)})
        for evidence in (e for c in result.comparisons for t in c.testimonies for e in t.evidence):
            assert evidence.passage in evidence.document.passages
            assert 0 <= evidence.start <= evidence.end <= len(evidence.document.text)


def test_it_is_plain_data():
    memory: dict[str, str] = {}
    compare(CLAIMS, corpus(*TEXTS), memory=memory)
    assert set(memory) == {kept.TELLING, *map(kept._key, CLAIMS)}
    assert all(json.loads(text) is not None for text in memory.values())


PIER = "id,topic,kind,statement\nopen,pier,date,The pier of Ostwick opened on 3 May 2019.\n"


@pytest.fixture
def run(desk, monkeypatch, tmp_path):
    monkeypatch.setenv("SOURCECHECK_CACHE", str(tmp_path / "cache"))
    command = desk({"claims.csv": PIER, "s/a.txt": TEXTS[0] + "\n", "s/b.txt": TEXTS[1] + "\n"})
    return lambda *rest: command("compare", "--claims", "claims.csv", "--seeds", "s", "--format", "json", *rest).output


def test_a_second_run_says_the_same_and_searches_nothing(run, request):
    first = run()
    request.getfixturevalue("untouched")
    assert run() == first


def test_a_source_that_changed_is_read_anew(run):
    first = run()
    Path("s/b.txt").write_text(TEXTS[1].replace("2018", "2019") + "\n", encoding="utf-8")
    changed = run()
    assert changed != first
    assert changed == run("--no-cache")


def test_what_is_known_of_a_source_counts(run):
    Path("s/sources.csv").write_text("id,title,published\na,A,2020\nb,B,2019-05-01\n", encoding="utf-8")
    run()
    Path("s/sources.csv").write_text("id,title,published\na,Another,2020\nb,B,2017-05-01\n", encoding="utf-8")
    assert run() == run("--no-cache")


def test_other_checks_are_another_memory(run):
    run()
    assert run("--ignore", "SRC101") == run("--ignore", "SRC101", "--no-cache")


def test_word_lists_and_weights_are_part_of_the_program():
    told = cache.program()
    assert "compare/weights.csv" in told
    assert "compare/lexicon/en/operators.txt" in told


def test_what_was_used_least_is_pruned_by_every_command(run, monkeypatch, tmp_path):
    run()
    monkeypatch.setattr(cache, "MOST", 0)
    monkeypatch.setattr(cache, "key_of", lambda *parts: "ff" + "0" * 62)
    before = {path for path in (tmp_path / "cache").rglob("*") if path.is_file()}
    run()
    assert not before & {path for path in (tmp_path / "cache").rglob("*") if path.is_file()}
