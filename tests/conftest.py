"""What the tests share: small corpora made from texts, and the originals where they are present."""

import os
from pathlib import Path

import pytest
from click.testing import CliRunner

from compare.search.index import Index
from reports.cli import main
from seeds.corpus import Corpus, read_digests, read_folder
from seeds.model import Document, Source
from seeds.passages import read_passages

ROOT = Path(__file__).parent.parent
os.environ.setdefault("SOURCECHECK_CACHE", "")  # tests keep nothing, unless they say where


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--update-golden", action="store_true", help="rewrite the golden files from what is printed now")


def document(text: str, source: str = "s", published: str = "") -> Document:
    """A document of one text."""
    return Document(
        Source(source, source, published=published), Path(f"{source}.txt"), text, read_passages(text), "test"
    )


def corpus(*texts: str, published: str = "") -> Corpus:
    """A corpus of texts, sources `a`, `b`, ..."""
    named = zip("abcdefgh", texts, strict=False)
    return Corpus("test", tuple(document(text, source, published) for source, text in named))


def index_of(text: str, published: str = "") -> Index:
    """The index of one text."""
    return Index(Corpus("test", (document(text, published=published),)))


@pytest.fixture(scope="session")
def originals() -> Corpus:
    """The five originals; tests that need them are skipped where they are absent."""
    folder = os.environ.get("SOURCECHECK_SEEDS") or str(ROOT / "seeds" / "originals")
    if not Path(folder).is_dir():
        pytest.skip("the originals are not here")
    return read_folder(Path(folder))


@pytest.fixture(scope="session")
def digests() -> Corpus:
    """The shipped digests."""
    return read_digests()


@pytest.fixture
def golden(request: pytest.FixtureRequest):
    """Compare a text with the golden file of a name; a missing golden file fails."""

    def check(name: str, text: str) -> None:
        path = ROOT / "tests" / "golden" / name
        if request.config.getoption("--update-golden"):
            path.write_text(text, encoding="utf-8")
        assert path.is_file(), f"golden file {name} is missing; look at the output, then run pytest --update-golden"
        assert text == path.read_text(encoding="utf-8")

    return check


@pytest.fixture
def desk(monkeypatch: pytest.MonkeyPatch, tmp_path: Path):
    """Write files (text by path) into an empty working folder; what is returned runs a command there."""

    def laid(files):
        monkeypatch.delenv("SOURCECHECK_SEEDS", raising=False)
        for name, text in files.items():
            path = tmp_path / "work" / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, encoding="utf-8")
        monkeypatch.chdir(tmp_path / "work")
        return lambda *arguments: CliRunner().invoke(main, [str(a) for a in arguments], catch_exceptions=False)

    return laid
