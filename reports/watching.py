"""`draft --watch`: drafts checked again whenever they, the claims, the sources or the configuration are saved."""

import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path

import click
from watchfiles import watch as changes_in

import claims.errors
import seeds.errors
from reports.editor.inputs import Stamp, inputs, stamps
from reports.settings import Settings
from reports.terminal import say

UNUSABLE = (claims.errors.InputError, seeds.errors.InputError)
WAKE = 1000
"""Milliseconds after which the files are looked at even when no change was told, as on some network drives."""


def watch(files: Sequence[str], find: Callable[[], Settings], show: Callable[[], None]) -> None:
    """Call `show` now and after every change of what it reads, until it is interrupted (KeyboardInterrupt).

    find: the settings in force. Raises InputError when the input is unusable at the first check; later on the error is printed
    and its mending waited for.
    """
    last: object = None
    for _ in _wakings([*map(Path, files), *inputs(find())]):
        now = _state(files, find)
        if now != last:
            _show(show, first=last is None)
            last = now


def _wakings(read: Iterable[Path]) -> Iterator[None]:
    """Now, and whenever a file may have changed. Folders are watched and not files: editors save by rename."""
    yield None
    folders = {path if path.is_dir() else path.absolute().parent for path in read}
    there = sorted(folder for folder in folders if folder.is_dir())
    for _ in changes_in(*there, watch_filter=None, recursive=False, rust_timeout=WAKE, yield_on_timeout=True):
        yield None


def _state(files: Sequence[str], find: Callable[[], Settings]) -> tuple[tuple[Stamp, ...], str]:
    """What tells one state of the input from another; of a broken configuration its error."""
    paths = [*map(Path, files)]
    try:
        return stamps([*paths, *inputs(find())]), ""
    except UNUSABLE as error:
        return stamps(paths), str(error)


def _show(show: Callable[[], None], first: bool) -> None:
    if not first:
        click.clear()  # does nothing unless on a terminal
    try:
        show()
    except UNUSABLE as error:
        if first:
            raise
        for line in str(error).splitlines():
            say(f"sourcecheck: {line}", err=True)
    sys.stdout.flush()
    say("Waiting for changes; Ctrl-C ends it.", err=True)
