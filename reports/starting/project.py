"""`init DIR`: a small project that works, with examples to look at and to replace.

What is written lies in `reports/templates/init`, as it will stand in the project.
"""

import os
import shlex
from collections.abc import Iterator, Sequence
from pathlib import Path

from claims.errors import InputError
from reports.files import write_whole
from reports.settings import ENVIRONMENT
from seeds.corpus import is_source_file

TEMPLATE = Path(__file__).parent.parent / "templates" / "init"
TOLD = 10
"""Conflicts that are told one by one; of a full folder nobody wants a line for every file."""
FEW = 6
"""Documents that are named one by one."""


def make_project(folder: Path) -> Iterator[str]:
    """Write the project into `folder`, made when missing; then the lines that say what to do next.

    Raises InputError with a line for each thing in the way when the folder holds more than documents.
    """
    documents, conflicts = _survey(folder)
    if conflicts:
        more = [f"{folder}: {len(conflicts) - TOLD} more such files or folders"] if len(conflicts) > TOLD else []
        raise InputError("\n".join(conflicts[:TOLD] + more))
    _write(folder)
    yield f"Made a project in {folder}: six example claims about two example sources. README.md there explains the rest."
    yield from _next_steps(folder, documents)


def _write(folder: Path) -> None:
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise InputError(f"{folder}: cannot be made ({error.strerror or error}); give another folder") from None
    for path in template_files():
        write_whole(folder / path.relative_to(TEMPLATE), path.read_bytes())


def _next_steps(folder: Path, documents: Sequence[str]) -> Iterator[str]:
    yield "See what it does:"
    if folder.resolve() != Path.cwd():
        yield f"  cd {shlex.quote(str(folder))}"
    yield "  sourcecheck compare"
    yield "  sourcecheck draft example-draft.md"
    if documents:
        yield "Then take in your documents:"
        yield f"  sourcecheck seeds add {_in_shell(documents)}"
    if os.environ.get(ENVIRONMENT):
        yield f"{ENVIRONMENT} is set, so another folder of sources is read than the project's: unset it."


def template_files() -> list[Path]:
    """The files of a new project."""
    return sorted(path for path in TEMPLATE.rglob("*") if path.is_file())


def _in_shell(names: Sequence[str]) -> str:
    """The files as a shell takes them: by name when few, else by their endings."""
    if len(names) <= FEW:
        return " ".join(shlex.quote(name) for name in names)
    return " ".join(f"*{ending}" for ending in sorted({Path(name).suffix for name in names}))


def _survey(folder: Path) -> tuple[list[str], list[str]]:
    """The documents that lie in a folder, by name, and a line for each thing that is in the way. Hidden files are neither."""
    try:
        there = sorted(path for path in folder.iterdir() if not path.name.startswith("."))
    except FileNotFoundError:
        return [], []
    except NotADirectoryError:
        return [], [f"{folder}: is a file, or lies in one; give the name of a folder"]
    except OSError as error:
        raise InputError(f"{folder}: cannot be read ({error.strerror or error}); give another folder") from None
    own = {path.relative_to(TEMPLATE).parts[0].casefold() for path in template_files()}
    documents, conflicts = [], []
    for path in there:
        if path.name.casefold() in own:
            conflicts.append(f"{path}: stands there already, and nothing is overwritten; give another folder")
        elif path.is_file() and is_source_file(path):
            documents.append(path.name)
        else:
            conflicts.append(f"{path}: is no document; give a folder that is empty or holds documents only")
    return documents, conflicts
