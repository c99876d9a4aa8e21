"""The word lists: each with its reason, in order, without doubles, and none at odds with another."""

import pytest

from compare import lexicon

FILES = sorted(path.stem for path in (lexicon.FOLDER / lexicon.LANGUAGE).glob("*.txt"))
MODES = set(
    "denied failed planned agreed proposed asked possible alleged reported conditional doubted hoped feared unknown".split()
)
TAKES = set("to that of for ing noun whether with any".split())


@pytest.mark.parametrize("name", FILES)
def test_a_list_has_its_reason_and_is_sorted_without_doubles(name):
    text = (lexicon.FOLDER / lexicon.LANGUAGE / f"{name}.txt").read_text(encoding="utf-8")
    first, *entries = text.splitlines()
    assert first.startswith("# ")
    assert len(first) > 40
    assert entries == sorted(set(entries))
    assert all(entry == entry.strip() == entry.lower() for entry in entries)


def test_operators_have_a_mode_and_what_they_take():
    for line in lexicon.lines("operators"):
        words, mode, takes = (part.strip() for part in line.split("|"))
        assert words
        assert mode in MODES
        assert takes in TAKES
    assert {line.split("|")[1].strip() for line in lexicon.lines("verdicts_after")} <= MODES


def test_no_word_is_its_own_opposite():
    for phrase, others in lexicon.opposites().items():
        assert phrase not in others


def test_irregular_forms_lead_to_their_base():
    assert lexicon.phrase_of("threw") == lexicon.phrase_of("throw")
    assert lexicon.phrase_of("children") == lexicon.phrase_of("child")
