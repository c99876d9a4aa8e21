"""`init DIR`: a small project that works, with examples to look at and to replace.

What is written lies in `reports/templates/init` (and `first`, for a project of documents), as it will stand in the project. The
configuration is written last: where it is missing, what stands there as it would be written is the work of a run that was
interrupted, and is gone on with.
"""

import os
import shlex
from collections.abc import Iterator, Sequence
from pathlib import Path

from claims.errors import InputError
from reports.files import digest_of, discard, make_folder, write_whole
from reports.settings import ENVIRONMENT
from seeds.corpus import is_source_file

TEMPLATE = Path(__file__).parent.parent / "templates" / "init"
FIRST = TEMPLATE.parent / "first"
CONFIGURATION, README = "sourcecheck.toml", "README.md"
"""What a project without examples holds: its configuration, as any has it, and a page of its own."""
BEGUN = ".sourcecheck-begun"
"""The file that stands in a project as long as a run makes it, and stays when that is ended half way."""
TOLD = 10
"""Conflicts that are told one by one; of a full folder nobody wants a line for every file."""
FEW = 6
"""Documents that are named one by one."""


def make_project(folder: Path) -> Iterator[str]:
    """Write the project into `folder`, made when missing; then the lines that say what to do next.

    Raises InputError with a line for each thing in the way when the folder holds more than documents.
    """
    documents = _documents_in(folder)
    _write(folder, template_files())
    yield f"Made a project in {folder}: six example claims about two example sources. README.md there explains the rest."
    yield from _next_steps(folder, documents)


def make_empty_project(folder: Path) -> bool:
    """Write a project without examples into `folder`; True when it goes on with one that was not finished (`finish`).

    Raises InputError as `make_project` does.
    """
    mark = folder / BEGUN
    goes_on = mark.is_file()
    if not goes_on:
        _documents_in(folder)
        make_folder(folder)
        write_whole(mark, "")
    own = [path for path in template_files() if path.parent == TEMPLATE and not path.name.startswith("example-")]
    _write(folder, [path for path in own if not (folder / path.name).exists()])
    return goes_on


def finish(folder: Path) -> None:
    """Say that nothing more is to be done for the project in `folder`, so that no other run goes on with it."""
    discard([folder / BEGUN])


def _documents_in(folder: Path) -> Sequence[str]:
    """The documents that lie in a folder. Raises InputError with a line for each thing in the way."""
    documents, conflicts = _survey(folder)
    if conflicts:
        more = [f"{folder}: {len(conflicts) - TOLD} more such files or folders"] if len(conflicts) > TOLD else []
        raise InputError("\n".join(conflicts[:TOLD] + more))
    return documents


def _write(folder: Path, files: Sequence[Path]) -> None:
    make_folder(folder)
    for path in sorted(files, key=lambda path: path.name == CONFIGURATION):
        write_whole(folder / path.relative_to(FIRST if FIRST in path.parents else TEMPLATE), path.read_bytes())


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
    begun = not (folder / CONFIGURATION).exists()
    for path in there:
        if begun and _is_ours(path, folder):
            continue
        if path.name.casefold() in own:
            conflicts.append(f"{path}: stands there already, and nothing is overwritten; give another folder")
        elif path.is_file() and is_source_file(path):
            documents.append(path.name)
        else:
            conflicts.append(f"{path}: is no document; give a folder that is empty or holds documents only")
    return documents, conflicts


def _is_ours(path: Path, folder: Path) -> bool:
    """True for a file, or a folder of files, that stands there exactly as it is written."""
    if path.is_dir():
        inside = [each for each in path.rglob("*") if not each.name.startswith(".")]
        return (TEMPLATE / path.relative_to(folder)).is_dir() and all(_is_ours(each, folder) for each in inside)
    written = TEMPLATE / path.relative_to(folder)
    return written.is_file() and path.is_file() and digest_of(path) == digest_of(written)
