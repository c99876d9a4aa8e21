"""Rewrites the examples in README and docs, blocks that begin with `$ sourcecheck`, with what the commands print now."""

import re
import shlex
from pathlib import Path

from click.testing import CliRunner

from reports.cli import main

ROOT = Path(__file__).parent.parent
PAGES = [ROOT / "README.md", *sorted((ROOT / "docs").glob("*.md"))]
EXAMPLE = re.compile(r"^```\n\$ sourcecheck ([^\n]*)\n(.*?)^```", re.MULTILINE | re.DOTALL)


def printed(command: str) -> str:
    """What a command prints, run in the repository's root on the digests."""
    result = CliRunner().invoke(main, shlex.split(command), catch_exceptions=False)
    return "".join(f"{line.rstrip()}\n" for line in result.output.splitlines())


if __name__ == "__main__":
    for page in PAGES:
        text = page.read_text(encoding="utf-8")
        page.write_text(EXAMPLE.sub(lambda m: f"```\n$ sourcecheck {m[1]}\n{printed(m[1])}```", text), encoding="utf-8")
