"""The drafts in a folder: every file in it that can be read as one, but not what the project itself holds there.

Left out are the project's reports (`out/`), its sources, claims and decisions, files called README or CHANGELOG, and what is hidden.
A file that is named on the command line is a draft, whatever it is.
"""

from collections.abc import Iterator, Sequence
from pathlib import Path

from claims.errors import InputError
from reports.settings import Settings
from seeds.readers import READERS, TABLES

ABOUT = ("README", "CHANGELOG")
"""Files that tell of the folder they lie in."""


def drafts_in(files: Sequence[str], settings: Settings) -> tuple[str, ...]:
    """The files, each once, in the place of a folder the drafts in it. Raises InputError for a folder without one."""
    return tuple(dict.fromkeys(draft for file in files for draft in _drafts(file, settings)))


def _drafts(file: str, settings: Settings) -> Sequence[str]:
    folder = Path(file)
    if not folder.is_dir():
        return (file,)
    found = [path.as_posix() for path in sorted(_files(folder, settings))]
    if not found:
        raise InputError(
            f"{file}: is a folder without a draft ({', '.join(sorted(READERS.keys() - TABLES))}) of its own; give files"
        )
    return found


def _files(folder: Path, settings: Settings) -> Iterator[Path]:
    own = [path.resolve() for path in (settings.out, settings.seeds, settings.claims, settings.reviews) if path]
    for path in folder.rglob("*"):
        inside = path.relative_to(folder).parts
        readable = path.suffix.lower() in READERS.keys() - TABLES and path.is_file()
        if not readable or path.stem.upper() in ABOUT or any(part.startswith((".", "~")) for part in inside):
            continue
        place = path.resolve()
        if not any(place == mine or mine in place.parents for mine in own):
            yield path
