"""The arrows between the packages, and the promises about the repository's own files."""

import ast
import configparser
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
MAY_IMPORT = {
    "claims": set(),
    "seeds": set(),
    "compare": {"claims", "seeds"},
    "reports": {"claims", "seeds", "compare"},
}


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


def test_setup_names_every_package():
    config = configparser.ConfigParser()
    config.read(ROOT / "setup.cfg", encoding="utf-8")
    named = config["options"]["packages"].split()
    there = [path.parent for package in MAY_IMPORT for path in (ROOT / package).rglob("__init__.py")]
    assert sorted(named) == sorted(".".join(path.relative_to(ROOT).parts) for path in there)
