"""The command line: its group and the commands in it."""

import gc
import os

import click

from reports.commands import comparing, covering, drafting, indexing, keeping, looking, reviewing
from reports.commands.examples import with_examples
from reports.commands.options import Group


@click.group(cls=Group, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(package_name="sourcecheck", prog_name="sourcecheck")
def main() -> None:
    """Compare what several sources say about the same things."""
    os.environ.setdefault("PYDANTIC_DISABLE_PLUGINS", "__all__")  # none are used; looking for them takes a while
    gc.set_threshold(200_000, 50, 50)  # a run is short and makes few cycles: collecting them costs a tenth of its time


for command in (
    comparing.compare,
    drafting.draft,
    drafting.check_in,
    looking.scan,
    covering.coverage,
    looking.find,
    drafting.lsp,
    looking.checks,
    keeping.init,
    keeping.seeds,
    keeping.claims,
    indexing.index,
    reviewing.review,
):
    main.add_command(command)

with_examples(main)

if __name__ == "__main__":
    main(prog_name="sourcecheck")
