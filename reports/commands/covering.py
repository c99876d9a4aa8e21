"""`coverage`: what no claim speaks to."""

from pathlib import Path

import click

from reports.commands.options import FOLDER, common, print_or_write, settings_of

FORMATS = ("table", "md", "csv", "json")


@click.command()
@common
@click.option("--format", "format_", type=click.Choice(FORMATS), default="table", show_default=True)
@click.option("--out", type=FOLDER, help="File to write instead of printing.")
@click.option(
    "--limit", default=5, show_default=True, type=click.IntRange(1), help="Sentences of a source in the table."
)
def coverage(
    format_: str,
    out: Path | None,
    limit: int,
    claims_path: Path | None,
    seeds_folder: Path | None,
    config: Path | None,
) -> None:
    """Tell per source to which sentences with a date, figure, name or quotation no claim speaks, and the share covered."""
    from compare.jobs.coverage import coverage as covered
    from reports import coverage as told
    from reports.comparing import run
    from reports.files import refuse_input

    settings = settings_of(claims_path, seeds_folder, None, config)
    refuse_input(out, (settings.claims, settings.seeds))
    print_or_write(told.FORMATS[format_](covered(run(settings)), limit), out)
