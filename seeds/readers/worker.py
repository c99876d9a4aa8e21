"""The child process that reads PDF and office files, one after the other, under limits of memory and time.

A request is a line of JSON (`path`, `reader`, `size`) and the file's bytes; the answer is a line of JSON: the text (`read`), the line of
an InputError (`refused`), or nothing of both where memory ran out; `full` tells that the process is of no further use.
"""

import json
import re
import sys
from importlib import import_module
from pathlib import Path

from seeds.errors import InputError
from seeds.readers.limits import MAX_MEMORY
from seeds.readers.wire import to_plain

NEARLY_ALL = 0.85
"""Of the memory allowed."""


def main() -> None:
    """Answer requests until there are no more."""
    _limit_memory()
    while line := sys.stdin.buffer.readline():
        request = json.loads(line)
        answer = _answer(Path(request["path"]), request["reader"], sys.stdin.buffer.read(request["size"]))
        sys.stdout.buffer.write(json.dumps(answer | {"full": _is_full()}).encode() + b"\n")
        sys.stdout.buffer.flush()


def _answer(path: Path, reader: str, data: bytes) -> dict[str, object]:
    try:
        return {"read": to_plain(import_module(f"seeds.readers.{reader}").read(path, data))}
    except InputError as error:
        return {} if _is_full() else {"refused": str(error)}
    except MemoryError:
        return {}


def _is_full() -> bool:
    """True when nearly all of the memory allowed was taken once: a parser that runs out says anything but that.

    Of addresses, which is what the limit counts; never of this process's resource usage, which begins at what its parent took.
    """
    try:
        status = Path("/proc/self/status").read_text(encoding="ascii", errors="replace")
    except OSError:  # no such file on this platform
        return False
    peak = re.search(r"^VmPeak:\s*(\d+) kB", status, re.MULTILINE)
    return peak is not None and int(peak[1]) * 1024 > NEARLY_ALL * MAX_MEMORY


def _limit_memory() -> None:
    try:
        import resource
    except ImportError:  # no such limit on this platform
        return
    resource.setrlimit(resource.RLIMIT_AS, (MAX_MEMORY, MAX_MEMORY))


if __name__ == "__main__":
    main()
