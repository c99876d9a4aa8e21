"""What a reader of sources raises when a file cannot be used."""

import sys


class InputError(Exception):
    """A source or its registry cannot be read; the message names the file, what is wrong and how to mend it."""


def install_command(distribution: str) -> str:
    """What installs a missing library where this program runs: the program itself is in no index that could be named."""
    python = f'"{sys.executable}"' if " " in sys.executable else sys.executable
    return f"{python} -m pip install {distribution}"
