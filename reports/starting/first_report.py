"""`init DIR --from FOLDER`: from a folder of documents to a first report that names its differences."""

import os
import shlex
from collections import Counter
from collections.abc import Iterator, Mapping
from os.path import relpath
from pathlib import Path

from claims.errors import InputError
from claims.tables import holds_claims
from reports.comparing import run
from reports.printable import printable
from reports.printing import report
from reports.proposing import run as run_proposing
from reports.proposing import write_proposals
from reports.settings import ENVIRONMENT, find_settings
from reports.starting.adding import add_readable
from reports.starting.project import finish, make_empty_project
from reports.starting.unread import unread_lines
from seeds.corpus import is_source_file
from seeds.model import Source
from seeds.registry import NAME, named_source, read_registry

TABLE = "proposed.csv"
"""The table of proposed claims in the project's folder of claims."""
MOST = 40
"""Claims of a first report."""


def first_report(folder: Path, documents: Path) -> Iterator[str]:
    """Make a project of the documents in a folder, propose claims from them and compare these; the lines that tell it.

    Files that cannot be read are told and left out. Raises InputError when none can be read, or no project can be made.
    """
    files, left_out = _files(documents)
    if os.environ.get(ENVIRONMENT):
        raise InputError(
            f"{ENVIRONMENT} is set, so another folder of sources would be read than the project's: unset it"
        )
    if not files:
        raise InputError(
            f"{documents}: holds no document that is read; `sourcecheck seeds add --help` names the formats"
        )
    goes_on = make_empty_project(folder)
    settings = find_settings(None, None, None, folder / "sourcecheck.toml")
    told, problems = add_readable(files, settings)
    yield f"{'Went on with the' if goes_on else 'Made a'} project in {folder}, with the documents of {documents}:"
    yield from (f"  {line}" for line in told)
    yield from (f"  not read: {printable(line)}" for problem in problems for line in problem.splitlines())
    yield from (f"  {line}" for line in left_out)
    yield from (f"  {line}" for line in unread_lines(documents))
    if len(problems) == len(files):
        raise InputError(f"{documents}: none of its {len(files)} documents can be read; nothing is compared")
    yield ""
    yield from _compared(folder)
    finish(folder)


def _compared(folder: Path) -> Iterator[str]:
    """Propose, compare and report; the lines that tell it."""
    settings = find_settings(None, None, None, folder / "sourcecheck.toml")
    table = settings.claims / TABLE
    if not table.exists():
        proposals = run_proposing(settings.corpus(), settings)
        if not proposals.candidates:
            write_proposals(proposals, table)
            yield f"No sentence stands by itself as a claim; write claims into {relpath(table)} (docs/tutorial.md shows how)."
            return
        yield write_proposals(proposals, table, MOST)
        yield ""
    yield from report(run(settings), settings.out, True, {})
    yield "Then keep, change or remove the proposed claims, and compare again:"
    if folder.resolve() != Path.cwd():
        yield f"  cd {shlex.quote(str(folder))}"
    yield "  sourcecheck compare"


def _files(folder: Path) -> tuple[Mapping[Path, Source], list[str]]:
    """The documents of a folder with what its own registry tells of each, and a line for what is none."""
    if not folder.is_dir():
        raise InputError(f"{folder}: is no folder; give the folder that holds the documents")
    registry = folder / NAME
    known = read_registry(registry) if registry.is_file() else ()
    there = sorted(
        path for path in folder.iterdir() if path.is_file() and not path.name.startswith(".") and path != registry
    )
    found: dict[Path, Source] = {}
    others: Counter[str] = Counter()
    for path in there:
        if not is_source_file(path):
            others[path.suffix.lower() or "no ending"] += 1
        elif path.suffix.lower() in (".csv", ".tsv") and holds_claims(path):
            others["tables of claims"] += 1
        else:
            source = named_source(path.name, known)
            found[path] = (
                Source(source.id, source.title, source.author, source.publisher, source.published)
                if source
                else Source("", "")
            )
    count = sum(others.values())
    what = ", ".join(f"{ending} ({n})" for ending, n in sorted(others.items()))
    return found, [f"left out, no document that is read: {count} file{'s' * (count != 1)}: {what}"] if count else []
