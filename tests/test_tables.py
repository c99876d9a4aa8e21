"""Tables of claims: what is accepted, and what is said of what is not."""

from pathlib import Path

import pandas
import pytest
from hypothesis import given
from hypothesis import strategies as st

from claims.errors import InputError
from claims.model import Kind, Severity
from claims.rows import parse_positions, parse_row, parse_terms
from claims.tables import TOPICS, check_claims, read_claims

HEADER = "id,topic,kind,statement,expected,positions,terms,note"


def table(folder: Path, text: str, name: str = "pier.csv") -> Path:
    path = folder / name
    path.write_bytes(text.encode("utf-8") if isinstance(text, str) else text)
    return path


def row(**cells):
    return {"id": "a", "topic": "pier", "kind": "date", "statement": "It opened in 2019.", **cells}


@pytest.mark.parametrize(
    ("cells", "problem"),
    [
        ({"id": " "}, "pier.csv:7: id: is empty; fill it"),
        (
            {"kind": "fact"},
            "pier.csv:7: kind: 'fact' is unknown; use one of date, figure, name, description, status, quote",
        ),
        ({"statement": ""}, "pier.csv:7: statement: is empty; fill it"),
        ({"topic": "the pier"}, "pier.csv:7: topic: 'the pier' is not a slug"),
        ({"topic": "index"}, "pier.csv:7: topic: 'index' is not a slug"),
        ({"topic": "Pier"}, "pier.csv:7: topic: 'Pier' is not a slug"),
        ({"expected": "2019-13"}, "pier.csv:7: expected: '2019-13'"),
        ({"expected": "2019-02-30"}, "pier.csv:7: expected: '2019-02-30'"),
        ({"kind": "figure", "expected": "many"}, "pier.csv:7: expected: 'many' is not a figure"),
        ({"positions": "a: b"}, "pier.csv:7: positions: a date takes no positions"),
        (
            {"kind": "status", "positions": "sold sold"},
            "pier.csv:7: positions: 'sold sold' is not 'label: pattern, pattern'",
        ),
        ({"kind": "status", "positions": "a: x; a: y"}, "pier.csv:7: positions: the label 'a' stands twice"),
        (
            {"kind": "status", "positions": "a: x", "expected": "b"},
            "pier.csv:7: expected: 'b' is none of the positions",
        ),
        ({"terms": "bridge|*"}, "pier.csv:7: terms: the pattern '*' holds no word"),
        (
            {"severity": "grave"},
            "pier.csv:7: severity: 'grave' is unknown; use one of high, medium, low, or leave it empty to have it judged",
        ),
        ({"note": "x" * 20_000}, "pier.csv:7: note: is longer than 10,000 characters; shorten it"),
    ],
)
def test_each_problem_names_file_row_column_and_mend(cells, problem):
    found = parse_row(row(**cells), "pier.csv", 7)
    assert isinstance(found, list)
    assert str(found[0]).startswith(problem)
    assert len(found) == 1


def test_a_good_row():
    claim = parse_row(
        row(kind="Status", positions="sold: sold; let: let, leas*", expected="let", terms="pier|old * pier"), "f", 2
    )
    assert not isinstance(claim, list)
    assert claim.kind is Kind.STATUS
    assert [(p.label, p.patterns) for p in claim.positions] == [("sold", ("sold",)), ("let", ("let", "leas*"))]
    assert claim.terms == ("pier", "old * pier")


@pytest.mark.parametrize(("cell", "severity"), [("", None), ("High", Severity.HIGH), (" low ", Severity.LOW)])
def test_severity_is_given_or_left_to_be_judged(cell, severity):
    claim = parse_row(row(severity=cell), "f", 2)
    assert not isinstance(claim, list)
    assert claim.severity is severity


def test_all_problems_at_once(tmp_path):
    path = table(
        tmp_path, f"{HEADER}\na,pier,date,It opened.,,,,\na,pier,fact,,,,,\n,,,,,,,\nb,pier,date,It closed.,soon,,,\n"
    )
    with pytest.raises(InputError) as error:
        read_claims(path)
    lines = str(error.value).splitlines()
    assert [line.split(":")[1] for line in lines] == ["3", "3", "5"], "the empty row is counted, not reported"


def test_an_id_given_twice(tmp_path):
    path = table(tmp_path, f"{HEADER}\na,pier,date,It opened.,,,,\na,pier,date,It closed.,,,,\n")
    assert [str(p) for p in check_claims(path).problems] == [
        "pier.csv:3: id: 'a' stands in pier.csv:2 too; ids must be unique"
    ]


@pytest.mark.parametrize("ident", ["007", "1E5", "N/A", "NULL", "true", "1.0"])
@pytest.mark.parametrize(
    ("name", "separator"), [("pier.csv", ","), ("pier.csv", ";"), ("pier.tsv", "\t"), ("pier.xlsx", "")]
)
def test_cells_are_text(tmp_path, ident, name, separator):
    cells = [ident, "pier", "date", "It opened in 2019."]
    if separator:
        table(
            tmp_path,
            "\ufeff" + separator.join(["id", "topic", "kind", "statement"]) + "\n" + separator.join(cells),
            name,
        )
    else:
        pandas.DataFrame([cells], columns=["id", "topic", "kind", "statement"]).to_excel(tmp_path / name, index=False)
    assert read_claims(tmp_path / name)[0].id == ident


@pytest.mark.parametrize("encoding", ["utf-16", "utf-8-sig"])
def test_tables_as_programs_write_them(tmp_path, encoding):
    path = table(
        tmp_path, "id\ttopic\tkind\tstatement\na\tpier\tdate\tThe caf\u00e9 opened in 2019.\0\r\n".encode(encoding)
    )
    assert read_claims(path)[0].statement == "The caf\u00e9 opened in 2019."


def test_the_sheet_that_holds_claims_is_read(tmp_path):
    words = pandas.DataFrame([["Read me"]])
    claims = pandas.DataFrame([["ID", "topic", "kind", "statement"], ["a", "pier", "date", "It opened in 2019."]])
    for name, sheets in {
        "one.xlsx": {"Notes": words, "Claims": claims},
        "two.xlsx": {"A": claims, "B": claims},
    }.items():
        with pandas.ExcelWriter(tmp_path / name) as book:
            for sheet, frame in sheets.items():
                frame.to_excel(book, sheet_name=sheet, index=False, header=False)
    assert [claim.id for claim in read_claims(tmp_path / "one.xlsx")] == ["a"]
    with pytest.raises(InputError, match="the sheets 'A', 'B' all hold claims; save each"):
        read_claims(tmp_path / "two.xlsx")


def test_columns_in_any_order_and_case(tmp_path):
    path = table(tmp_path, "Statement,Extra,KIND,topic, ID \nIt opened in 2019.,x,date,pier,a\n")
    assert read_claims(path)[0].id == "a"


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("", "is empty"),
        ("id,topic,kind\na,b,date\n", "lacks the column(s) statement"),
        (f"{HEADER},id\na,b,date,x,,,,,c\n", "twice"),
        ("id,topic,kind,statement,expceted\na,b,date,x,2019\n", "the column 'expceted' looks like 'expected'"),
        (f"{HEADER}\n", "holds no claims"),
        (b"PK\0\0", "is a binary file"),
        (b"PK\3\4 and more", "is a binary file"),
        (HEADER.encode("utf-16-le"), "is a binary file"),
        (f"{HEADER}\na,b,date,caf\xe9,,,,\n".encode("latin-1"), "is not UTF-8"),
        (f'{HEADER}\na,b,date,"never closed,,,,\n', "is not a readable table"),
        (f"{HEADER}\na,b,date,x,,,,,one too many\n", "pier.csv:2: has 9 cells, the header 8"),
    ],
)
def test_what_is_no_table(tmp_path, text, said):
    with pytest.raises(InputError, match=said.replace("(", r"\(").replace(")", r"\)")):
        read_claims(table(tmp_path, text))


def test_a_line_separator_is_a_character_of_its_cell(tmp_path):
    path = table(tmp_path, f"{HEADER}\na,pier,date,The pier\u2028opened in 2019.,,,,\n")
    assert read_claims(path)[0].statement == "The pier\u2028opened in 2019."


def test_missing_and_empty_places(tmp_path):
    with pytest.raises(InputError, match="no such file or folder"):
        read_claims(tmp_path / "none.csv")
    with pytest.raises(InputError, match="folder without a table"):
        read_claims(tmp_path)


def test_the_shipped_claims():
    table_ = check_claims(TOPICS)
    assert not table_.problems
    assert len(table_.claims) >= 150
    assert len({claim.topic for claim in table_.claims}) >= 20
    assert {claim.kind for claim in table_.claims} == set(Kind)
    for file in TOPICS.glob("*.csv"):
        assert {c.topic for c in read_claims(file)} == {file.stem}, "a file per topic"


@given(st.text(st.sampled_from("ab*:;,| \t1é"), max_size=40))
def test_patterns_parse_or_say_why(cell):
    for parse in (parse_positions, parse_terms):
        try:
            parse(cell)
        except ValueError as error:
            assert ";" in str(error), "every message says what is wrong and how to mend it"


@pytest.mark.parametrize("expected", ["25:99", "17:60", "24:00"])
def test_a_time_of_day_there_is_none_of_is_told(expected):
    row = {"id": "sank", "topic": "ferry", "kind": "date", "statement": "The ferry sank.", "expected": expected}
    (problem,) = parse_row(row, "ferry.csv", 2)
    assert "is no time of day; write hours and minutes such as 17:25" in str(problem)
