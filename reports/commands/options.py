"""What commands share: the group that turns unusable input into one line, common options, and where output goes."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

import click

if TYPE_CHECKING:
    from reports.settings import Settings

F = TypeVar("F", bound=Callable[..., Any])
FOLDER = click.Path(path_type=Path)


class Group(click.Group):
    """A group that turns unusable input into lines on stderr and exit code 2; anything else is a bug and keeps its traceback."""

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
            click.echo(f"sourcecheck: {error.format_message()} (`{where} --help` explains)", err=True)
            context.exit(2)
        except (claims.errors.InputError, seeds.errors.InputError) as error:
            for line in str(error).splitlines():
                click.echo(f"sourcecheck: {line}", err=True)
            context.exit(2)


def _keep_strict(context: click.Context, option: click.Parameter, value: bool) -> None:
    context.meta["strict"] = value


def common(command: F) -> F:
    """The options that say what is read and where reports go."""
    for option in (
        click.option(
            "--strict",
            is_flag=True,
            expose_value=False,
            callback=_keep_strict,
            help="A source that cannot be read is an error.",
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

    from reports.settings import find_settings

    context = click.get_current_context(silent=True)
    strict = bool(context and context.meta.get("strict"))
    return replace(find_settings(claims_path, seeds_folder, out, config), strict=strict)


def print_or_write(text: str, out: Path | None) -> None:
    """Print a text, or write it whole into a file."""
    if out is None:
        click.echo(text, nl=False)
        return
    from reports.files import write_whole

    write_whole(out, text)
    click.echo(f"wrote {out}", err=True)
