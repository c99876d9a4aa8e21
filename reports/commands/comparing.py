"""`compare`: the main job."""

import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from reports.commands import completing
from reports.commands.options import FOLDER, common, print_or_write, settings_of
from reports.terminal import say

if TYPE_CHECKING:
    from compare.evidence.model import Result
    from reports.findings import Reviews
    from reports.page.beyond import Beyond
    from reports.settings import Settings

FORMATS = {
    "table": "report.txt",
    "markdown": "report.md",
    "json": "report.json",
    "csv": "report.csv",
    "html": "report.html",
    "docx": "report.docx",
    "claimreview": "claimreview.json",
    "annotations": "annotations.json",
}
"""The formats, and what a file of each is called in a folder given to --out."""
ENDINGS = {".html": "html", ".docx": "docx", ".md": "markdown"}
"""Endings of a file given to --out that say its format."""


@click.command()
@common
@click.option(
    "--topic",
    "topics",
    multiple=True,
    shell_complete=completing.topics,
    help="Only this topic; may be given several times.",
)
@click.option(
    "--format", "format_", type=click.Choice(list(FORMATS)), help="Print in this format instead of writing reports."
)
@click.option(
    "--out",
    type=FOLDER,
    help="Folder for the reports; with --format or --why, the file to write instead of printing (in a folder: report.html, "
    "report.docx, ...). A file .html, .docx or .md says its format.",
)
@click.option("--evidence", default="5", help="Pieces of evidence per claim and source in JSON: a number, or 'all'.")
@click.option(
    "--select",
    multiple=True,
    metavar="CODE",
    shell_complete=completing.codes,
    help="Use only these checks (a code or its beginning, such as SRC1).",
)
@click.option(
    "--ignore", multiple=True, metavar="CODE", shell_complete=completing.codes, help="Do not use these checks."
)
@click.option(
    "--claim",
    "ids",
    multiple=True,
    metavar="ID",
    shell_complete=completing.claim_ids,
    help="Only this claim; with --why or --format.",
)
@click.option(
    "--why", is_flag=True, help="Print of every line what was read on both sides, how they relate and what weighed."
)
@click.option(
    "--full",
    is_flag=True,
    help="Quote every reading and name every place; with --format markdown or docx, topics as well.",
)
@click.option(
    "--engine",
    type=click.Choice(("processes", "dask")),
    help="Share the work out, over an index: among the cores of this machine, or on a cluster of Dask.",
)
@click.option("--scheduler", default="", metavar="tcp://HOST:PORT", help="With --engine dask: where its scheduler is.")
@click.option("--quiet", is_flag=True, help="Write the reports and say nothing but what goes wrong.")
@click.option("--fail-on", multiple=True, metavar="VERDICT", help="Exit with 1 when a claim has this verdict or flag.")
def compare(
    claims_path: Path | None,
    seeds_folder: Path | None,
    config: Path | None,
    topics: Sequence[str],
    format_: str | None,
    out: Path | None,
    evidence: str,
    select: Sequence[str],
    ignore: Sequence[str],
    fail_on: Sequence[str],
    ids: Sequence[str],
    why: bool,
    full: bool,
    quiet: bool,
    engine: str | None,
    scheduler: str,
) -> None:
    """Compare every claim with every source; print a summary and write a report per topic."""
    from reports.comparing import check_ids, check_names, run
    from reports.files import refuse_input
    from reports.printing import render, report
    from reports.starting.unread import unread_lines

    most = _evidence(evidence)
    format_, out = _format(format_, out, why)
    _check_engine(engine, scheduler, why)
    fatal = check_names(select, ignore, fail_on)
    settings = settings_of(claims_path, seeds_folder, None if format_ or why else out, config)
    check_ids(settings, ids)
    _fit(format_, ids, why)
    refuse_input(out or settings.out, (settings.claims, settings.seeds))
    for line in unread_lines(settings.seeds):
        say(f"sourcecheck: {line}", err=True)
    result = run(settings, topics, select, ignore, ids, why, (engine, scheduler) if engine else None)
    reviews: Reviews = {}
    if settings.reviews and settings.reviews.is_file():
        from reports.reviewing.standing import reviews_of

        reviews = reviews_of(result, settings)
    if format_ or why:
        whole = format_ == "html" and not (topics or ids or select or ignore)
        beyond = _beyond(result, settings) if whole else None
        print_or_write(render(result, format_ or "why", most, reviews, why, full, beyond), out)
    else:
        for line in report(result, settings.out, not topics, reviews, full):
            if not quiet:
                say(line, findings=True)
    if any(flag in fatal for comparison in result.comparisons for flag in comparison.flags):
        raise SystemExit(1)


def _beyond(result: "Result", settings: "Settings") -> "Beyond":
    """What a scan of the same sources finds that no claim tells."""
    from reports.dismissing import noted, read_dismissed
    from reports.page.beyond import beyond
    from reports.scanning import run

    return beyond(result, noted(run(result.corpus).findings, read_dismissed(settings.dismissed)))


def _format(format_: str | None, out: Path | None, why: bool) -> tuple[str | None, Path | None]:
    """The format asked for or said by the ending of a file, and the file to write: in a folder one of the format's own name."""
    if out and not (format_ or why or out.is_dir()):
        format_ = ENDINGS.get(out.suffix.lower())
    if out and format_ and out.is_dir():
        out /= FORMATS[format_]
    if format_ == "docx" and out is None:
        from claims.errors import InputError

        raise InputError("--format docx writes a file; give --out report.docx")
    return format_, out


def _fit(format_: str | None, ids: Sequence[str], why: bool) -> None:
    from claims.errors import InputError

    if why and format_ not in (None, "json"):
        raise InputError(f"--why goes with --format json or with no format, not with {format_}")
    if ids and not (why or format_):
        raise InputError("reports are written of whole topics; give --why or a --format with --claim")


def _check_engine(name: str | None, scheduler: str, why: bool) -> None:
    from claims.errors import InputError

    if name and why:
        raise InputError("--why is worked out in this process; leave --engine out")
    if scheduler and name != "dask":
        raise InputError("--scheduler goes with --engine dask")
    if name == "dask" and not scheduler:
        raise InputError("--engine dask needs --scheduler tcp://HOST:PORT, as `dask scheduler` prints it")


def _evidence(given: str) -> int:
    from claims.errors import InputError

    if given == "all":
        return sys.maxsize
    if not (given.isascii() and given.isdecimal()) or int(given) == 0:
        raise InputError(f"--evidence {given!r} is neither a number above 0 nor 'all'")
    return int(given)
