"""The word lists: each with its reason, in order, without doubles, and none at odds with another."""

import pytest

from compare import lexicon
from compare.fold import stem_of
from compare.text.roots import root_of, sense_of

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


def keys_by_side(line):
    return [{lexicon.phrase_of(member)[0] for member in side.split(",")} for side in line.split(":")]


@pytest.mark.parametrize("line", [*lexicon.lines("unrelated"), *lexicon.lines("same_stem")])
def test_words_set_apart_share_a_root_with_another_side_but_no_sense(line):
    sides = keys_by_side(line)
    roots = [{root_of(lexicon.stem_behind(key)) for key in side} for side in sides]
    senses = [{sense_of(key) for key in side} for side in sides]
    assert len(sides) > 1
    for i in range(len(sides)):
        others = [j for j in range(len(sides)) if j != i]
        assert roots[i] <= frozenset().union(*(roots[j] for j in others)), "no root is shared: the word needs no line"
        assert all(senses[i].isdisjoint(senses[j]) for j in others)


@pytest.mark.parametrize("line", list(lexicon.lines("same_stem")))
def test_words_of_one_stem_have_a_key_for_each_sense(line):
    keys = keys_by_side(line)
    assert len(frozenset().union(*keys)) == len(keys)
    stems = [{stem_of(member.strip()) for member in side.split(",")} for side in line.split(":")]
    assert len(frozenset().union(*stems)) < len(stems)


@pytest.mark.parametrize("pair", ["sign signature", "dissolve dissolution", "turkey turkish", "nation national"])
def test_derived_words_keep_one_sense(pair):
    one, other = (sense_of(lexicon.phrase_of(word)[0]) for word in pair.split())
    assert one == other
