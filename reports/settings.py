"""Where claims and sources come from and where reports go: options, environment, configuration, embedded corpus, in this order.

A project is a folder with a `sourcecheck.toml`, or a `pyproject.toml` with `[tool.sourcecheck]`; its paths are relative to it.
"""

import os
import re
import tomllib
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from claims.errors import InputError
from claims.files import read_bounded
from claims.tables import TOPICS, holds_claims
from reports.cache import NO_CACHE, Cache
from reports.indexing.folder import Folder
from reports.printable import printable
from reports.terminal import say
from seeds.corpus import HERE as SEEDS
from seeds.corpus import ORIGINALS, Corpus, read_digests, read_folder

KEYS = ("claims", "seeds", "out", "reviews")
MAX_CONFIGURATION = 1_000_000
"""bytes of a configuration"""
MAX_PARTS = 100
"""parts of a key in a configuration"""
_LONG_KEY = re.compile(rf"(?:[\w\"'-]+[ \t]*\.[ \t]*){{{MAX_PARTS}}}")
"""Such a key takes the library ever longer, by the square of its parts."""
ENVIRONMENT = "SOURCECHECK_SEEDS"


@dataclass(frozen=True)
class Settings:
    """The paths a command works with.

    project: the folder of the configuration, None without one. seeds: the folder of the sources, None for the digests.
    out: where reports are written, None when nothing may be written. reviews: the history of decisions, None without a project.
    strict: a source that cannot be read is an error. cache: what earlier runs read and found.
    """

    project: Path | None
    claims: Path
    seeds: Path | None
    out: Path | None
    reviews: Path | None = None
    strict: bool = False
    cache: Cache = NO_CACHE

    @property
    def dismissed(self) -> Path | None:
        """The table of the dismissed findings of a scan, beside the history of decisions; None without a project."""
        return self.reviews.with_name("dismissed.csv") if self.reviews else None

    @property
    def ticks(self) -> Path | None:
        """The table of the ticked facts of drafts, beside the history of decisions; None without a project."""
        return self.reviews.with_name("ticks.csv") if self.reviews else None

    @property
    def quotes(self) -> Path | None:
        """The table of approved quotations, beside the history of decisions; None without a project."""
        return self.reviews.with_name("quotes.csv") if self.reviews else None

    def corpus(self) -> Corpus:
        """The documents of the settings, those of the folder or the digests; what was read before is not read again."""
        keep = self.cache.read_once
        if not self.seeds:
            return read_digests(keep)
        folder = self.folder_of(self.seeds)
        corpus = self._indexed(folder) or read_folder(self.seeds, keep=keep, own_tables=folder.own)
        if self.strict and corpus.unreadable:
            raise InputError("\n".join(corpus.unreadable))
        for line in corpus.unreadable:
            say(f"sourcecheck: not read: {printable(line)}", err=True)
        return corpus

    def folder_of(self, seeds: Path) -> Folder:
        """The folder of the sources, with the tables in it that are none."""
        own = [path for path in (self.claims, self.reviews, self.dismissed, self.ticks, self.quotes) if path]
        tables = sorted(seeds.glob("*.[ct]sv")) if seeds.is_dir() else []
        return Folder(seeds, (*own, *filter(holds_claims, tables)))

    def _indexed(self, folder: Folder) -> Corpus | None:
        """The corpus from its index, whose code is loaded where there is one."""
        place = folder.place(self.cache)
        if place is None or not folder.is_indexed(self.cache):
            return None
        from reports.indexing.place import Place
        from reports.indexing.using import indexed

        return indexed(Place(place), folder)


def find_settings(claims: Path | None, seeds: Path | None, out: Path | None, config: Path | None) -> Settings:
    """The settings that the options (None when not given), the environment and the configuration make.

    Raises InputError when a configuration cannot be read, names an unknown key, or an `out` outside of its project.
    """
    file = config or _search(Path.cwd())
    table = _read(file) if file else {}
    project = file.parent.resolve() if file else None

    def configured(key: str) -> Path | None:
        return project / table[key] if project and key in table else None

    environment = os.environ.get(ENVIRONMENT)
    originals = (project / "seeds" if project else SEEDS) / ORIGINALS
    return Settings(
        project,
        claims or configured("claims") or TOPICS,
        seeds
        or (Path(environment) if environment else None)
        or configured("seeds")
        or (originals if originals.is_dir() else None),
        out or (_inside(project, configured("out") or project / "out", file) if project else None),
        configured("reviews") or (_reviews_beside(configured("claims"), project) if project else None),
    )


def _inside(project: Path, out: Path, file: Path | None) -> Path:
    """The folder that a configuration names for reports. Raises InputError for one out of the project: only a person may name that."""
    if not out.resolve().is_relative_to(project):
        raise InputError(f"{file}: out leads out of the project ({out}); name a folder in it, or give --out")
    return out


def _reviews_beside(claims: Path | None, project: Path) -> Path:
    """The history of decisions beside the project's claims, and never inside a folder of them: it is no table of claims."""
    folder = (claims.parent if claims else project).resolve()
    return (folder if project in (folder, *folder.parents) else project / "reviews") / "reviews.csv"


def _search(folder: Path) -> Path | None:
    """The nearest configuration file in `folder` or above it."""
    for place in (folder, *folder.parents):
        if (place / "sourcecheck.toml").is_file():
            return place / "sourcecheck.toml"
        file = place / "pyproject.toml"
        if file.is_file() and _table(_load(file), "tool", "sourcecheck"):
            return file
    return None


def _table(data: dict[str, Any], *keys: str) -> dict[str, Any]:
    """The nested table under `keys`, empty where there is none."""
    for key in keys:
        data = data.get(key, {}) if isinstance(data.get(key, {}), dict) else {}
    return data


def _load(file: Path) -> dict[str, Any]:
    try:
        text = read_bounded(file, MAX_CONFIGURATION).decode("utf-8").replace("\r\n", "\n")
        if _LONG_KEY.search(text):
            raise ValueError(f"a key of more than {MAX_PARTS} parts")
        return tomllib.loads(text)
    except RecursionError:
        raise InputError(f"{file}: is not TOML (nested too deeply); mend it or give another --config") from None
    except ValueError as error:
        raise InputError(f"{file}: is not TOML ({error}); mend it or give another --config") from None


def _read(file: Path) -> dict[str, str]:
    data = _load(file)
    table = _table(data, "tool", "sourcecheck") if file.name == "pyproject.toml" else data
    for key, value in table.items():
        if key not in KEYS:
            raise InputError(f"{file}: unknown key {key!r}; the keys are {', '.join(KEYS)}")
        if not isinstance(value, str) or not value or "\0" in value:
            raise InputError(f"{file}: {key} must be a path in quotes")
    return dict(table)
