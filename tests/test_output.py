"""What leaves the program does nothing but show: to a terminal, to a page, to the runner that keeps a log; and a full disk is said."""

import ast
import json
import os
import shlex
import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner

from reports.cli import main
from reports.escaped import code
from reports.printable import CONTROL, harmless, json_text, printable

ROOT = Path(__file__).parent.parent
NASTY = "\x1b]0;gone\x07\u202e"
HEAD = "id,topic,kind,statement,expected,positions,terms,note\n"


@pytest.fixture
def run(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("SOURCECHECK_SEEDS", raising=False)
    monkeypatch.setenv("SOURCECHECK_CACHE", str(tmp_path / "cache"))
    (tmp_path / "sourcecheck.toml").write_text('claims = "pier.csv"\nseeds = "texts"\n')
    (tmp_path / "pier.csv").write_text(
        HEAD + '"x`![a](http://x.example)",pier,date,The pier opened on 3 May 2019.,,,pier,\n'
    )
    (tmp_path / "texts").mkdir()
    (tmp_path / "texts" / "a.txt").write_text("The pier opened on 4 May 2018. ##[error]It is long.\n")
    (tmp_path / "draft.md").write_text(
        "::error title=x::The pier opened on 3 May 2019.\n\n##[error]The pier opened in 1950.\n"
    )

    def call(*arguments):
        return CliRunner().invoke(main, [str(a) for a in arguments], catch_exceptions=False)

    return call


def said(path: Path):
    """The calls of a module that write to a stream."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Call):
            name = ast.unparse(node.func)
            if name in ("print", "click.echo", "click.secho", "sys.stdout.write", "sys.stderr.write"):
                yield name


@pytest.mark.parametrize("package", ["claims", "seeds", "compare", "reports"])
def test_only_one_place_speaks(package):
    for path in (ROOT / package).rglob("*.py"):
        assert path == ROOT / "reports" / "terminal.py" or not list(said(path)), path


def test_what_does_not_show_is_replaced():
    for char in "\x00\x1b\x7f\x85\u202e\u2066\u061c\u2028\ud83d\udcff\U000e0041":
        assert printable(f"a{char}b") == "a\ufffdb"
    assert printable("a\n\tb é 😀 عربي") == "a\n\tb é 😀 عربي"


@pytest.mark.parametrize(
    "order", ["::error::x", "  ::set-output name=a::b", "a ##[error]b", "##vso[task.complete]x", "\n::add-mask::1"]
)
def test_no_line_is_an_order(order):
    shown = harmless(order)
    assert shown != order
    assert harmless(shown) == shown
    assert not any(line.lstrip().startswith("::") for line in shown.split("\n"))
    assert "##[" not in shown
    assert "##vso[" not in shown


def test_json_says_the_same_and_shows_nothing_else():
    data = {"exact": f"a{NASTY}\udcff\U000e0041##[error]", "é": ["–"]}
    text = json_text(data)
    assert json.loads(text) == data
    assert not CONTROL.search(text)
    assert "##[" not in text
    assert "é" in text


@pytest.mark.parametrize(
    ("text", "shown"),
    [("open", "`open`"), ("a`b", "`` a`b ``"), ("``", "``` `` ```"), ("a\nb", "`a b`"), ("a\x1bb", "`a\ufffdb`")],
)
def test_code_ends_where_it_should(text, shown):
    assert code(text) == shown


def test_an_id_is_no_image(run):
    output = run("compare", "--format", "markdown").output
    assert "`` x`![a](http://x.example) ``" in output
    assert "`x`" not in output


@pytest.mark.parametrize("format_", ["text", "json", "sarif", "github"])
def test_a_draft_gives_no_orders(format_, run):
    output = run("draft", "draft.md", "--format", format_).output
    lines = [line.lstrip() for line in output.splitlines()]
    orders = [line for line in lines if line.startswith("::")]
    if format_ != "github":
        assert not orders
        assert "##[" not in output
    assert all(
        line.startswith(("::error file=draft.md", "::warning file=draft.md", "::notice file=draft.md"))
        for line in orders
    )


@pytest.mark.parametrize(
    "command",
    [("claims", "check"), ("compare",), ("compare", "--format", "csv"), ("compare", "--why"), ("scan",), ("seeds", "list"),
     ("seeds", "verify"), ("find", "pier"), ("compare", "--claims", f"no{NASTY}.csv"), ("draft", f"no{NASTY}.md")],
)  # fmt: skip
def test_marks_of_a_terminal_do_not_reach_it(command, run, tmp_path):
    (tmp_path / "texts" / "b.txt").write_text(f"The pier{NASTY} opened on 3 May{NASTY} 2019.\n")
    positions = f"sold{NASTY}: sold; leased: leas*"
    rows = [
        f"a{NASTY},pier,date,The pier{NASTY} opened on 3 May 2019.,,,pier,",
        f"b,pier,status,The pier was sold.,,{positions},pier,",
    ]
    (tmp_path / "pier.csv").write_text(HEAD + "\n".join(rows) + f"\nc,pier,none{NASTY},x,,,,\n" * ("check" in command))
    output = run(*command).output
    assert not CONTROL.search(output)


@pytest.mark.skipif(sys.platform != "linux", reason="names that are not UTF-8")
@pytest.mark.parametrize("command", [("seeds", "list"), ("compare",), ("scan",)])
def test_names_that_are_not_utf_8(command, run, tmp_path):
    with open(os.fsencode(tmp_path / "texts") + b"/caf\xe9.txt", "wb") as file:
        file.write(b"The pier opened on 3 May 2019.\n")
    with open(os.fsencode(tmp_path / "texts") + b"/caf\xe9.xyz", "wb") as file:
        file.write(b"?")
    assert run(*command).exit_code in (0, 1)
    assert run("draft", os.fsdecode(b"caf\xe9.md")).exit_code == 2


def in_shell(tmp_path: Path, command: str, **environment: str) -> subprocess.CompletedProcess:
    program = f"{shlex.quote(sys.executable)} -m reports.cli"
    given = {**os.environ, "PYTHONPATH": str(ROOT), **environment}
    given.pop("SOURCECHECK_SEEDS", None)
    return subprocess.run(
        command.format(program), shell=True, cwd=tmp_path, capture_output=True, env=given, check=False
    )


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs a disk that is full")
@pytest.mark.parametrize(
    "command", ["checks", "compare --format json", "draft draft.md", "scan", "--help", "--version"]
)
def test_a_full_disk_is_no_finding(command, run, tmp_path):
    ended = in_shell(tmp_path, f"{{}} {command} > /dev/full")
    assert ended.returncode == 2, ended.stderr
    assert b"Traceback" not in ended.stderr


@pytest.mark.skipif(os.name == "nt", reason="needs a shell")
def test_a_closed_output_is_no_finding(run, tmp_path):
    ended = in_shell(tmp_path, "{} draft draft.md >&-")
    assert (ended.returncode, ended.stderr.count(b"\n")) == (2, 1), ended.stderr
    ended = in_shell(tmp_path, "{} checks 2>&- | true")
    assert b"Traceback" not in ended.stderr


@pytest.mark.parametrize("encoding", ["latin-1", "ascii", "cp1252"])
def test_a_terminal_that_knows_few_letters(encoding, run, tmp_path):
    (tmp_path / "texts" / "a.txt").write_text("The pier opened “on” 4 May 2018 – in Gənce 😀.\n")
    for command in ("compare", "compare --format json", "scan", "find pier"):
        ended = in_shell(tmp_path, f"{{}} {command}", PYTHONIOENCODING=encoding)
        assert ended.returncode in (0, 1), ended.stderr
        ended.stdout.decode(encoding)
