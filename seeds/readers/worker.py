"""The child process that reads PDF and office files, one after the other, under limits of memory and time.

A request is a line of JSON (`path`, `size`) and the file's bytes; the answer is a line of JSON: the text, or the line of an InputError.
"""

import json
import sys
from importlib import import_module
from pathlib import Path
from typing import BinaryIO

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
        answer = _answer(Path(request["path"]), request["reader"], _exactly(sys.stdin.buffer, request["size"]))
        sys.stdout.buffer.write(json.dumps(answer).encode() + b"\n")
        sys.stdout.buffer.flush()


def _answer(path: Path, reader: str, data: bytes) -> dict[str, object]:
    try:
        return {"read": to_plain(import_module(f"seeds.readers.{reader}").read(path, data))}
    except InputError as error:
        return {"memory": True} if _is_full() else {"refused": str(error)}
    except MemoryError:
        return {"memory": True}


def _exactly(stream: BinaryIO, size: int) -> bytes:
    return stream.read(size)


def _is_full() -> bool:
    """True when the memory allowed was nearly all taken: a parser then says anything but that."""
    try:
        import resource
    except ImportError:
        return False
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1_000 > NEARLY_ALL * MAX_MEMORY


def _limit_memory() -> None:
    try:
        import resource
    except ImportError:  # no such limit on this platform
        return
    resource.setrlimit(resource.RLIMIT_AS, (MAX_MEMORY, MAX_MEMORY))


if __name__ == "__main__":
    main()
