"""Where reports go: a configuration keeps them in its project, and what this program did not write is never replaced by one."""

from pathlib import Path

import pytest
from click.testing import CliRunner

from reports.cli import main

CLAIMS = "id,topic,kind,statement\nopen,pier,date,The pier opened on 3 May 2019.\n"


@pytest.fixture
def project(tmp_path, monkeypatch):
    folder = tmp_path / "project"
    (folder / "sources").mkdir(parents=True)
    (folder / "sources" / "a.txt").write_text("The pier opened on 3 May 2019.\n")
    (folder / "pier.csv").write_text(CLAIMS)
    monkeypatch.delenv("SOURCECHECK_SEEDS", raising=False)
    monkeypatch.chdir(folder)
    configured("out")
    return folder


def configured(out: str) -> None:
    Path("sourcecheck.toml").write_text(f'claims = "pier.csv"\nseeds = "sources"\nout = "{out}"\n')


def compared(*arguments: str) -> tuple[int, str]:
    result = CliRunner().invoke(main, ["compare", *arguments], catch_exceptions=False)
    return result.exit_code, result.stderr


@pytest.mark.parametrize("out", ["../elsewhere", "{tmp}/elsewhere", "reports/../../elsewhere", "linked/inside"])
def test_a_configuration_leads_nowhere_else(out, project, tmp_path):
    (tmp_path / "elsewhere").mkdir()
    (project / "linked").symlink_to(tmp_path / "elsewhere")
    configured(out.format(tmp=tmp_path))
    code, said = compared()
    assert (code, len(said.splitlines())) == (2, 1)
    assert "sourcecheck.toml: out leads out of the project" in said
    assert not list((tmp_path / "elsewhere").iterdir())


def test_the_command_line_may_lead_anywhere(project, tmp_path):
    configured("../elsewhere")
    assert compared("--out", str(tmp_path / "other")) == (0, "")
    assert sorted(path.name for path in (tmp_path / "other").iterdir()) == ["index.md", "pier.md"]


@pytest.mark.parametrize("name", ["index.md", "pier.md"])
@pytest.mark.parametrize(
    "words", ["# My own notes\n", "", "\0\xff", "# Pier\n\n" + "line\n" * 20 + "Read: 2 documents\n"]
)
def test_what_another_wrote_stays_and_nothing_is_written(name, words, project):
    Path("out").mkdir()
    Path("out", name).write_text(words, encoding="latin-1")
    code, said = compared()
    assert (code, len(said.splitlines())) == (2, 1)
    assert f"out/{name}: is no report of this program" in said
    assert [(path.name, path.read_text(encoding="latin-1")) for path in Path("out").iterdir()] == [(name, words)]


def test_its_own_reports_are_replaced(project):
    assert compared() == (0, "")
    before = {path: path.read_bytes() for path in Path("out").iterdir()}
    Path("sources", "a.txt").write_text("The pier opened on 4 May 2019.\n")
    assert compared() == (0, "")
    assert all(path.read_bytes() != old for path, old in before.items())
