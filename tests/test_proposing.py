"""Proposed claims: sentences as statements, values as cells, terms and positions, and the commands that write them."""

import csv
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claims.amounts import parse_amount
from claims.edtf import parse_edtf
from claims.model import Claim, Kind
from claims.tables import check_claims
from claims.values import Amount, Bound
from compare.decide.claim import compare_claim
from compare.evidence.model import Verdict
from compare.jobs.propose import propose
from compare.proposing.candidate import Group
from compare.proposing.filling import filled
from compare.proposing.notation import written
from compare.proposing.proving import Prover
from compare.proposing.statements import statement_of, statement_of_thing
from compare.search.index import Index
from reports.proposing import positions_cell
from seeds.corpus import read_folder
from tests.conftest import ROOT

CASES = ROOT / "tests" / "cases"
ALONE = list(csv.DictReader((CASES / "stands-alone.csv").open(encoding="utf-8")))
FILLED = list(csv.DictReader((CASES / "fill-positions.csv").open(encoding="utf-8")))
ANNALS = """The Orla dam was finished on 9 May 1931 by the Brandt yard.

The old ferry Tern was sold to a farmer in Solvik.

Ole Brun painted the lighthouse of Skagen for 900 crowns in June 1902.

The Skagen lifeboat saved 114 people in the winter storms.
"""
LETTERS = """The Orla dam was finished on 19 May 1931 by the Brandt yard, they say.

The old ferry Tern has been leased to a baker.

Ole Brun got 900 crowns for painting the lighthouse of Skagen in June 1902.
"""


OTHERS = """The baker of Solvik sold rye and barley. A herring boat came home with a broken mast. Nobody swam in the cold river.

Three sheep were lost on the northern hill. The school had a new roof and a stove. Candles were dear in those winters.

A doctor walked over the ice to the outer islands. The post came on Mondays. Two brothers kept bees behind the church.
"""
"""What speaks of other things: in a corpus of two sentences every word is common."""


@pytest.fixture
def corpus(tmp_path):
    def read(*texts):
        folder = tmp_path / "texts"
        folder.mkdir(exist_ok=True)
        for name, text in zip(("annals", "letters", "third"), texts, strict=False):
            (folder / f"{name}.txt").write_text(text, encoding="utf-8")
        return read_folder(folder)

    return read


@pytest.fixture
def run(desk):
    return desk({"papers/annals.txt": ANNALS, "papers/letters.txt": LETTERS})


@pytest.mark.parametrize("row", ALONE, ids=lambda row: row["note"])
def test_statements_stand_alone(row):
    start = row["text"].index(row["value"])
    assert statement_of(row["text"], (start, start + len(row["value"]))) == row["statement"]


def test_silent_rows_come_first():
    assert [bool(row["statement"]) for row in ALONE] == sorted(bool(row["statement"]) for row in ALONE)
    assert [bool(row["positions"]) for row in FILLED] == sorted(bool(row["positions"]) for row in FILLED)


def test_a_thing_is_dated_though_its_sentence_goes_on():
    text = "The visit of King Olav to Orla on 9 May 1931, and the dinner that followed, changed much."
    start = text.index("9 May")
    assert statement_of_thing(text, (start, start + 10)) == "The visit of King Olav to Orla was on 9 May 1931."
    assert statement_of_thing("He came to Orla on 9 May 1931.", (19, 29)) == ""


@pytest.mark.parametrize(
    "text", ["~19e9 USD", ">=99 year", "20..30 year", "18.9e9 EUR", "1768", "<~3000 meter", "12.5 percent"]
)
def test_amounts_are_written_as_a_table_does(text):
    assert parse_amount(written(parse_amount(text))) == parse_amount(text)


@given(st.integers(0, 10**12), st.sampled_from(Bound), st.sampled_from([1.0, 1e3, 1e6]))
def test_every_amount_that_is_written_is_read_again(number, bound, step):
    amount = Amount(float(number), float(number), "company", bound, step)
    read = parse_amount(written(amount))
    assert (read.low, read.high, read.unit, read.bound) == (amount.low, amount.high, amount.unit, amount.bound)


@pytest.mark.parametrize("text", ["2025-08-08", "1931", "2025-08-07/2025-08-08", "1990~", "2025-21"])
def test_dates_are_written_as_a_table_does(text):
    assert written(parse_edtf(text)) == text


@pytest.mark.parametrize("row", FILLED, ids=lambda row: row["note"])
def test_positions_come_from_the_passages_found(row, corpus):
    read = corpus(*row["sources"].split("//"), OTHERS)
    claim = Claim("c", "t", Kind(row["kind"]), row["statement"])
    assert positions_cell(filled(claim, Prover(Index(read), read.documents)).positions) == row["positions"]


def test_what_is_filled_is_never_changed(corpus):
    read = corpus(ANNALS, LETTERS)
    claim = Claim("c", "t", Kind.DATE, "The Orla dam was finished on 9 May 1931.", "1931", (), ("dam",))
    assert filled(claim, Prover(Index(read), read.documents)) == claim


def test_terms_find_the_passages_that_were_read_without_them(corpus):
    read = corpus(ANNALS, LETTERS)
    prover = Prover(Index(read), read.documents)
    claim = Claim("c", "t", Kind.DATE, "The Orla dam was finished on 9 May 1931.")
    found = filled(claim, prover)
    assert found.terms
    assert {i for term in found.terms for i, _ in prover.index.matching(term)} == {0, 4}
    assert compare_claim(found, prover.index, read.documents).verdict is Verdict.VALUE_DISCREPANCY


def test_the_most_useful_come_first_and_none_twice(corpus):
    found = propose(corpus(ANNALS, LETTERS)).candidates
    assert [c.group for c in found] == sorted(c.group for c in found)
    assert found[0].group is Group.FINDING
    assert found[0].claim.expected in ("1931-05-09", "1931-05-19")
    framed = next(c for c in found if c.group is Group.DIFFERENT_WORDS)
    assert {p.label for p in framed.claim.positions} == {"sold", "leased"}
    assert {c.group for c in found} >= {Group.SEVERAL, Group.SINGLE}
    assert len({c.claim.id for c in found}) == len({c.claim.statement for c in found}) == len(found)


def test_a_curated_claim_covers_what_it_reads(corpus):
    read = corpus(ANNALS, LETTERS)
    curated = Claim("dam", "orla", Kind.DATE, "The Orla dam was finished on 9 May 1931.")
    statements = [c.claim.statement for c in propose(read, [curated]).candidates]
    assert statements
    assert not [s for s in statements if "dam" in s]


def test_what_is_proposed_compares_as_it_says(corpus):
    read = corpus(ANNALS, LETTERS)
    for candidate in propose(read).candidates:
        comparison = compare_claim(candidate.claim, Index(read), read.documents)
        differs = comparison.verdict in (Verdict.VALUE_DISCREPANCY, Verdict.FRAMING_DIFFERENCE)
        assert differs == (candidate.group <= Group.DIFFERENT_WORDS), candidate.claim
        spoken = {e.document.source.id for t in comparison.testimonies for e in t.evidence if e.answer.value}
        assert set(candidate.sources) <= spoken


def test_an_empty_corpus_proposes_nothing(corpus):
    assert propose(corpus("One two.\n")).candidates == ()


def test_a_name_that_ends_with_an_initial_is_compared(corpus):
    read = corpus("Anders Bo Kvist built the mast of the Tern.\n")
    claim = Claim("c", "t", Kind.DESCRIPTION, "Anders Bo K. built the mast of the Tern.")
    assert compare_claim(claim, Index(read), read.documents).testimonies


@pytest.mark.parametrize("ending", ["csv", "xlsx"])
def test_scan_proposes_a_table_that_is_accepted(run, ending):
    done = run("scan", "--seeds", "papers", "--propose", f"table.{ending}")
    assert done.exit_code == 0, done.output
    table = check_claims(Path(f"table.{ending}"))
    assert not table.problems
    assert f"Wrote {len(table.claims)} proposed claims to table.{ending}" in done.output
    checked = run("claims", "check", f"table.{ending}", "--seeds", "papers")
    assert checked.output == f"{len(table.claims)} claims, 0 problems\n"
    again = run("scan", "--seeds", "papers", "--propose", f"table.{ending}")
    assert again.exit_code == 2
    assert again.stderr.count("\n") == 1
    assert "stands there already" in again.stderr


def test_the_same_sources_give_the_same_table(run):
    run("scan", "--seeds", "papers", "--propose", "a.csv")
    run("scan", "--seeds", "papers", "--propose", "b.csv")
    run("scan", "--seeds", "papers", "--propose", "c.csv", "--limit", "2")
    first = Path("a.csv").read_bytes()
    assert first == Path("b.csv").read_bytes()
    assert Path("c.csv").read_bytes() == b"".join(first.splitlines(keepends=True)[:3])


@pytest.mark.parametrize("name", ["table.md", "papers/table.csv"])
def test_proposals_go_nowhere_else(run, name):
    done = run("scan", "--seeds", "papers", "--propose", name)
    assert done.exit_code == 2
    assert done.stderr.count("\n") == 1
    assert not Path(name).exists()


TABLE = (
    "id;topic;kind;statement;mine;terms\r\n"
    'dam;orla;date;"The Orla dam was finished on 9 May 1931.";x;\r\n'
    "tern;orla;status;The old ferry Tern was sold.;y;Tern\r\n"
    "moon;orla;status;The moon is made of cheese.;z;\r\n"
)


def test_claims_propose_fills_empty_cells_only(run):
    Path("own.csv").write_bytes(TABLE.encode())
    done = run("claims", "propose", "own.csv", "--seeds", "papers")
    assert done.exit_code == 0, done.output
    text = Path("own.csv").read_bytes().decode()
    rows = list(csv.DictReader(text.splitlines(), delimiter=";"))
    assert rows[0]["terms"]
    assert rows[1]["terms"] == "Tern"
    assert not rows[2]["terms"]
    assert [row["mine"] for row in rows] == ["x", "y", "z"]
    assert text.startswith("id;topic;kind;statement;mine;terms")
    assert text.count("\r\n") == 4
    assert '"The Orla dam was finished on 9 May 1931."' in text
    assert "moon: nothing to fill, or nothing found" in done.output
    assert not check_claims(Path("own.csv")).problems
    run("claims", "propose", "own.csv", "--seeds", "papers")
    assert Path("own.csv").read_bytes().decode() == text


def test_claims_propose_fills_one_claim(run):
    Path("own.csv").write_bytes(TABLE.encode())
    done = run("claims", "propose", "dam", "--claims", "own.csv", "--seeds", "papers")
    assert done.exit_code == 0, done.output
    before, after = TABLE.encode().splitlines(), Path("own.csv").read_bytes().splitlines()
    assert [a == b for a, b in zip(before, after, strict=True)] == [True, False, True, True]


def test_claims_propose_leaves_what_is_not_its_own(run):
    run("scan", "--seeds", "papers", "--propose", "book.xlsx")
    for arguments, said in (
        (("book.xlsx", "--seeds", "papers"), "is a workbook"),
        (("nobody", "--seeds", "papers"), "no claim has the id 'nobody'"),
        (("visit-august-2025",), "are the claims shipped with the program"),
        (("none.csv", "--seeds", "papers"), "no such file"),
    ):
        done = run("claims", "propose", *arguments)
        assert done.exit_code == 2, done.output
        assert done.stderr.count("\n") == 1
        assert said in done.stderr
