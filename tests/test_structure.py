"""The arrows between the packages, and the promises about the repository's own files."""

import ast
import configparser
import re
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
MAY_IMPORT = {
    "claims": set(),
    "seeds": set(),
    "compare": {"claims", "seeds"},
    "reports": {"claims", "seeds", "compare"},
}


FLOORS = (
    "weights", "fold", "lexicon", "text", "values", "facts", "search", "relate", "evidence", "checks", "decide",
    "stating", "scanning", "proposing", "drafting", "jobs",
)  # fmt: skip
"""The floors of `compare`, from the ground: each imports only those before it."""


def modules():
    return [path for package in MAY_IMPORT for path in sorted((ROOT / package).rglob("*.py"))]


def imported(path: Path):
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name.split(".")[0] for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{path}: imports are absolute"
            yield (node.module or "").split(".")[0]


@pytest.mark.parametrize("path", modules(), ids=lambda path: str(path.relative_to(ROOT)))
def test_arrows_run_one_way(path):
    package = path.relative_to(ROOT).parts[0]
    assert set(imported(path)) & set(MAY_IMPORT) <= MAY_IMPORT[package] | {package}


@pytest.mark.parametrize("path", modules(), ids=lambda path: str(path.relative_to(ROOT)))
def test_every_module_says_what_it_alone_knows(path):
    assert ast.get_docstring(ast.parse(path.read_text(encoding="utf-8"))), path


def test_the_arrows_are_those_of_the_table():
    assert "compare" in set(imported(ROOT / "reports" / "topics.py")), "the test sees no imports at all"


def floor_of(module: str) -> str:
    return module.split(".")[1] if "." in module else ""


@pytest.mark.parametrize(
    "path", sorted((ROOT / "compare").rglob("*.py")), ids=lambda path: str(path.relative_to(ROOT / "compare"))
)
def test_floors_stand_on_those_below(path):
    own = path.relative_to(ROOT / "compare").with_suffix("").parts[0]
    if own == "__init__":
        return
    tree = ast.parse(path.read_text(encoding="utf-8"))
    froms = [node for node in ast.walk(tree) if isinstance(node, ast.ImportFrom)]
    names = [node.module or "" for node in froms if node.module != "compare"]
    names += [f"compare.{alias.name}" for node in froms if node.module == "compare" for alias in node.names]
    found = {floor_of(name) for name in names if name.split(".")[0] == "compare"}
    assert found <= set(FLOORS[: FLOORS.index(own) + 1])


def test_the_floors_are_those_of_the_page():
    page = (ROOT / "docs" / "architecture.md").read_text(encoding="utf-8")
    there = {
        path.stem for path in (ROOT / "compare").iterdir() if path.suffix == ".py" or (path / "__init__.py").is_file()
    }
    assert there - {"__init__"} == set(FLOORS)
    shown = [
        line.split("`")[1].removesuffix(".py").rstrip("/")
        for line in page.splitlines()
        if line.startswith("| `") and "|" in line[3:]
    ]
    assert [name for name in shown if name in FLOORS] == list(FLOORS)


def test_setup_names_every_package():
    config = configparser.ConfigParser()
    config.read(ROOT / "setup.cfg", encoding="utf-8")
    named = config["options"]["packages"].split()
    there = [path.parent for package in (*MAY_IMPORT, "sourcecheck") for path in (ROOT / package).rglob("__init__.py")]
    assert sorted(named) == sorted(".".join(path.relative_to(ROOT).parts) for path in there)


@pytest.mark.parametrize("path", modules(), ids=lambda path: str(path.relative_to(ROOT)))
def test_no_pattern_holds_what_older_pythons_read_wrongly(path):
    """Python before 3.11.5, which Debian has, loses matches of possessive and atomic groups: "August 8, 2025" was no date there."""
    texts = (n.value for n in ast.walk(ast.parse(path.read_text(encoding="utf-8"))) if isinstance(n, ast.Constant))
    found = [
        text for text in texts if isinstance(text, str) and re.search(r"[\w.)\]}](?:[*+?]|\})\+(?!\w)|\(\?>", text)
    ]
    assert not found
