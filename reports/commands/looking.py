"""`find`, `scan` and `checks`: the sources without claims, and what the checks ask."""

from collections.abc import Sequence
from pathlib import Path

import click

from reports.commands.options import FOLDER, common, print_or_write, settings_of

SCAN_FORMATS = ("text", "table", "md", "csv", "json")


@click.command()
@common
@click.argument("text")
@click.option("--pattern", is_flag=True, help="TEXT is a pattern as in the terms and positions of a claims table.")
@click.option("--limit", default=10, show_default=True, type=click.IntRange(1), help="Passages to show.")
def find(
    text: str, pattern: bool, limit: int, claims_path: Path | None, seeds_folder: Path | None, config: Path | None
) -> None:
    """Show the passages of the sources that best fit TEXT."""
    from reports.finding import find_lines

    settings = settings_of(claims_path, seeds_folder, None, config)
    for line in find_lines(text, pattern, limit, settings.corpus()):
        click.echo(line)


@click.command()
@common
@click.option("--format", "format_", type=click.Choice(SCAN_FORMATS), default="text", show_default=True)
@click.option("--out", type=FOLDER, help="File to write instead of printing.")
@click.option("--select", multiple=True, metavar="CODE", help="Look only for what these checks find.")
@click.option("--ignore", multiple=True, metavar="CODE", help="Do not look for what these checks find.")
@click.option(
    "--fail-on",
    type=click.Choice(("high", "medium", "low")),
    default="low",
    show_default=True,
    help="Exit with 1 only when a finding is this grave or graver.",
)
def scan(
    format_: str,
    out: Path | None,
    select: Sequence[str],
    ignore: Sequence[str],
    fail_on: str,
    claims_path: Path | None,
    seeds_folder: Path | None,
    config: Path | None,
) -> None:
    """Find what the sources say against each other and against themselves, without any claims. Exit 1 when there is something."""
    from compare.scanning.finding import RANKS, Severity
    from reports.comparing import check_names, codes
    from reports.files import refuse_input
    from reports.scanning import FORMATS, run

    check_names(select, ignore, ())
    settings = settings_of(claims_path, seeds_folder, None, config)
    refuse_input(out, (settings.claims, settings.seeds))
    corpus = settings.corpus()
    result = run(corpus, codes(select, ignore))
    print_or_write(FORMATS[format_](result, corpus), out)
    fatal = RANKS[: RANKS.index(Severity(fail_on)) + 1]
    if any(finding.severity in fatal for finding in result.findings):
        raise SystemExit(1)


@click.command()
@click.argument("code", required=False)
def checks(code: str | None) -> None:
    """List the checks, or explain the one with CODE."""
    from compare.checks import all_checks

    if code is not None:
        click.echo(explained(code))
        return
    for check in all_checks():
        click.echo(f"{check.code}  {check.name:10}  {check.explanation.splitlines()[0]}")


def explained(code: str) -> str:
    """The documentation of a check. Raises InputError for an unknown code."""
    from claims.errors import InputError
    from compare.checks import all_checks

    for check in all_checks():
        if check.code == code.upper():
            return f"{check.code} {check.name}\n\n{check.explanation}"
    raise InputError(f"no check has the code {code!r}; `sourcecheck checks` lists them")
