"""The command line. Everything heavy is imported inside the command that needs it."""

import gc
import os
import sys
from collections.abc import Callable, Sequence
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

import click

if TYPE_CHECKING:
    from reports.settings import Settings

F = TypeVar("F", bound=Callable[..., Any])
FOLDER = click.Path(path_type=Path)
FORMATS = ("table", "markdown", "json", "csv", "html", "claimreview", "annotations")
DRAFT_FORMATS = ("text", "json", "sarif", "github", "html")


class Group(click.Group):
    """A group that turns unusable input into lines on stderr and exit code 2; anything else is a bug and keeps its traceback."""

    def invoke(self, context: click.Context) -> Any:
        """Run the command."""
        import claims.errors
        import seeds.errors

        try:
            return super().invoke(context)
        except KeyboardInterrupt:
            context.exit(130)
        except click.UsageError as error:
            where = error.ctx.command_path if error.ctx else context.command_path
            click.echo(f"sourcecheck: {error.format_message()} (`{where} --help` explains)", err=True)
            context.exit(2)
        except (claims.errors.InputError, seeds.errors.InputError) as error:
            for line in str(error).splitlines():
                click.echo(f"sourcecheck: {line}", err=True)
            context.exit(2)


def common(command: F) -> F:
    """The options that say what is read and where reports go."""
    for option in (
        click.option("--config", type=FOLDER, help="Configuration file (default: searched upward)."),
        click.option(
            "--seeds",
            "seeds_folder",
            type=FOLDER,
            help="Folder of sources (default: the digests shipped with the program).",
        ),
        click.option(
            "--claims", "claims_path", type=FOLDER, help="Table of claims or folder of tables (default: those shipped)."
        ),
    ):
        command = option(command)
    return command


@click.group(cls=Group, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(package_name="sourcecheck", prog_name="sourcecheck")
def main() -> None:
    """Compare what several sources say about the same things."""
    os.environ.setdefault("PYDANTIC_DISABLE_PLUGINS", "__all__")  # none are used; looking for them takes a while
    gc.set_threshold(200_000, 50, 50)  # a run is short and makes few cycles: collecting them costs a tenth of its time


@main.command()
@common
@click.option("--topic", "topics", multiple=True, help="Only this topic; may be given several times.")
@click.option(
    "--format", "format_", type=click.Choice(FORMATS), help="Print in this format instead of writing reports."
)
@click.option(
    "--out", type=FOLDER, help="Folder for the reports; with --format, the file to write instead of printing."
)
@click.option("--evidence", default="5", help="Pieces of evidence per claim and source in JSON: a number, or 'all'.")
@click.option(
    "--select", multiple=True, metavar="CODE", help="Use only these checks (a code or its beginning, such as SRC1)."
)
@click.option("--ignore", multiple=True, metavar="CODE", help="Do not use these checks.")
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
) -> None:
    """Compare every claim with every source; print a summary and write a report per topic."""
    from reports.comparing import check_names, run
    from reports.files import refuse_input
    from reports.printing import render, report
    from reports.reviewing.standing import review_lines
    from reports.starting.unread import unread_lines

    most = _evidence(evidence)
    fatal = check_names(select, ignore, fail_on)
    settings = _settings(claims_path, seeds_folder, None if format_ else out, config)
    refuse_input(out or settings.out, (settings.claims, settings.seeds))
    for line in unread_lines(settings.seeds):
        click.echo(f"sourcecheck: {line}", err=True)
    result = run(settings, topics, select, ignore)
    reviews = review_lines(result, settings)
    if format_:
        _print(render(result, format_, most, reviews), out)
    else:
        for line in report(result, settings.out, not topics, reviews):
            click.echo(line)
    if any(flag in fatal for comparison in result.comparisons for flag in comparison.flags):
        raise SystemExit(1)


@main.command()
@common
@click.argument("files", nargs=-1, metavar="FILE...")
@click.option("--format", "format_", type=click.Choice(DRAFT_FORMATS), default="text", show_default=True)
@click.option("--out", type=FOLDER, help="File to write instead of printing.")
@click.option("--select", multiple=True, metavar="CODE", help="Tell only what these checks find.")
@click.option("--ignore", multiple=True, metavar="CODE", help="Tell nothing of what these checks find.")
@click.option("--explain", metavar="CODE", help="Explain a check and do nothing else.")
@click.option("--show-supported", is_flag=True, help="Tell what the sources support as well.")
@click.option("--baseline", type=FOLDER, help="An earlier --format json: what it holds is marked as known.")
@click.option("--cache/--no-cache", default=True, help="Keep what was read and found in the user's cache folder.")
@click.option("--stdin-format", type=click.Choice(("md", "txt", "html")), default="md", help="What `-` is read as.")
@click.option("--watch", "watching", is_flag=True, help="Check again whenever something is saved, until Ctrl-C.")
def draft(
    files: Sequence[str],
    format_: str,
    out: Path | None,
    select: Sequence[str],
    ignore: Sequence[str],
    explain: str | None,
    show_supported: bool,
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
        click.echo(_explained(explain))
        return
    if not files:
        raise InputError("give a file to check, or - for standard input")
    from reports.cache import user_cache
    from reports.comparing import check_names
    from reports.drafts.running import marked, render_drafts, run, without_supported
    from reports.files import refuse_input

    check_names(select, ignore, ())

    def show() -> bool:
        settings = _settings(claims_path, seeds_folder, None, config)
        refuse_input(out, (settings.claims, settings.seeds, baseline, *(Path(file) for file in files)))
        checked, corpus = run(files, settings, select, ignore, f".{stdin_format}", user_cache(cache))
        checked = marked(checked, baseline)
        shown = checked if show_supported else without_supported(checked)
        _print(render_drafts(shown, corpus, format_, baseline is not None), out)
        return any(noted.counts for draft in checked for noted in draft.noted)

    if watching:
        if "-" in files:
            raise InputError("standard input cannot be watched; give files")
        _editor("reports.watching").watch(files, lambda: _settings(claims_path, seeds_folder, None, config), show)
    elif show():
        raise SystemExit(1)


@main.command()
@common
@click.option("--stdio", is_flag=True, hidden=True, expose_value=False)  # what editors add; there is no other way
def lsp(claims_path: Path | None, seeds_folder: Path | None, config: Path | None) -> None:
    """Serve an editor: a language server over standard input and output."""
    given = [path and path.absolute() for path in (claims_path, seeds_folder, config)]
    _editor("reports.editor.server").serve(lambda: _settings(given[0], given[1], None, given[2]))


@main.command()
@common
@click.option("--format", "format_", type=click.Choice(("text", "json")), default="text", show_default=True)
@click.option("--out", type=FOLDER, help="File to write instead of printing.")
def scan(
    format_: str, out: Path | None, claims_path: Path | None, seeds_folder: Path | None, config: Path | None
) -> None:
    """Find where a source contradicts itself, without any claims. Exit 1 when there is such a place."""
    from reports.files import refuse_input
    from reports.scanning import run, to_json, to_text

    settings = _settings(claims_path, seeds_folder, None, config)
    refuse_input(out, (settings.claims, settings.seeds))
    corpus = settings.corpus()
    scans = run(corpus)
    _print(to_json(scans) if format_ == "json" else to_text(scans, corpus), out)
    if any(each.findings for each in scans):
        raise SystemExit(1)


@main.command()
@common
@click.argument("text")
@click.option("--pattern", is_flag=True, help="TEXT is a pattern as in the terms and positions of a claims table.")
@click.option("--limit", default=10, show_default=True, type=click.IntRange(1), help="Passages to show.")
def find(
    text: str, pattern: bool, limit: int, claims_path: Path | None, seeds_folder: Path | None, config: Path | None
) -> None:
    """Show the passages of the sources that best fit TEXT."""
    from reports.finding import find_lines

    settings = _settings(claims_path, seeds_folder, None, config)
    for line in find_lines(text, pattern, limit, settings.corpus()):
        click.echo(line)


@main.command()
@click.argument("code", required=False)
def checks(code: str | None) -> None:
    """List the checks, or explain the one with CODE."""
    from compare.checks import all_checks

    if code is not None:
        click.echo(_explained(code))
        return
    for check in all_checks():
        click.echo(f"{check.code}  {check.name:10}  {check.explanation.splitlines()[0]}")


@main.command()
@click.argument("folder", metavar="DIR", type=FOLDER)
def init(folder: Path) -> None:
    """Make a small project in DIR, with examples that work. DIR is new, empty, or holds documents only."""
    from reports.starting.project import make_project

    for line in make_project(folder):
        click.echo(line)


@main.group()
def seeds() -> None:
    """The sources: what is registered, and whether the files are the registered ones."""


@seeds.command("add")
@click.argument("files", nargs=-1, required=True, metavar="FILE...", type=FOLDER)
@click.option("--id", "identifier", default="", help="What to call the source (default: made from the file's name).")
@click.option("--title", default="", help="Its title (default: its first heading, or what its file says).")
@click.option("--author", default="", help="Who wrote it.")
@click.option("--publisher", default="", help="Who published it.")
@click.option("--published", default="", metavar="DAY", help="When: 2025-10-05, 2025-10 or 2025; ~ behind for about.")
@click.option("--config", type=FOLDER, help="Configuration file (default: searched upward).")
def seeds_add(
    files: Sequence[Path],
    identifier: str,
    title: str,
    author: str,
    publisher: str,
    published: str,
    config: Path | None,
) -> None:
    """Take documents into the project: each is copied to its sources and gets a row in sources.csv."""
    from reports.starting.adding import add
    from seeds.model import Source

    given = Source(identifier, title, author, publisher, published)
    for line in add(files, _settings(None, None, None, config), given):
        click.echo(line)


@seeds.command("list")
@common
def seeds_list(claims_path: Path | None, seeds_folder: Path | None, config: Path | None) -> None:
    """List the sources with what was read of them."""
    from reports.sources import list_table

    click.echo(list_table(_settings(claims_path, seeds_folder, None, config).corpus()))


@seeds.command("verify")
@common
def seeds_verify(claims_path: Path | None, seeds_folder: Path | None, config: Path | None) -> None:
    """Compare the files with the registry; exit 1 when one is changed or absent."""
    from reports.sources import verify_table

    table, clean = verify_table(_settings(claims_path, seeds_folder, None, config).corpus())
    click.echo(table)
    if not clean:
        raise SystemExit(1)


@main.group()
def claims() -> None:
    """The tables of claims."""


@claims.command("check")
@common
@click.argument("path", required=False, type=FOLDER)
def claims_check(path: Path | None, claims_path: Path | None, seeds_folder: Path | None, config: Path | None) -> None:
    """Check tables of claims: every problem at once, each with file, row, column and the mend; exit 1 when there is one."""
    from reports.checking import check_lines

    settings = _settings(path or claims_path, seeds_folder, None, config)
    lines, count = check_lines(settings)
    for line in lines:
        click.echo(line)
    click.echo(f"{count} claims, {len(lines)} problem{'s' if len(lines) != 1 else ''}")
    if lines:
        raise SystemExit(1)


@main.group()
def review() -> None:
    """Review of the claims in a spreadsheet: out, back in, and how far it is."""


@review.command("export")
@common
@click.argument("file", type=FOLDER)
@click.option("--topic", "topics", multiple=True, help="Only this topic; may be given several times.")
def review_export(
    file: Path, topics: Sequence[str], claims_path: Path | None, seeds_folder: Path | None, config: Path | None
) -> None:
    """Write FILE (.xlsx or .csv): every claim with what each source says, and columns for a reviewer to fill."""
    from reports.comparing import run
    from reports.reviewing.exporting import check_target, export

    settings = _settings(claims_path, seeds_folder, None, config)
    check_target(file, settings)
    export(run(settings, topics), settings, file)
    click.echo(f"wrote {file}", err=True)


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
    from reports.reviewing.importing import carry_out, plan

    settings = _settings(claims_path, seeds_folder, None, config)
    imported = plan(files, settings, reviewer, day)
    for line in carry_out(imported, settings, apply):
        click.echo(line)
    if imported.conflicts:
        raise SystemExit(1)


@review.command("status")
@common
@click.option("--topic", "topics", multiple=True, help="Only this topic; may be given several times.")
def review_status(
    topics: Sequence[str], claims_path: Path | None, seeds_folder: Path | None, config: Path | None
) -> None:
    """Show per topic what is reviewed, open and expired, and how far reviewers agree."""
    from reports.comparing import run
    from reports.reviewing.status import refuse_without_project, status_lines

    settings = _settings(claims_path, seeds_folder, None, config)
    refuse_without_project(settings)
    for line in status_lines(run(settings, topics), settings, whole=not topics):
        click.echo(line)


def _settings(claims_path: Path | None, seeds_folder: Path | None, out: Path | None, config: Path | None) -> "Settings":
    from reports.settings import find_settings

    return find_settings(claims_path, seeds_folder, out, config)


def _editor(module: str) -> Any:
    """A module that needs the extra `editor`."""
    from claims.errors import InputError

    try:
        return import_module(module)
    except ImportError as error:
        library = (error.name or "").partition(".")[0]
        if library not in ("pygls", "lsprotocol", "watchfiles"):
            raise
        raise InputError(f"this needs {library}; install it with: pip install 'sourcecheck[editor]'") from None


def _explained(code: str) -> str:
    from claims.errors import InputError
    from compare.checks import all_checks

    for check in all_checks():
        if check.code == code.upper():
            return f"{check.code} {check.name}\n\n{check.explanation}"
    raise InputError(f"no check has the code {code!r}; `sourcecheck checks` lists them")


def _evidence(given: str) -> int:
    from claims.errors import InputError

    if given == "all":
        return sys.maxsize
    if not (given.isascii() and given.isdecimal()) or int(given) == 0:
        raise InputError(f"--evidence {given!r} is neither a number above 0 nor 'all'")
    return int(given)


def _print(text: str, out: Path | None) -> None:
    if out is None:
        click.echo(text, nl=False)
        return
    from reports.files import write_whole

    write_whole(out, text)
    click.echo(f"wrote {out}", err=True)


if __name__ == "__main__":
    main(prog_name="sourcecheck")
