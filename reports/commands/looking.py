"""`find`, `scan` and `checks`: the sources without claims, and what the checks ask."""

from pathlib import Path

import click

from reports.commands.options import FOLDER, common, print_or_write, settings_of


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
@click.option("--format", "format_", type=click.Choice(("text", "json")), default="text", show_default=True)
@click.option("--out", type=FOLDER, help="File to write instead of printing.")
def scan(
    format_: str, out: Path | None, claims_path: Path | None, seeds_folder: Path | None, config: Path | None
) -> None:
    """Find where a source contradicts itself, without any claims. Exit 1 when there is such a place."""
    from reports.files import refuse_input
    from reports.scanning import run, to_json, to_text

    settings = settings_of(claims_path, seeds_folder, None, config)
    refuse_input(out, (settings.claims, settings.seeds))
    corpus = settings.corpus()
    scans = run(corpus)
    print_or_write(to_json(scans) if format_ == "json" else to_text(scans, corpus), out)
    if any(each.findings for each in scans):
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
