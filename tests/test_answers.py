"""Answers to a question by their table of cases, `tests/cases/answers.csv`.

A row: a question; documents parted by ` | `; what each gives as the answer (`-` for one that is silent); an answer `said` and what
each document replies to it.
"""

import csv
from pathlib import Path

import pytest

from bench.cross import predict
from bench.pair import predict_pair
from compare.answering.classes import CLASSES, members_of
from compare.answers import answer, check_answer
from tests.conftest import document

CASES = Path(__file__).parent / "cases" / "answers.csv"


def rows():
    with CASES.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def documents_of(row):
    return [document(text, name) for name, text in zip("abcdefgh", row["documents"].split(" | "), strict=False)]


def id_of(row):
    return row["note"]


@pytest.mark.parametrize("row", rows(), ids=id_of)
def test_gives(row):
    documents = documents_of(row)
    answered = answer(row["question"], documents)
    given = {said.document.source.id: said.exact for group in answered.groups for said in group}
    assert [given.get(d.source.id, "-") for d in documents] == row["given"].split(" | ")
    assert {d.source.id for d in answered.silent} == {d.source.id for d in documents} - set(given)


@pytest.mark.parametrize("row", rows(), ids=id_of)
def test_replies(row):
    replies = [check_answer(row["question"], row["said"], d) for d in documents_of(row)]
    assert [str(reply) for reply, _ in replies] == row["replies"].split(" | ")


@pytest.mark.parametrize("row", rows(), ids=id_of)
def test_differ_exactly_where_a_reply_is_another(row):
    answered = answer(row["question"], documents_of(row))
    assert answered.discrepancy is ("other" in row["replies"])


def test_rows_that_must_stay_silent_come_first():
    silent = [set(row["given"]) <= set("- |") for row in rows()]
    assert silent == sorted(silent, reverse=True)


def test_a_long_document_gives_nothing_that_only_stands_in_it():
    weather = "\n\n".join(f"Rain fell on the hills for {i} days and the lane was closed." for i in range(200))
    plain = "The Harrow Mill was built in 1874."
    long = f"{weather}\n\nThe county fair of 1874 was held in a tent.\n\n{weather}"
    answered = answer("When was the Harrow Mill built?", [document(plain, "a"), document(long, "b")])
    assert [said.document.source.id for group in answered.groups for said in group] == ["a"]


def test_a_place_is_that_of_the_very_words():
    text = "The Harrow Mill was built in 1874."
    ((said,),) = answer("When was the Harrow Mill built?", [document(text)]).groups
    assert text[said.start : said.end] == said.exact == "1874"


def test_the_adapters_name_every_document():
    item = {"id": "1", "claim": "When was the Harrow Mill built?", "documents": [{"id": "a", "text": "It rained."}]}
    assert predict(item) == {"id": "1", "label": "agreement", "groups": {"silent": ["a"]}}
    said = item | {"claim": item["claim"] + " 1874"}
    assert predict_pair(said) == {"id": "1", "label": "silent"}


@pytest.mark.parametrize("name", CLASSES)
def test_every_alias_stands_for_a_member(name):
    members = members_of(name)
    assert all(len(known) <= 4 for known in members.values())
    assert all(words for words in members)
