"""A little chance in every run of the tests: each target of `tests/fuzz`, and every input that once ended one."""

import random
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.fuzz import targets
from tests.fuzz.__main__ import CORPUS, PLAIN, WORDS, attempt

FEW = settings(max_examples=25, deadline=None, suppress_health_check=list(HealthCheck))
TEXTS = st.lists(st.one_of(st.sampled_from(WORDS), st.text(max_size=5)), max_size=15).map("".join)


def of(text: str) -> bytes:
    return text.encode("utf-8", "replace")


@FEW
@given(TEXTS, st.sampled_from(targets.PLAIN))
def test_readers(text, suffix):
    targets.content(f"a{suffix}", of(text))


@FEW
@given(TEXTS, st.sampled_from(targets.PLAIN[:3]))
def test_drafts(text, suffix):
    targets.draft(f"a{suffix}", of(text))


@FEW
@given(TEXTS, TEXTS)
def test_patterns(words, text):
    targets.pattern(words, text)


@FEW
@given(TEXTS)
def test_values_and_what_is_shown(text):
    targets.values(text)
    targets.shown(text)


@FEW
@given(TEXTS)
def test_tables_and_configurations(tmp_path_factory, text):
    folder = tmp_path_factory.mktemp("fuzz")
    targets.table("a.csv", b"id,topic,kind,statement\n" + of(text), folder)
    targets.configuration(of(text), folder)


@pytest.mark.parametrize("target", [*PLAIN, "office"])
def test_each_target_by_chance(target, tmp_path):
    rng = random.Random(target)
    for _ in range(15):
        attempt(target, rng, tmp_path)[1]()


@pytest.mark.parametrize("path", sorted(CORPUS.glob("*")), ids=lambda path: path.name)
def test_what_once_failed(path: Path, tmp_path):
    """The name of a file tells the target: `draft-a.md.…`, `pattern.…`."""
    target, _, rest = path.name.rpartition(".")[0].partition("-")
    data = path.read_bytes()
    if target in ("draft", "content", "office"):
        getattr(targets, "content" if target == "office" else target)(rest, data)
    elif target in ("table", "configuration"):
        given = ("a.csv", data, tmp_path) if target == "table" else (data, tmp_path)
        getattr(targets, target)(*given)
    elif target == "row":
        import ast

        targets.row(ast.literal_eval(data.decode("utf-8", "surrogatepass")))
    else:
        getattr(targets, target)(*data.decode("utf-8", "surrogatepass").split("\n\0\n"))
