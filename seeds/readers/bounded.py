"""Files that a third-party parser eats are read in a child process: what it takes of memory and time is limited, and a crash is its own.

One child serves a whole run; it is started with the first such file, and anew after it had to be ended.
"""

import atexit
import json
import subprocess
import sys
from contextlib import suppress
from pathlib import Path
from threading import Thread
from typing import Any

from seeds.errors import InputError
from seeds.readers.limits import MAX_MEMORY, MAX_SECONDS
from seeds.readers.wire import from_plain
from seeds.text import Text

MB = 1_000_000
_children: list["subprocess.Popen[bytes]"] = []


def read_bounded(path: Path, reader: str, data: bytes) -> Text:
    """What the reader (a module of this package) makes of the file, in the child.

    Raises InputError when the reader does, or when the file takes more memory or time than is allowed.
    """
    answer = _ask(_child(), path, reader, data)
    if answer is None:
        end_child()
        raise InputError(
            f"{path}: could not be read within the limits ({MAX_MEMORY // MB} MB of memory, {MAX_SECONDS} seconds); "
            "save its text as a file of its own"
        )
    if answer["full"]:
        end_child()  # what it took is never given back: the next file starts anew
    if "refused" in answer:
        raise InputError(str(answer["refused"]))
    if "read" not in answer:
        raise InputError(
            f"{path}: takes more than the {MAX_MEMORY // MB} MB of memory allowed; save its text as a file of its own"
        )
    return from_plain(answer["read"])


def end_child() -> None:
    """End the child process, if there is one."""
    while _children:
        child = _children.pop()
        child.kill()
        child.wait()
        for stream in (child.stdin, child.stdout):
            if stream:
                with suppress(OSError):
                    stream.close()


atexit.register(end_child)


def _child() -> "subprocess.Popen[bytes]":
    if not _children or _children[0].poll() is not None:
        end_child()
        command = [sys.executable, "-P", "-m", "seeds.readers.worker"]
        pipe = subprocess.PIPE
        _children.append(subprocess.Popen(command, stdin=pipe, stdout=pipe, stderr=subprocess.DEVNULL))
    return _children[0]


def _ask(child: "subprocess.Popen[bytes]", path: Path, reader: str, data: bytes) -> dict[str, Any] | None:
    """The child's answer; None when it gives none in time, or ends."""
    lines: list[bytes] = []
    asking = Thread(target=_exchange, args=(child, path, reader, data, lines), daemon=True)
    asking.start()
    asking.join(MAX_SECONDS)
    if not lines or not lines[0].endswith(b"\n"):
        return None
    answer: dict[str, Any] = json.loads(lines[0])
    return answer


def _exchange(child: "subprocess.Popen[bytes]", path: Path, reader: str, data: bytes, lines: list[bytes]) -> None:
    request = json.dumps({"path": str(path), "reader": reader, "size": len(data)}).encode()
    try:
        if child.stdin and child.stdout:
            child.stdin.write(request + b"\n" + data)
            child.stdin.flush()
            lines.append(child.stdout.readline())
    except (OSError, ValueError):
        return
