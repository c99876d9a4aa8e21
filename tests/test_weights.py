"""The table of weights: complete, in order, each told in words and asked for somewhere."""

import csv
from dataclasses import asdict
from pathlib import Path

import pytest

from compare.weights import FILE, WEIGHTS, read_weights

ROWS = list(csv.DictReader(FILE.open(encoding="utf-8", newline="")))
NAMES = [row["name"] for row in ROWS]


def test_the_table_and_the_record_hold_the_same_names_in_order():
    assert NAMES == sorted(set(NAMES)) == list(asdict(WEIGHTS))


@pytest.mark.parametrize("row", ROWS, ids=NAMES)
def test_a_weight_is_told_in_words_and_asked_for(row):
    assert len(row["what it weighs"].split()) > 5
    modules = (path.read_text(encoding="utf-8") for path in Path(FILE.parent).rglob("*.py"))
    assert any(f"WEIGHTS.{row['name']}" in text for text in modules)


@pytest.mark.parametrize("change", ["gone", "more"])
def test_a_table_with_other_names_is_refused(tmp_path, change):
    kept = ROWS[1:] if change == "gone" else [*ROWS, {"name": "unheard", "value": "1", "what it weighs": "nothing"}]
    path = tmp_path / "weights.csv"
    path.write_text("name,value\n" + "".join(f"{row['name']},{row['value']}\n" for row in kept), encoding="utf-8")
    with pytest.raises(TypeError, match="around_word" if change == "gone" else "unheard"):
        read_weights(path)
