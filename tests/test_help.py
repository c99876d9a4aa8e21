"""What a terminal is given beside reports: examples in every help text, completion, colours, and none where nobody looks."""

import shlex

import click
import pytest
from click.shell_completion import ShellComplete
from click.testing import CliRunner

from reports.cli import main
from reports.colour import coloured, takes_colour
from reports.commands.examples import EXAMPLES


def commands(group=main, before=""):
    for name, command in group.commands.items():
        whole = f"{before} {name}".strip()
        yield from commands(command, whole) if isinstance(command, click.Group) else [whole]


def test_every_command_has_examples_and_no_other_has():
    assert set(EXAMPLES) == {"", *commands()}


@pytest.mark.parametrize("name", EXAMPLES)
def test_the_help_shows_them(name):
    help_ = CliRunner().invoke(main, [*shlex.split(name), "--help"]).output
    for example, about in EXAMPLES[name]:
        assert f"  # {about}\n  sourcecheck {example}\n".replace("\n  ", "\n    ") in help_
    assert max(map(len, help_.splitlines())) <= 80


@pytest.mark.parametrize("line", [line for examples in EXAMPLES.values() for line, _ in examples])
def test_every_example_can_be_typed(line):
    words, context, group = shlex.split(line), click.Context(main, info_name="sourcecheck"), main
    while isinstance(group, click.Group):
        name, group, words = group.resolve_command(context, words)
        assert name
    group.make_context(name, words, parent=context)


def offered(*words, begun=""):
    return [item.value for item in ShellComplete(main, {}, "sourcecheck", "_X").get_completions(list(words), begun)]


def test_topics_claims_and_codes_are_completed(tmp_path):
    table = tmp_path / "claims.csv"
    table.write_text("id,topic,kind,statement\nopen,pier,date,It opened in 2018.\n", encoding="utf-8")
    assert offered("compare", "--claims", str(table), "--topic", begun="p") == ["pier"]
    assert offered("compare", "--claims", str(table), "--claim") == ["open"]
    assert offered("compare", "--claims", str(tmp_path / "none.csv"), "--claim") == []
    assert offered("checks", begun="src10") == ["SRC101", "SRC102", "SRC103"]
    assert "SRC405" in offered("scan", "--select", begun="SRC4")


TEXT = (
    "high    The pier: 2018 (a), 2019 (b)\nhighest of all\nmedium  x\n"
    "draft.md:1:2: SRC101 date: contradicted: the sources say 2019: supported: by none\n"
)


def test_severities_and_outcomes_are_coloured_once_a_line():
    assert coloured(TEXT) == (
        "\x1b[31mhigh\x1b[0m    The pier: 2018 (a), 2019 (b)\nhighest of all\n\x1b[33mmedium\x1b[0m  x\n"
        "draft.md:1:2: SRC101 date: \x1b[31mcontradicted\x1b[0m: the sources say 2019: supported: by none\n"
    )


class Stream:
    def __init__(self, terminal):
        self.isatty = lambda: terminal


@pytest.mark.parametrize(
    ("terminal", "environment", "takes"),
    [
        (True, {}, True),
        (True, {"NO_COLOR": ""}, True),
        (True, {"NO_COLOR": "1"}, False),
        (True, {"TERM": "dumb"}, False),
        (False, {}, False),
    ],
)
def test_only_a_terminal_is_coloured(monkeypatch, terminal, environment, takes):
    monkeypatch.delenv("NO_COLOR", raising=False)
    monkeypatch.setenv("TERM", "xterm")
    for name, value in environment.items():
        monkeypatch.setenv(name, value)
    assert takes_colour(Stream(terminal)) is takes


def test_an_unknown_claim_is_told_before_the_format(desk):
    run = desk(
        {"claims.csv": "id,topic,kind,statement\nopen,pier,date,It opened in 2018.\n", "sources/a.txt": "A word."}
    )
    told = run("compare", "--claims", "claims.csv", "--seeds", "sources", "--claim", "opne").output
    assert told == "sourcecheck: no claim has the id 'opne'; did you mean open?\n"
