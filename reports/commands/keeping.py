"""`init`, `seeds` and `claims`: a project, its sources and its tables."""

from collections.abc import Sequence
from pathlib import Path

import click

from reports.commands.options import FOLDER, common, settings_of
from reports.terminal import say


@click.command()
@click.argument("folder", metavar="DIR", type=FOLDER)
@click.option(
    "--from", "documents", type=FOLDER, metavar="FOLDER", help="Take in its documents and write a first report."
)
def init(folder: Path, documents: Path | None) -> None:
    """Make a small project in DIR, with examples that work. DIR is new, empty, or holds documents only.

    With --from, the documents of FOLDER are taken in instead of examples; claims are proposed from them and compared.
    """
    if documents:
        from reports.starting.first_report import first_report

        lines = first_report(folder, documents)
    else:
        from reports.starting.project import make_project

        lines = make_project(folder)
    for line in lines:
        say(line)


@click.group()
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
    for line in add(files, settings_of(None, None, None, config), given):
        say(line)


@seeds.command("list")
@common
def seeds_list(claims_path: Path | None, seeds_folder: Path | None, config: Path | None) -> None:
    """List the sources with what was read of them."""
    from reports.sources import list_table

    say(list_table(settings_of(claims_path, seeds_folder, None, config).corpus()))


@seeds.command("show")
@click.argument("identifier", metavar="ID")
@common
def seeds_show(identifier: str, claims_path: Path | None, seeds_folder: Path | None, config: Path | None) -> None:
    """Print the source ID as it was read, passage by passage, with what was left out and why."""
    from reports.sources import show_lines

    for line in show_lines(settings_of(claims_path, seeds_folder, None, config).corpus(), identifier):
        say(line)


@seeds.command("verify")
@common
def seeds_verify(claims_path: Path | None, seeds_folder: Path | None, config: Path | None) -> None:
    """Compare the files with the registry; exit 1 when one is changed or absent."""
    from reports.sources import verify_table

    table, clean = verify_table(settings_of(claims_path, seeds_folder, None, config).corpus())
    say(table)
    if not clean:
        raise SystemExit(1)


@click.group()
def claims() -> None:
    """The tables of claims."""


@claims.command("check")
@common
@click.argument("path", required=False, type=FOLDER)
def claims_check(path: Path | None, claims_path: Path | None, seeds_folder: Path | None, config: Path | None) -> None:
    """Check tables of claims: every problem at once, each with file, row, column and the mend; exit 1 when there is one."""
    from reports.checking import check_lines

    settings = settings_of(path or claims_path, seeds_folder, None, config)
    lines, count = check_lines(settings)
    for line in lines:
        say(line)
    say(f"{count} claims, {len(lines)} problem{'s' if len(lines) != 1 else ''}")
    if lines:
        raise SystemExit(1)


@claims.command("propose")
@common
@click.argument("target", metavar="ID|FILE")
def claims_propose(target: str, claims_path: Path | None, seeds_folder: Path | None, config: Path | None) -> None:
    """Fill the empty terms and positions of a claim, or of all claims of a table, from what the sources say.

    No cell that holds something is changed. Confirm what is filled before you use it.
    """
    from reports.filling import fill

    for line in fill(target, settings_of(claims_path, seeds_folder, None, config)):
        say(line)
