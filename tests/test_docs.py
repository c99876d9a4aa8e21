"""What README and docs show is what happens, and what there is to show is shown."""

import re

import click
import pytest

from claims.tables import TOPICS, read_claims
from compare.evidence.model import Verdict
from docs import make_limits
from docs.make_checks import page
from docs.make_examples import EXAMPLE, PAGES, ROOT, printed
from reports.cli import main


def examples():
    for path in PAGES:
        for command, output in EXAMPLE.findall(path.read_text(encoding="utf-8")):
            yield pytest.param(command, output, id=f"{path.name}: {command}")


@pytest.mark.parametrize(("command", "output"), list(examples()))
def test_examples_print_what_is_shown(command, output, monkeypatch):
    monkeypatch.chdir(ROOT)
    monkeypatch.delenv("SOURCECHECK_SEEDS", raising=False)
    assert printed(command) == output, "run python -m docs.make_examples"


def test_there_are_examples():
    assert len(list(examples())) >= 3


def test_the_checks_page_is_up_to_date():
    assert (ROOT / "docs" / "checks.md").read_text(encoding="utf-8") == page(), "run python -m docs.make_checks"


def test_the_limits_page_is_up_to_date():
    assert make_limits.PAGE.read_text(encoding="utf-8") == make_limits.page(), "run python -m docs.make_limits"
    assert len(list(make_limits.limits())) > 8


def commands(group, before=""):
    for name, command in group.commands.items():
        if isinstance(command, click.Group):
            yield from commands(command, f"{before}{name} ")
        else:
            yield f"{before}{name}"


@pytest.mark.parametrize("command", list(commands(main)))
def test_every_command_is_in_the_readme(command):
    text = (ROOT / "README.md").read_text(encoding="utf-8")
    assert f"sourcecheck {command}" in text or f"`{command}`" in text


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
