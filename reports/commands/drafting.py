"""`draft` and `lsp`: a draft checked at the command line and in an editor."""

from collections.abc import Sequence
from dataclasses import replace
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from reports.commands import completing
from reports.commands.looking import explained
from reports.commands.options import FOLDER, common, print_or_write, settings_of
from reports.terminal import say

if TYPE_CHECKING:
    from reports.settings import Settings

DRAFT_FORMATS = ("text", "json", "sarif", "github", "html", "docx", "xlsx", "csv", "footnotes")
ENDINGS = ("docx", "xlsx", "csv")
"""Formats that the name of an output tells when none is given; each holds one draft, as do footnotes."""
SHOWN = ("findings", "supported", "all")


@click.command()
@common
@click.argument("files", nargs=-1, metavar="FILE...")
@click.option(
    "--format", "format_", type=click.Choice(DRAFT_FORMATS), help="Default: text; that of --out where it ends so."
)
@click.option("--out", type=FOLDER, help="File to write instead of printing.")
@click.option(
    "--select", multiple=True, metavar="CODE", shell_complete=completing.codes, help="Tell only what these checks find."
)
@click.option(
    "--ignore",
    multiple=True,
    metavar="CODE",
    shell_complete=completing.codes,
    help="Tell nothing of what these checks find.",
)
@click.option("--explain", metavar="CODE", shell_complete=completing.codes, help="Explain a check and do nothing else.")
@click.option(
    "--show",
    type=click.Choice(SHOWN),
    default=SHOWN[0],
    help="Tell what the sources support as well, or every sentence.",
)
@click.option("--show-supported", is_flag=True, help="The same as --show supported.")
@click.option(
    "--why", is_flag=True, help="Tell of every finding what was read on both sides, how they relate and what weighed."
)
@click.option("--on", "day", default="", metavar="DAY", help="Judge the approvals in quotes.csv on this day.")
@click.option("--suggest", is_flag=True, help="Write the sources' values as tracked changes; with --format docx.")
@click.option("--baseline", type=FOLDER, help="An earlier --format json: what it holds is marked as known.")
@click.option("--stdin-format", type=click.Choice(("md", "txt", "html")), default="md", help="What `-` is read as.")
@click.option("--watch", "watching", is_flag=True, help="Check again whenever something is saved, until Ctrl-C.")
def draft(
    files: Sequence[str],
    format_: str | None,
    out: Path | None,
    select: Sequence[str],
    ignore: Sequence[str],
    explain: str | None,
    show: str,
    show_supported: bool,
    why: bool,
    suggest: bool,
    day: str,
    baseline: Path | None,
    stdin_format: str,
    watching: bool,
    claims_path: Path | None,
    seeds_folder: Path | None,
    config: Path | None,
) -> None:
    """Check drafts line by line against the sources; `-` reads standard input, a folder stands for its drafts.

    Exit 1 when there is something to mend.
    """
    from claims.errors import InputError

    if explain:
        say(explained(explain))
        return
    if not files:
        raise InputError("give a file to check, or - for standard input")
    format_ = format_ or _told_by(out)
    _refuse_together(files, format_, out, why, suggest)
    from reports.comparing import check_names
    from reports.drafts.folders import drafts_in
    from reports.drafts.running import SHEETS, Asked, Show, told
    from reports.files import refuse_input

    check_names(select, ignore, ())
    shown = Show(SHOWN[1] if show_supported and show == SHOWN[0] else show)
    asked = Asked(
        tuple(files),
        format_,
        select,
        ignore,
        baseline,
        shown,
        f".{stdin_format}",
        why,
        _ending(out) == "docx",
        suggest,
        _day(day),
    )

    def check() -> bool:
        settings = settings_of(claims_path, seeds_folder, None, config)
        given = drafts_in(files, settings)
        _refuse_several(given, format_)
        refuse_input(out, (settings.claims, settings.seeds, settings.quotes, baseline, *map(Path, given)))
        if out and format_ in SHEETS:
            _refuse_filled(out, settings)
        text, wrong = told(replace(asked, files=given), settings)
        print_or_write(text, out, orders=format_ == "github", findings=format_ == "text")
        return wrong

    if watching:
        if "-" in files:
            raise InputError("standard input cannot be watched; give files")
        if any(Path(file).is_dir() for file in files):
            raise InputError("--watch takes files, and no folder of drafts; give the files")
        _editor("reports.watching").watch(files, lambda: settings_of(claims_path, seeds_folder, None, config), check)
    elif check():
        raise SystemExit(1)


@click.command("draft check-in")
@common
@click.argument("sheet", metavar="SHEET", type=FOLDER)
@click.option("--checker", default="", metavar="NAME", help="Who checked where a row does not say.")
@click.option("--date", "day", default="", metavar="DAY", help="When, where a row does not say.")
def check_in(
    sheet: Path, checker: str, day: str, claims_path: Path | None, seeds_folder: Path | None, config: Path | None
) -> None:
    """Keep the ticks of a fact sheet (.xlsx, .ods, .csv) in the project. Exit 1 when something in it could not be taken."""
    from reports.drafts.sheet import checking_in
    from reports.owned import owned

    settings = settings_of(claims_path, seeds_folder, None, config)
    with owned(settings.project):
        done = checking_in.check_in(sheet, settings, checker, day)
    for line in done.lines:
        say(line)
    if done.conflicts:
        raise SystemExit(1)


def _refuse_together(files: Sequence[str], format_: str, out: Path | None, why: bool, suggest: bool) -> None:
    """Raise InputError for arguments that do not go together."""
    from claims.errors import InputError

    _refuse_several(tuple(dict.fromkeys(files)), format_)
    if format_ in ENDINGS[:2] and out is None:
        raise InputError(f"--format {format_} is written into a file; give --out FILE.{format_}")
    if why and format_ not in ("text", "json"):
        raise InputError(f"--why goes with --format text or json, not with {format_}")
    if suggest and format_ != "docx":
        raise InputError("--suggest writes tracked changes into a Word file; give --out FILE.docx")


def _day(given: str) -> str:
    """The day given, ISO 8601."""
    from claims.errors import InputError
    from reports.reviewing.days import day_of

    try:
        return day_of(given) if given else ""
    except ValueError as error:
        raise InputError(f"--on {error}") from None


def _refuse_several(files: Sequence[str], format_: str) -> None:
    from claims.errors import InputError

    if format_ in (*ENDINGS, "footnotes") and len(files) > 1:
        raise InputError(f"--format {format_} holds one draft; give one file")


def _told_by(out: Path | None) -> str:
    """The format that the name of an output tells."""
    return _ending(out) if _ending(out) in ENDINGS else "text"


def _ending(out: Path | None) -> str:
    return out.suffix.lower()[1:] if out else ""


def _refuse_filled(out: Path, settings: "Settings") -> None:
    from reports.drafts.sheet.making import refuse_filled

    refuse_filled(out, settings)


@click.command()
@common
@click.option("--stdio", is_flag=True, hidden=True, expose_value=False)  # what editors add; there is no other way
def lsp(claims_path: Path | None, seeds_folder: Path | None, config: Path | None) -> None:
    """Serve an editor: a language server over standard input and output."""
    given = [path and path.absolute() for path in (claims_path, seeds_folder, config)]
    _editor("reports.editor.server").serve(lambda: settings_of(given[0], given[1], None, given[2]))


def _editor(module: str) -> Any:
    """A module that needs the extra `editor`."""
    from claims.errors import InputError, install_command

    try:
        return import_module(module)
    except ImportError as error:
        library = (error.name or "").partition(".")[0]
        if library not in ("pygls", "lsprotocol", "watchfiles"):
            raise
        raise InputError(f"this needs {library}; install it with: {install_command('pygls watchfiles')}") from None
