"""What README and docs show is what happens, and what there is to show is shown."""

import re
import shlex
from pathlib import Path

import click
import pytest
from click.testing import CliRunner

from claims.tables import TOPICS, read_claims
from compare.model import Verdict
from docs.make_checks import page
from reports.cli import main

ROOT = Path(__file__).parent.parent
PAGES = [ROOT / "README.md", *sorted((ROOT / "docs").glob("*.md"))]
SHOWN = re.compile(r"^```\n\$ sourcecheck ([^\n]*)\n(.*?)^```", re.MULTILINE | re.DOTALL)


def examples():
    for path in PAGES:
        for command, output in SHOWN.findall(path.read_text(encoding="utf-8")):
            yield pytest.param(command, output, id=f"{path.name}: {command}")


@pytest.mark.parametrize(("command", "output"), list(examples()))
def test_examples_print_what_is_shown(command, output, monkeypatch):
    monkeypatch.chdir(ROOT)
    monkeypatch.delenv("SOURCECHECK_SEEDS", raising=False)
    result = CliRunner().invoke(main, shlex.split(command), catch_exceptions=False)
    lines = [line.rstrip() for line in result.output.splitlines()]
    shown = [line.rstrip() for line in output.splitlines()]
    if "..." in shown:
        cut = shown.index("...")
        assert lines[:cut] == shown[:cut]
        rest = shown[cut + 1 :]
        assert not rest or lines[-len(rest) :] == rest
    else:
        assert lines == shown


def test_there_are_examples():
    assert len(list(examples())) >= 3


def test_the_checks_page_is_up_to_date():
    assert (ROOT / "docs" / "checks.md").read_text(encoding="utf-8") == page(), "run python -m docs.make_checks"


def commands(group, before=""):
    for name, command in group.commands.items():
        if isinstance(command, click.Group):
            yield from commands(command, f"{before}{name} ")
        else:
            yield f"{before}{name}"


@pytest.mark.parametrize("command", list(commands(main)))
def test_every_command_is_in_the_readme(command):
    assert command in (ROOT / "README.md").read_text(encoding="utf-8")


def test_every_command_the_readme_names_exists():
    named = set(re.findall(r"`sourcecheck ([a-z]+)", (ROOT / "README.md").read_text(encoding="utf-8")))
    assert named <= set(main.commands)


def test_every_verdict_is_in_the_readme():
    text = (ROOT / "README.md").read_text(encoding="utf-8")
    assert all(f"`{verdict}`" in text for verdict in Verdict)


def test_the_counts_in_the_readme():
    claims = read_claims(TOPICS)
    said = f"{len(claims)} claims in {len({c.topic for c in claims})} topics"
    assert said in (ROOT / "README.md").read_text(encoding="utf-8")
    assert said.replace("claims", "curated claims") in (ROOT / "CHANGELOG.md").read_text(encoding="utf-8")


def test_links_lead_somewhere():
    for path in PAGES:
        for target in re.findall(r"\]\(([^)#:]+)\)", path.read_text(encoding="utf-8")):
            assert (path.parent / target).exists(), f"{path.name}: {target}"
