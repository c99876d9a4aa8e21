"""`draft` and `lsp`: a draft checked at the command line and in an editor."""

from collections.abc import Sequence
from importlib import import_module
from pathlib import Path
from typing import Any

import click

from reports.commands.looking import explained
from reports.commands.options import FOLDER, common, print_or_write, settings_of
from reports.terminal import say

DRAFT_FORMATS = ("text", "json", "sarif", "github", "html", "docx")
WORD = ".docx"
"""How the name of an output ends that is written as a Word file when no format is given."""


@click.command()
@common
@click.argument("files", nargs=-1, metavar="FILE...")
@click.option(
    "--format", "format_", type=click.Choice(DRAFT_FORMATS), help="Default: text; docx where --out names one."
)
@click.option("--out", type=FOLDER, help="File to write instead of printing.")
@click.option("--select", multiple=True, metavar="CODE", help="Tell only what these checks find.")
@click.option("--ignore", multiple=True, metavar="CODE", help="Tell nothing of what these checks find.")
@click.option("--explain", metavar="CODE", help="Explain a check and do nothing else.")
@click.option("--show-supported", is_flag=True, help="Tell what the sources support as well.")
@click.option(
    "--why", is_flag=True, help="Tell of every finding what was read on both sides, how they relate and what weighed."
)
@click.option("--baseline", type=FOLDER, help="An earlier --format json: what it holds is marked as known.")
@click.option("--cache/--no-cache", default=True, help="Keep what was read and found in the user's cache folder.")
@click.option("--stdin-format", type=click.Choice(("md", "txt", "html")), default="md", help="What `-` is read as.")
@click.option("--watch", "watching", is_flag=True, help="Check again whenever something is saved, until Ctrl-C.")
def draft(
    files: Sequence[str],
    format_: str | None,
    out: Path | None,
    select: Sequence[str],
    ignore: Sequence[str],
    explain: str | None,
    show_supported: bool,
    why: bool,
    baseline: Path | None,
    stdin_format: str,
    watching: bool,
    cache: bool,
    claims_path: Path | None,
    seeds_folder: Path | None,
    config: Path | None,
) -> None:
    """Check drafts line by line against the sources; `-` reads standard input. Exit 1 when there is something to mend."""
    from claims.errors import InputError

    if explain:
        say(explained(explain))
        return
    if not files:
        raise InputError("give a file to check, or - for standard input")
    format_ = format_ or ("docx" if out and out.suffix.lower() == WORD else "text")
    if format_ == "docx" and (out is None or len(set(files)) > 1):
        raise InputError(
            "--format docx writes the comments of one draft into one file; give one file and --out FILE.docx"
        )
    if why and format_ not in ("text", "json"):
        raise InputError(f"--why goes with --format text or json, not with {format_}")
    from reports.cache import user_cache
    from reports.comparing import check_names
    from reports.drafts.running import Asked, told
    from reports.files import refuse_input

    check_names(select, ignore, ())
    asked = Asked(tuple(files), format_, select, ignore, baseline, show_supported, f".{stdin_format}", why)

    def show() -> bool:
        settings = settings_of(claims_path, seeds_folder, None, config)
        refuse_input(out, (settings.claims, settings.seeds, baseline, *(Path(file) for file in files)))
        text, wrong = told(asked, settings, user_cache(cache))
        print_or_write(text, out, orders=format_ == "github")
        return wrong

    if watching:
        if "-" in files:
            raise InputError("standard input cannot be watched; give files")
        _editor("reports.watching").watch(files, lambda: settings_of(claims_path, seeds_folder, None, config), show)
    elif show():
        raise SystemExit(1)


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
