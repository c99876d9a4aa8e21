"""Starting: whether the four packages that Python finds are this program's own, then the command line.

Their names are plain words, which other distributions use too. One that is installed into the same environment overwrites their files
or hides them, and what would follow is an error that explains nothing.
"""

import sys
from importlib.machinery import PathFinder
from pathlib import Path

PACKAGES = {
    "claims": "What is asserted:",
    "seeds": "What sources say:",
    "compare": "Whether they agree:",
    "reports": "Telling a reader:",
}
"""The packages, each with how it begins."""
HERE = Path(__file__).resolve().parent.parent


def main() -> None:
    """Run the command line. Exit code 2 where another program's package stands in the place of one of ours."""
    for name, words in PACKAGES.items():
        problem = foreign(name, words)
        if problem:
            sys.stderr.write(
                f"sourcecheck: {problem}; install sourcecheck in an environment of its own (docs/install.md)\n"
            )
            raise SystemExit(2)
    from reports.cli import main as command

    command(prog_name="sourcecheck")


def foreign(name: str, words: str) -> str:
    """What is wrong with the package that Python finds under a name; "" when it is ours."""
    found = PathFinder.find_spec(name)
    if found is None or not found.origin:
        return "" if (HERE / name / "__init__.py").is_file() else f"its package {name!r} is missing"
    origin = Path(found.origin)
    begins = origin.read_bytes()[:200].decode("utf-8", "replace")
    return "" if words in begins else f"{origin} is another program's and hides the package {name!r}"


if __name__ == "__main__":
    main()
