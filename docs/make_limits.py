"""Writes docs/limits.md from the limits in the code; a test fails when the file is not up to date."""

import ast
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path

ROOT = Path(__file__).parent.parent
PAGE = Path(__file__).parent / "limits.md"
MODULES = (
    "seeds/readers/limits.py", "claims/files.py", "claims/workbooks.py", "claims/rows.py", "reports/settings.py",
    "seeds/passages.py", "compare/stating/sentences.py",
)  # fmt: skip
HEAD = """\
# Limits

Made from the code (every `MAX_...` that says what it counts) by `python -m docs.make_limits`; do not edit.

What is larger is not read: one line names the file and the limit. In a folder of sources the others are read all the same, and the
file is named in every report (`--strict` makes it an error). PDF and office files, books and mails are read in a process of their own,
whose memory and time are limited; where a platform cannot limit memory, time alone is.

| limit | at most |
|---|---|
"""


def limits() -> Iterator[tuple[str, int]]:
    """What each limit counts, in words, and the number."""
    for module in MODULES:
        for assigned, told in pairwise(ast.parse((ROOT / module).read_text(encoding="utf-8")).body):
            if isinstance(assigned, ast.Assign) and isinstance(told, ast.Expr) and isinstance(told.value, ast.Constant):
                name = assigned.targets[0]
                if isinstance(name, ast.Name) and name.id.startswith("MAX_"):
                    yield str(told.value.value), int(ast.literal_eval(assigned.value))


def page() -> str:
    """The page."""
    return HEAD + "".join(f"| {words} | {number:,} |\n" for words, number in limits())


if __name__ == "__main__":
    PAGE.write_text(page(), encoding="utf-8")
