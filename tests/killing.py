"""Commands in a process of their own: ended before any of their file operations as by kill -9, or two at once."""

import os
import signal
from collections.abc import Callable
from pathlib import Path

from reports.cli import main

OPERATIONS = ("open", "write", "fsync", "replace", "link", "unlink", "mkdir", "fchmod", "fchown")


def run_in(folder: Path, *arguments: str, count: int = 0) -> int:
    """The exit code of a command; -9 when it was ended before its file operation number `count` (from 1; 0 for never)."""
    return begun(folder, *arguments, count=count)()


def begun(folder: Path, *arguments: str, count: int = 0) -> Callable[[], int]:
    """A command that runs now; what is given back waits for its end."""
    child = os.fork()
    if child:
        return lambda: os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])
    code = 70
    try:
        os.chdir(folder)
        for stream in (1, 2):
            os.dup2(os.open(os.devnull, os.O_WRONLY), stream)
        if count:
            _end_before(count)
        main(list(arguments), standalone_mode=True)
    except SystemExit as error:
        code = int(error.code or 0)
    finally:
        os._exit(code)


def _end_before(count: int) -> None:
    left = [count]

    def counted(name: str) -> None:
        operation = getattr(os, name)

        def wrapped(*arguments, **options):
            if name == "open" and not arguments[1] & (os.O_WRONLY | os.O_RDWR):
                return operation(*arguments, **options)
            left[0] -= 1
            if not left[0]:
                if name == "write":
                    operation(arguments[0], bytes(arguments[1])[: len(arguments[1]) // 2])
                os.kill(os.getpid(), signal.SIGKILL)
            return operation(*arguments, **options)

        setattr(os, name, wrapped)

    for name in OPERATIONS:
        counted(name)
