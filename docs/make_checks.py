"""Writes docs/checks.md from the docstrings of the checks; a test fails when the file is not up to date."""

from pathlib import Path

from compare.checks import all_checks

PAGE = Path(__file__).parent / "checks.md"


def page() -> str:
    """The documentation of all checks, by code."""
    parts = ["# Checks\n\nMade from the checks' own documentation by `python -m docs.make_checks`; do not edit.\n"]
    parts += [f"\n## {check.code} {check.name}\n\n{check.explanation}\n" for check in all_checks()]
    return "".join(parts)


if __name__ == "__main__":
    PAGE.write_text(page(), encoding="utf-8")
