"""Decisions: how they are kept, what becomes of new ones, and what two reviewers have in common."""

import csv
import io
import random
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claims.errors import InputError
from claims.model import Claim, Kind
from claims.reviews import Decision, Review, appended, history_text, neutral, read_reviews, restored, standing
from reports.reviewing.agreement import agreements, kappa
from reports.reviewing.columns import LONGEST, cell
from reports.reviewing.days import day_of
from reports.reviewing.entries import Entry, Remark, read_book
from reports.reviewing.fingerprints import claim_mark
from reports.reviewing.merging import Draft, drafts_of
from reports.reviewing.settling import settle
from reports.reviewing.spans import replaced, split_csv

CASES = Path(__file__).parent / "cases"
CLAIM = Claim("open", "pier", Kind.DATE, "The pier opened in 2019.", "2019")


def rows(name):
    with (CASES / name).open(encoding="utf-8", newline="") as file:
        return [pytest.param(row, id=row["why"]) for row in csv.DictReader(file)]


@pytest.mark.parametrize("row", rows("review-cells.csv"))
def test_cells_come_back_as_they_were(row):
    text = row["cell"]
    written = neutral(text)
    assert not written.lstrip(" ").startswith(("=", "+", "-", "@", "＝"))
    assert restored(written) == text
    plain = not text.lstrip("' ").startswith(("=", "+", "-", "@", "＝"))
    assert (written == text) is plain, "only what a spreadsheet would run is changed"


@given(st.text(st.sampled_from("'=+-@\t\r\n a"), max_size=8))
def test_any_cell_comes_back(text):
    assert restored(neutral(text)) == text
    assert neutral(text)[:1] not in set("=+-@\t\r\n")


@pytest.mark.parametrize("row", rows("review-dates.csv"))
def test_days(row):
    if row["day"]:
        assert day_of(row["cell"]) == row["day"]
    else:
        with pytest.raises(ValueError, match="write it as 2026-03-31"):
            day_of(row["cell"])


def test_a_day_kept_as_a_number():
    assert day_of(46112.0) == "2026-03-31"


def review_of(words):
    """`Ann reworded 2026-03-03 expected=2020 @e2`; @e1 is the evidence of today, @old of before an edit, @ not known.

    opened=2020 corrects the statement.
    """
    name, decision, *rest = words.split()
    mark = claim_mark(CLAIM)
    marks = {"@": "", "@old": "000000000000-e1", "@e2": f"{mark}-e2"}
    value = next((word.removeprefix("expected=") for word in rest if word.startswith("expected=")), "")
    opened = next((word.removeprefix("opened=") for word in rest if word.startswith("opened=")), "")
    day = next((word for word in rest if word.startswith("2026-")), "")
    evidence = next((marks[word] for word in rest if word.startswith("@")), f"{mark}-e1")
    statement = f"The pier opened in {opened}." if opened else ""
    return Review("open", Decision(decision), name, day, value=value, statement=statement, evidence=evidence)


def reviews_of(cell_):
    return [review_of(words) for words in filter(None, map(str.strip, cell_.split(";")))]


@pytest.mark.parametrize("row", rows("review-settle.csv"))
def test_what_becomes_of_a_review(row):
    drafts = [Draft("r.xlsx row 2", review) for review in reviews_of(row["now"])]
    settled = settle(drafts, {"open": CLAIM}, reviews_of(row["recorded"]))
    assert len(settled.added) == int(row["added"])
    assert [f"{c.column}={c.value}" for c in settled.corrections] == list(filter(None, row["corrections"].split("; ")))
    assert len(settled.conflicts) == bool(row["conflict"])
    if row["conflict"]:
        assert settled.conflicts[0].startswith("r.xlsx row 2: open: ")
        assert row["conflict"] in settled.conflicts[0]


def test_an_id_that_no_longer_exists():
    settled = settle([Draft("r.xlsx row 2", review_of("Ann confirmed"))], {}, ())
    assert settled.added == ()
    assert settled.conflicts == ("r.xlsx row 2: open: no claim has this id (any more); nothing is taken from this row",)


@pytest.mark.parametrize("row", rows("review-rows.csv"))
def test_two_sheets_of_one_claim(row, tmp_path):
    reviews, conflicts, problem = (), (), ""
    try:
        entries = [entry for sheet in ("claims", "topic") for entry in book_of(tmp_path / f"{sheet}.csv", row[sheet])]
        reviews, conflicts = drafts_of([entry for entry in entries if isinstance(entry, Entry)])
        conflicts += tuple(entry for entry in entries if isinstance(entry, Remark))
    except InputError as error:
        problem = str(error)
    assert len(reviews) == int(row["reviews"] or 0)
    assert len(conflicts) == bool(row["conflict"])
    assert row["conflict"] in "".join(conflicts)
    assert problem.partition(" row 2: ")[2] == row["problem"]


def book_of(path, filled):
    """The entries and remarks of a sheet of one claim, its cells given as `decision=confirmed; reviewer=Ann`."""
    pairs = [pair.partition("=") for pair in filter(None, filled.split(";"))]
    cells = {"id": "open", "decision": "", **{name.strip(): value for name, _, value in pairs}}
    with path.open("w", encoding="utf-8", newline="") as file:
        csv.writer(file).writerows([cells, cells.values()])
    book = read_book(path, {"open": CLAIM})
    return (*book.entries, *book.remarks)


def test_the_history_only_grows(tmp_path):
    path = tmp_path / "reviews.csv"
    first = Review("a", Decision.CONFIRMED, "Ann", "2026-03-03", '=1+1, "so"\nand so', "-5", "'quoted'", "m-e")
    second = Review("b", Decision.NEEDS_SOURCE, "Bén")
    text = appended(path, "", [first])
    path.write_text(text, encoding="utf-8", newline="")
    longer = appended(path, history_text(path), [second])
    assert longer.startswith(text)
    path.write_text(longer, encoding="utf-8", newline="")
    assert read_reviews(path) == (first, second)
    assert all(line.startswith(("claim,", "a,", "b,", "and so")) for line in longer.splitlines())


def test_a_history_a_person_has_rearranged(tmp_path):
    path = tmp_path / "reviews.csv"
    header = "mine;Evidence;corrected statement;corrected value;comment;date;reviewer;decision;Claim"
    path.write_bytes(f"\ufeff{header}\r\nx;;;;;2026-03-03;Ann;confirmed;a".encode())
    new = Review("b", Decision.UNSURE, "Ben", comment="a; b")
    text = appended(path, history_text(path), [new])
    assert text.startswith(path.read_bytes().decode()), "what stands there stays byte for byte"
    path.write_bytes(text.encode())
    assert read_reviews(path) == (Review("a", Decision.CONFIRMED, "Ann", "2026-03-03"), new)


def test_a_broken_history_says_all_at_once(tmp_path):
    path = tmp_path / "reviews.csv"
    path.write_text(
        "claim,decision,reviewer,date,comment,corrected value,corrected statement,evidence\n"
        "a,ok,Ann,,,,,\n,confirmed,Ann,,,,,\nc,confirmed,Ann,3/3/26,,,,\n"
    )
    with pytest.raises(InputError) as error:
        read_reviews(path)
    said = str(error.value).splitlines()
    assert [line.removeprefix(f"{path}:")[:10] for line in said] == ["2: decisio", "3: claim: ", "4: date: '"]
    path.write_text("claim,decision\n")
    with pytest.raises(InputError, match=r"lacks the column\(s\) reviewer, date"):
        read_reviews(path)
    path.write_bytes(b"\xff\xfe")
    with pytest.raises(InputError, match="not UTF-8"):
        read_reviews(path)


def test_no_history_is_no_reviews(tmp_path):
    assert read_reviews(tmp_path / "none.csv") == ()


def test_the_last_decision_of_each_reviewer_stands():
    history = reviews_of("Ann confirmed 2026-03-05; Ben unsure; Ann rejected 2026-03-01; ANN reworded 2026-03-05")
    assert [(r.reviewer, str(r.decision)) for r in standing(history)["open"]] == [
        ("Ben", "unsure"),
        ("ANN", "reworded"),
    ]


def test_kappa_of_a_known_table():
    """The example of many textbooks: 20 both yes, 15 both no, 5 and 10 different: 0.4."""
    pairs = [("y", "y")] * 20 + [("n", "n")] * 15 + [("y", "n")] * 5 + [("n", "y")] * 10
    random.Random(1).shuffle(pairs)
    assert kappa(pairs) == pytest.approx(0.4)


@pytest.mark.parametrize(
    ("pairs", "expected"),
    [
        ([], None),
        ([("y", "y")] * 3, None),
        ([("y", "y"), ("n", "n")], 1),
        ([("y", "n"), ("n", "y")], -1),
        ([("y", "n")] * 2, 0),
    ],
)
def test_kappa_at_its_ends(pairs, expected):
    assert kappa(pairs) == expected


def test_agreement_counts_the_same_evidence_only():
    one, two = review_of("Ann confirmed"), review_of("Ben rejected")
    other = Review("cost", Decision.CONFIRMED, "Ann", evidence="m-e1")
    elsewhere = Review("cost", Decision.CONFIRMED, "Ben", evidence="m-e2")
    found = agreements({"open": (two, one), "cost": (other, elsewhere)})
    assert [(a.reviewers, a.claims, a.alike, a.kappa) for a in found] == [(("Ann", "Ben"), 1, 0, 0.0)]


@pytest.mark.parametrize(
    "text",
    [
        "id,statement\na,x\nb,y\n",
        "\ufeffid;statement\r\na;x\r\n\r\nb;y",
        'id,statement\n"a","x ""y"" z"\nb,"two\nlines"\n',
        "id\tstatement\na\tx, y\nb\t\n",
    ],
)
def test_a_csv_is_taken_apart_and_put_together(text):
    table = split_csv(text)
    assert replaced(table, {}) == text
    assert replaced(table, {(len(table.rows) - 1, 1): "new"}).startswith(text[: table.rows[-1][0][0]])


def test_one_cell_changes_and_no_other_byte():
    text = '\ufeffid,statement,mine\r\na,"old, ""one""",  x \r\nb,y,\r\n'
    after = replaced(split_csv(text), {(1, 1): 'new "one"', (2, 1): "p,q"})
    assert after == '\ufeffid,statement,mine\r\na,"new ""one""",  x \r\nb,"p,q",\r\n'


def test_a_short_row_is_filled_up():
    assert replaced(split_csv("id,statement,expected\na,x\n"), {(1, 2): "2019"}) == "id,statement,expected\na,x,2019\n"


def test_a_csv_that_is_quoted_strangely_is_not_edited():
    for text in ('id,statement\na,"x" y\n', 'id,statement\na,"never closed\n'):
        with pytest.raises(ValueError, match=r"quoted|expected|end of data"):
            split_csv(text)


@given(
    st.lists(
        st.lists(st.text(st.sampled_from('ab,;"\n \t'), max_size=5), min_size=2, max_size=4).filter(
            lambda r: r != [""]
        ),
        min_size=1,
        max_size=4,
    ),
    st.text(st.sampled_from('ab,"\n '), max_size=5),
)
def test_a_replaced_cell_reads_as_it_was_given(table, value):
    out = io.StringIO()
    csv.writer(out, lineterminator="\n").writerows([["id", "b", "c", "d"], *table])
    after = replaced(split_csv(out.getvalue()), {(1, 1): value})
    read = list(csv.reader(io.StringIO(after, newline="")))
    assert read[1][1] == value
    assert read[2:] == table[1:]


@pytest.mark.parametrize("text", ["x" * 40_000, "😀" * 20_000, "\x00\x1b[31m\u202eabc", "a\ufffeb\uffff", "=" * 40_000])
def test_a_hostile_cell_is_a_cell(text):
    shown = cell(text)
    assert len(shown.encode("utf-16-le")) <= 2 * LONGEST
    assert not set(shown) & set("\x00\x1b\u202e\ufffe\uffff")
