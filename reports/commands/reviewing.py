"""`review`: claims out to a spreadsheet and back."""

from collections.abc import Sequence
from pathlib import Path

import click

from reports.commands import completing
from reports.commands.options import FOLDER, common, settings_of
from reports.terminal import say


@click.group()
def review() -> None:
    """Review of the claims in a spreadsheet: out, back in, and how far it is."""


@review.command("export")
@common
@click.argument("file", type=FOLDER)
@click.option(
    "--topic",
    "topics",
    multiple=True,
    shell_complete=completing.topics,
    help="Only this topic; may be given several times.",
)
def review_export(
    file: Path, topics: Sequence[str], claims_path: Path | None, seeds_folder: Path | None, config: Path | None
) -> None:
    """Write FILE (.xlsx or .csv): every claim with what each source says, and columns for a reviewer to fill."""
    from reports.comparing import run
    from reports.reviewing.exporting import check_target, export

    settings = settings_of(claims_path, seeds_folder, None, config)
    check_target(file, settings)
    export(run(settings, topics), settings, file)
    say(f"wrote {file}", err=True)


@review.command("import")
@common
@click.argument("files", nargs=-1, required=True, metavar="FILE...", type=FOLDER)
@click.option(
    "--apply", is_flag=True, help="Write the corrections into the claims tables instead of only showing them."
)
@click.option("--reviewer", default="", metavar="NAME", help="Who decided where a row does not say.")
@click.option("--date", "day", default="", metavar="DAY", help="When, where a row does not say.")
def review_import(
    files: Sequence[Path],
    apply: bool,
    reviewer: str,
    day: str,
    claims_path: Path | None,
    seeds_folder: Path | None,
    config: Path | None,
) -> None:
    """Record the decisions of workbooks (.xlsx, .ods, .csv); show corrections as a diff. Exit 1 when there are conflicts."""
    from reports.owned import owned
    from reports.reviewing.importing import carry_out, plan

    settings = settings_of(claims_path, seeds_folder, None, config)
    with owned(settings.project):
        imported = plan(files, settings, reviewer, day)
        lines = list(carry_out(imported, settings, apply))
    for line in lines:
        say(line)
    if imported.conflicts:
        raise SystemExit(1)


@review.command("status")
@common
@click.option(
    "--topic",
    "topics",
    multiple=True,
    shell_complete=completing.topics,
    help="Only this topic; may be given several times.",
)
def review_status(
    topics: Sequence[str], claims_path: Path | None, seeds_folder: Path | None, config: Path | None
) -> None:
    """Show per topic what is reviewed, open and expired, and how far reviewers agree."""
    from reports.comparing import run
    from reports.reviewing.status import refuse_without_project, status_lines

    settings = settings_of(claims_path, seeds_folder, None, config)
    refuse_without_project(settings)
    for line in status_lines(run(settings, topics), settings, whole=not topics):
        say(line)
