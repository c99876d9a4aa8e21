"""Quotations found again: must not be found, verbatim whatever the typesetting, altered with each pair of words."""

import random

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from compare.values.quotes import find_quote

HARBOUR = """The council of Aldport met on 4 March 1931 in the old customs house. Its members had before them a single
question, which was whether the town should go on keeping the wooden bridge over the Sill, or give it to the county for
the sum of 2,450 pounds. Mrs Tarrant, who had chaired the committee of works for nineteen years, spoke first. She told
them that the bridge had carried every fisherman, every teacher and every bride of the town for two centuries. No toll
had ever been asked of any of them, she said, and none would be asked while she lived. Mr Quill answered that sentiment
paid for no timber. The ferry company, he reminded his colleagues, had lost 318 passengers in one winter because the
approach was closed by ice. He would rather see a plain iron bridge that stood open in January than a beautiful one that
did not. After three hours the mayor put the question, and the council voted by eleven to four against the sale."""
WORDS = HARBOUR.split()

ABSENT = [
    ("the town should sell the customs house to the ferry company", "other words of the same matter"),
    ("not one of them was ever asked for a toll", "a paraphrase"),
    ("it cannot be sentiment that pays for timber", "a paraphrase with words of the text"),
    ("he would see the beautiful bridge closed", "scattered words"),
    ("I had chaired the committee of my works, and we shall speak", "nothing of the kind"),
    ("an iron gate", "too short to be the iron bridge changed"),
    ("", "no words"),
    ("[...] … [the bridge]", "gaps only"),
]

VERBATIM = [
    ("“sentiment paid for no timber.”", "sentiment\npaid for no timber"),
    ("Sentiment paid for no timber,", "sentiment\npaid for no timber"),
    ("a single question, which was whether", "a single\nquestion, which was whether"),
    ("for the sum of 2450 pounds", "for\nthe sum of 2,450 pounds"),
    ("nineteen years … spoke first", "nineteen years, spoke first"),
    (
        "the bridge had carried [...] every bride",
        "the bridge had carried every fisherman, every teacher and every bride",
    ),
    (
        "the bridge ... bride of the town",
        "the bridge had carried every fisherman, every teacher and every bride of the town",
    ),
    ("[H]e remind[s] his colleagues", "he reminded his colleagues"),
    ("which was whether [Aldport] should go on", "which was whether the town should go on"),
    ("by 11 to 4 against the sale", "by eleven to four against the sale"),
]

ALTERED = [
    ("sentiment paid for all timber", [("all", "no")]),
    ("a single answer, which was whether", [("answer", "question")]),
    ("for the sum of 2,540 pounds", [("2,540", "2,450")]),
    ("lost 318 passengers in one long winter because", [("long", "")]),
    ("had carried every fisherman and every bride of the town", [("", "every teacher")]),
    ("She told them that the bridge had never carried every fisherman", [("never", "")]),
    ("No toll had been asked of any of them", [("", "ever")]),
    ("Mrs Carrant, who had chaired the committee of works", [("Carrant", "Tarrant")]),
    ("None would be asked while he lived", [("he", "she")]),
    ("The ferry companies, he reminded his colleagues", [("companies", "company")]),
    ("which was whether [Aldport] should not go on", [("not", "")]),
]

SET = [
    ("hyphens at line ends", "The fer-\nry com\u00ad\npany, he re­minded his col-\nleagues, had lost 318 passengers"),
    ("footnote marks", "The ferry company,12 he reminded his colleagues7, had lost 318 passengers.13 They"),
    ("superscripts", "The ferry company¹², he reminded his colleagues,³ had lost 318 passengers"),
    ("marks in brackets", "The ferry company, [12] he reminded his colleagues [sic], had lost 318 passengers"),
    (
        "a page break",
        "The ferry company, he\n\n  212\n\fTHE HARBOUR OF ALDPORT\n\nreminded his colleagues, had lost 318 passengers",
    ),
    ("dashes and case", "THE FERRY COMPANY -- he reminded his colleagues -- had lost 318 passengers"),
    ("ligatures and spaces", "The ferry\u00a0company,\u2009he reminded his colleagues, had lost 318\u202fpassengers"),
]

MISREAD = {"e": "c", "c": "e", "h": "b", "n": "u", "l": "1", "o": "0", "t": "f", "s": "5", "u": "n", "i": "l"}


def scanned(text, share, seed):
    """The text as a bad scanner reads it: letters misread, letters and spaces lost, marks and spaces added."""
    chance = random.Random(seed)

    def read(letter):
        if chance.random() >= share or letter.isdigit():
            return letter
        if letter in MISREAD and chance.random() < 0.6:
            return MISREAD[letter]
        return chance.choice(["", f"{letter} ", f"{letter}."]) if letter != "\n" else " "

    return "".join(read(letter) for letter in text)


@pytest.mark.parametrize("quote", [quote for quote, _ in ABSENT], ids=[why for _, why in ABSENT])
def test_is_not_found(quote):
    assert find_quote(quote, HARBOUR) is None


@pytest.mark.parametrize("text", ["", "   ", "¹", "—"])
def test_a_text_without_words_holds_nothing(text):
    assert find_quote("sentiment paid for no timber", text) is None


@pytest.mark.parametrize(("quote", "place"), VERBATIM)
def test_is_verbatim(quote, place):
    found = find_quote(quote, HARBOUR)
    assert found is not None
    assert HARBOUR[found.start : found.end] == place
    assert found.changes == ()


@pytest.mark.parametrize(("quote", "changes"), ALTERED)
def test_is_altered(quote, changes):
    found = find_quote(quote, HARBOUR)
    assert found is not None
    assert list(found.changes) == changes


@pytest.mark.parametrize("text", [text for _, text in SET], ids=[what for what, _ in SET])
def test_typesetting_is_no_change(text):
    quote = "the ferry company – he reminded his colleagues – had lost 318 passengers"
    found = find_quote(quote, text)
    assert found is not None
    assert found.changes == ()
    assert text[found.start : found.end].startswith(("The", "THE"))
    assert text[found.start : found.end].endswith("passengers")


@pytest.mark.parametrize("text", [text for _, text in SET], ids=[what for what, _ in SET])
def test_a_change_is_seen_in_any_typesetting(text):
    found = find_quote("the ferry company, he reminded his neighbours, had lost 381 passengers", text)
    assert found is not None
    assert [old for old, _ in found.changes] == ["neighbours", "381"]


@given(st.integers(0, len(WORDS) - 1), st.integers(3, 30))
def test_any_words_of_a_text_are_found_verbatim(first, count):
    quote = " ".join(WORDS[first : first + count])
    found = find_quote(quote, HARBOUR)
    assert found is not None
    assert found.changes == ()
    assert HARBOUR[found.start : found.end].split() == quote.strip(" .,").split()


@given(st.integers(0, len(WORDS) - 12), st.integers(1, 10), st.sampled_from(["zebra", "not", "7,341", "Oxbow"]))
def test_a_changed_word_is_named_with_the_word_it_stands_for(first, at, other):
    words = WORDS[first : first + 12]
    assume(other != words[at].strip(".,"))  # "not" put in the place of "not." changes nothing
    quote = " ".join([*words[:at], other, *words[at + 1 :]])
    found = find_quote(quote, HARBOUR)
    assert found is not None
    assert [old for old, _ in found.changes] == [other]
    assert found.changes[0][1] == words[at].strip(".,")


@given(st.integers(0, len(WORDS) - 12), st.integers(1, 10))
def test_a_word_left_out_is_named(first, at):
    words = WORDS[first : first + 12]
    found = find_quote(" ".join([*words[:at], *words[at + 1 :]]), HARBOUR)
    assert found is not None
    assert found.changes


@pytest.mark.parametrize("share", [0.02, 0.05])
def test_what_a_scanner_misread_is_seldom_a_change(share):
    quotes = [" ".join(WORDS[i : i + 15]) for i in range(0, len(WORDS) - 15, 5)]
    found = [find_quote(quote, scanned(HARBOUR, share, seed)) for seed in range(5) for quote in quotes]
    assert all(found)
    assert sum(not place.changes for place in found) >= 0.9 * len(found)


@pytest.mark.parametrize("share", [0.02, 0.05])
@pytest.mark.parametrize(
    ("quote", "changed"),
    [
        ("keeping the wooden bridge over the Sill, or give it to the county for the sum of 2,490 pounds", "2,490"),
        ("who had never chaired the committee of works for nineteen years, spoke first", "never"),
        ("Mr Oxbow answered that sentiment paid for no timber. The ferry company, he reminded his colleagues", "Oxbow"),
        ("the mayor put the question, and the council voted by eleven to four for the sale", "for"),
        ("He would rather see a plain wooden bridge that stood open in January than a beautiful one", "wooden"),
    ],
)
def test_a_changed_word_is_a_change_in_a_bad_scan(quote, changed, share):
    for seed in range(10):
        found = find_quote(quote, scanned(HARBOUR, share, seed))
        assert found is not None
        assert changed in " ".join(old for old, _ in found.changes)
