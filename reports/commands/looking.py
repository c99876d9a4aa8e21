"""`find`, `scan` and `checks`: the sources without claims, and what the checks ask."""

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from reports.commands import completing
from reports.commands.options import FOLDER, common, print_or_write, settings_of
from reports.terminal import say

if TYPE_CHECKING:
    from reports.dismissing import Noted

SCAN_FORMATS = ("text", "table", "md", "csv", "json", "sarif", "html")


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
        say(line)


@click.command()
@common
@click.option("--format", "format_", type=click.Choice(SCAN_FORMATS), default="text", show_default=True)
@click.option("--out", type=FOLDER, help="File to write instead of printing.")
@click.option(
    "--select",
    multiple=True,
    metavar="CODE",
    shell_complete=completing.codes,
    help="Look only for what these checks find.",
)
@click.option(
    "--ignore",
    multiple=True,
    metavar="CODE",
    shell_complete=completing.codes,
    help="Do not look for what these checks find.",
)
@click.option(
    "--fail-on",
    type=click.Choice(("high", "medium", "low")),
    default="low",
    show_default=True,
    help="Exit with 1 only when a finding is this grave or graver.",
)
@click.option("--source", "sources", multiple=True, metavar="ID", help="Tell only what has a place in this source.")
@click.option("--dismiss", multiple=True, metavar="FINGERPRINT", help="Tell this finding no more; needs --reason.")
@click.option("--reason", default="", metavar="TEXT", help="Why the findings of --dismiss are none.")
@click.option(
    "--propose",
    "table",
    type=FOLDER,
    metavar="FILE.csv|xlsx",
    help="Write candidate claims as a table instead of findings.",
)
@click.option("--limit", default=50, show_default=True, type=click.IntRange(1), help="Claims to propose.")
def scan(
    format_: str,
    out: Path | None,
    select: Sequence[str],
    ignore: Sequence[str],
    fail_on: str,
    sources: Sequence[str],
    dismiss: Sequence[str],
    reason: str,
    table: Path | None,
    limit: int,
    claims_path: Path | None,
    seeds_folder: Path | None,
    config: Path | None,
) -> None:
    """Find what the sources say against each other and against themselves, without any claims. Exit 1 when there is something.

    With --propose, candidate claims are written, the most useful first, none that a claim of the project covers.
    """
    from claims.model import Severity
    from compare.scanning.finding import RANKS
    from reports.comparing import check_names, codes
    from reports.dismissing import noted, read_dismissed
    from reports.files import refuse_input
    from reports.owned import owned
    from reports.scanning import FORMATS, of_sources, run
    from seeds.corpus import distinct

    check_names(select, ignore, ())
    settings = settings_of(claims_path, seeds_folder, None, config)
    if table:
        from reports import proposing

        proposing.check_target(table, settings)
        say(proposing.write_proposals(proposing.run(settings.corpus(), settings), table, limit))
        return
    refuse_input(out, (settings.claims, settings.seeds))
    corpus = distinct(settings.corpus())
    result = run(corpus, codes(select, ignore))
    findings = noted(result.findings, read_dismissed(settings.dismissed))
    if dismiss or reason:
        with owned(settings.project):
            dismiss_findings(settings.dismissed, dismiss, reason, findings)
        return
    findings = of_sources(findings, sources, corpus)
    print_or_write(FORMATS[format_](result, findings, corpus), out, findings=format_ == "text")
    fatal = RANKS[: RANKS.index(Severity(fail_on)) + 1]
    if any(n.finding.severity in fatal and not n.dismissed for n in findings):
        raise SystemExit(1)


def dismiss_findings(table: Path | None, given: Sequence[str], reason: str, findings: "Sequence[Noted]") -> None:
    """Write what is dismissed into the project's table. Raises InputError without a project, or when nothing is named."""
    from claims.errors import InputError
    from reports.dismissing import dismiss

    if table is None:
        raise InputError("--dismiss writes into a project; `sourcecheck init` makes one, or give --config")
    if not given:
        raise InputError("--reason is that of --dismiss; give the fingerprint of a finding too")
    new = dismiss(table, given, reason, findings)
    say(f"Dismissed: {new} new, {len(given) - new} again ({table}); take a row out to have its finding told again.")


@click.command()
@click.argument("code", required=False, shell_complete=completing.codes)
def checks(code: str | None) -> None:
    """List the checks, or explain the one with CODE."""
    from compare.checks import all_checks

    if code is not None:
        say(explained(code))
        return
    for check in all_checks():
        say(f"{check.code}  {check.name:10}  {check.explanation.splitlines()[0]}")


def explained(code: str) -> str:
    """The documentation of a check. Raises InputError for an unknown code."""
    from claims.errors import InputError
    from compare.checks import all_checks

    for check in all_checks():
        if check.code == code.upper():
            return f"{check.code} {check.name}\n\n{check.explanation}"
    raise InputError(f"no check has the code {code!r}; `sourcecheck checks` lists them")
