"""The one place that speaks to standard output and standard error. What cannot be said there ends the command, with exit code 2."""

import os
import sys
from contextlib import suppress

import click

from reports.colour import coloured, takes_colour
from reports.printable import harmless, printable


class UnsaidError(Exception):
    """Standard output is full, closed or gone; the words say which, "" where nobody reads any more."""


def say(text: str = "", nl: bool = True, err: bool = False, orders: bool = False, findings: bool = False) -> None:
    """Print a text, a line unless `nl` is False. err: on standard error. orders: it is meant for the runner that keeps the log.

    findings: it tells findings, whose severity is shown in colour on a terminal.

    Raises UnsaidError when standard output cannot be written; that standard error cannot is nobody's concern.
    """
    shown = printable(text) if orders else harmless(printable(text))
    stream = sys.stderr if err else sys.stdout
    if stream is None:
        if err:
            return
        raise UnsaidError("it is closed")
    encoding = getattr(stream, "encoding", None) or "utf-8"
    shown = shown.encode(encoding, "backslashreplace").decode(encoding)
    if findings and takes_colour(stream):
        shown = coloured(shown)
    try:
        click.echo(shown, nl=nl, err=err)
    except (OSError, ValueError) as error:
        if not err:
            silence()
            raise UnsaidError(
                "" if isinstance(error, BrokenPipeError) else getattr(error, "strerror", "") or "it is closed"
            ) from None


def silence() -> None:
    """Let what is still waiting to be written go nowhere, so that the end of the program says nothing of it."""
    with suppress(OSError, ValueError, AttributeError):
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
