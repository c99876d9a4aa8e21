"""What commands share: the group that turns unusable input into one line, common options, and where output goes."""

import errno
import sys
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

import click

from reports.printable import printable
from reports.terminal import UnsaidError, say, silence

if TYPE_CHECKING:
    from reports.settings import Settings

F = TypeVar("F", bound=Callable[..., Any])
UNSAID = (errno.ENOSPC, errno.EPIPE, errno.EBADF, errno.EIO)
"""What a standard output that is full, closed or gone is told by."""
FOLDER = click.Path(path_type=Path)


class Group(click.Group):
    """A group that turns unusable input into lines on stderr and exit code 2; anything else is a bug and keeps its traceback."""

    def main(self, *arguments: Any, **options: Any) -> Any:
        """Run the program; a help text that cannot be printed is no finding either."""
        try:
            return super().main(*arguments, **options)
        except OSError as error:
            if error.filename is not None or error.errno not in UNSAID:
                raise
            silence()
            sys.exit(2)

    def resolve_command(
        self, context: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """The command that the first word names, or the first two: `draft check-in` stands beside `draft FILE`."""
        both = " ".join(args[:2])
        if len(args) > 1 and both in self.commands:
            return both, self.commands[both], args[2:]
        return super().resolve_command(context, args)

    def invoke(self, context: click.Context) -> Any:
        """Run the command."""
        import claims.errors
        import seeds.errors

        try:
            return super().invoke(context)
        except KeyboardInterrupt:
            context.exit(130)
        except click.UsageError as error:
            where = error.ctx.command_path if error.ctx else context.command_path
            say(f"sourcecheck: {error.format_message()} (`{where} --help` explains)", err=True)
            context.exit(2)
        except (claims.errors.InputError, seeds.errors.InputError) as error:
            for line in str(error).split("\n"):
                say(f"sourcecheck: {line}", err=True)
            context.exit(2)
        except UnsaidError as error:
            if str(error):
                say(f"sourcecheck: standard output cannot be written ({error}); free it, or give --out", err=True)
            context.exit(2)


def _keep(context: click.Context, option: click.Parameter, value: bool) -> None:
    context.meta[str(option.name)] = value


def common(command: F) -> F:
    """The options that say what is read and where reports go."""
    for option in (
        click.option(
            "--strict",
            is_flag=True,
            expose_value=False,
            callback=_keep,
            help="A source that cannot be read is an error.",
        ),
        click.option(
            "--cache/--no-cache",
            default=True,
            expose_value=False,
            callback=_keep,
            help="Keep what was read and found in the user's cache folder.",
        ),
        click.option("--config", type=FOLDER, help="Configuration file (default: searched upward)."),
        click.option(
            "--seeds",
            "seeds_folder",
            type=FOLDER,
            help="Folder of sources (default: the digests shipped with the program).",
        ),
        click.option(
            "--claims", "claims_path", type=FOLDER, help="Table of claims or folder of tables (default: those shipped)."
        ),
    ):
        command = option(command)
    return command


def settings_of(
    claims_path: Path | None, seeds_folder: Path | None, out: Path | None, config: Path | None
) -> "Settings":
    """The settings that the options, the environment and the configuration make."""

    from reports.cache import user_cache
    from reports.settings import find_settings

    context = click.get_current_context(silent=True)
    asked = context.meta if context else {}
    settings = find_settings(claims_path, seeds_folder, out, config)
    return replace(settings, strict=bool(asked.get("strict")), cache=user_cache(bool(asked.get("cache", True))))


def print_or_write(text: str | bytes, out: Path | None, orders: bool = False, findings: bool = False) -> None:
    """Print a text, or write it whole into a file; bytes are only written.

    orders: it is meant for the runner that keeps the log. findings: it is text that tells findings.
    """
    if out is None:
        if isinstance(text, bytes):
            from claims.errors import InputError

            raise InputError("this format is a file; give --out FILE")
        say(text, nl=False, orders=orders, findings=findings)
        return
    from reports.files import write_whole

    write_whole(out, text if isinstance(text, bytes) else printable(text))
    say(f"wrote {out}", err=True)
