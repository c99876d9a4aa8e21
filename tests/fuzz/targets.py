"""One function a field: bytes or text in; what comes out is either a result that holds together or one line of InputError.

Anything else that is raised is a mistake of the program.
"""

import io
import json
import re
import zipfile
from collections.abc import Callable
from contextlib import suppress
from functools import cache
from importlib import import_module
from pathlib import Path

import claims.errors
import seeds.errors
from claims.model import Claim, Kind
from claims.reviews import appended, read_reviews
from claims.rows import parse_row
from claims.tables import check_claims
from compare.fold import fold
from compare.jobs.claims import compare
from compare.jobs.draft import Draft, check_draft
from compare.jobs.scan import scan
from compare.text.patterns import find_pattern, parse_pattern
from compare.values.dates import find_dates
from compare.values.quantities import find_quantities
from reports.drafts.running import Asked, Show, render_drafts
from reports.printable import CONTROL, printable
from reports.settings import find_settings
from seeds.corpus import Content, Corpus, _content
from seeds.kept import packed, unpacked
from seeds.model import Document, Source
from seeds.prose import read_prose
from seeds.readers import READERS
from seeds.registry import read_registry
from tests.conftest import document, index_of

INPUT = (claims.errors.InputError, seeds.errors.InputError)
OFFICE = (".docx", ".pptx", ".odt", ".xlsx", ".ods", ".epub", ".pdf")
PLAIN = (".md", ".txt", ".html", ".csv", ".tsv", ".eml", ".mht", ".rtf")
PIER = "The pier of Ostwick opened on 3 May 2019. It cost $19 million and is 340 metres long. Ann Smith runs it."
ROW = {"id": "a", "topic": "b", "kind": "date", "statement": "The pier opened on 3 May 2019."}


def refused(error: Exception) -> None:
    """What an InputError must be: words."""
    assert str(error).strip()


def content(name: str, data: bytes) -> None:
    """A file read as a source, in this process; what is read has its places in the text, and comes back from the cache."""
    path = Path(name)
    try:
        if path.suffix in OFFICE:
            import_module(f"seeds.readers.{READERS[path.suffix]}").read(path, data)
            return
        read = _content(path, data)
    except INPUT as error:
        refused(error)
        return
    holds(read)
    assert unpacked(packed(read)) == read


def holds(read: Content) -> None:
    for passage in read.passages:
        assert len(passage.text) == len(passage.offsets)
        start, end = passage.whole
        assert 0 <= start <= end <= len(read.text)
        if passage.row:
            for cell in passage.row.cells:
                assert 0 <= cell.start <= cell.end <= len(passage.text)


def table(name: str, data: bytes, folder: Path) -> None:
    """A table of claims, a history of reviews and a registry, or a workbook of claims."""
    path = folder / name
    path.write_bytes(data)
    for read in (check_claims, read_reviews, read_registry):
        try:
            found = read(path)
            if read is read_reviews:
                appended(path, data.decode("utf-8"), found)
        except INPUT as error:
            refused(error)


def row(cells: dict[str, str]) -> None:
    """A row of a table of claims, and the comparison of the claim it makes."""
    claim = parse_row({**ROW, **cells}, "a.csv", 2)
    if isinstance(claim, Claim):
        compare((claim,), Corpus("t", (document(PIER, "a"), document("The mill opened in 1931.", "b"))))


@cache
def _index():
    return index_of(PIER)


def draft(name: str, data: bytes) -> None:
    """A draft, checked and told in every format."""
    try:
        prose = read_prose(Path(name), data)
    except INPUT as error:
        refused(error)
        return
    given = Draft(name, prose.document, prose.comments, prose.skipped)
    memory: dict[str, str] = {}
    claim = Claim("open", "pier", Kind.DATE, "The pier of Ostwick opened on 3 May 2019.", terms=("pier",))
    checked = check_draft(given, _index(), (claim,), memory=memory)
    again = check_draft(given, _index(), (claim,), memory=memory)
    corpus = Corpus("t", tuple(_index().documents))
    for format_ in ("text", "json", "sarif", "github", "html"):
        asked = Asked((name,), format_, (), (), None, Show.SUPPORTED, ".md")
        told = render_drafts([checked], corpus, asked)
        assert told == render_drafts([again], corpus, asked)
        assert not CONTROL.search(told), format_
        if format_ in ("json", "sarif"):
            json.loads(told)
    for noted in checked.noted:
        assert 0 <= noted.finding.start < noted.finding.end <= len(given.document.text)


def scanned(text: str) -> None:
    """Two sources held against each other."""
    scan(Corpus("t", (document(text, "a"), document(PIER + " " + text[::-1], "b"))))


def pattern(words: str, text: str) -> None:
    """A pattern of a table in a passage."""
    with suppress(ValueError):
        parse_pattern(words)
        folded = fold(text)
        for match in find_pattern(words, folded):
            assert list(match.words) == sorted(set(match.words))
            assert match.last < len(folded.words)


def values(text: str) -> None:
    """Dates and amounts of a text."""
    for found in (*find_dates(text), *find_quantities(text)):
        assert 0 <= found.start < found.end <= len(text)


def configuration(data: bytes, folder: Path) -> None:
    """A sourcecheck.toml."""
    path = folder / "sourcecheck.toml"
    path.write_bytes(data)
    try:
        settings = find_settings(None, None, None, path)
        settings.claims.exists()
    except INPUT as error:
        refused(error)


def shown(text: str) -> None:
    """Whatever is printed shows, and once is enough."""
    assert not CONTROL.search(printable(text))
    assert printable(printable(text)) == printable(text)


def repacked(data: bytes, change: Callable[[bytes], bytes]) -> bytes:
    """An office file with one of its parts changed."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new:
        for member in old.infolist():
            part = old.read(member)
            new.writestr(
                member.filename, change(part) if re.search(r"document|content|sheet|slide", member.filename) else part
            )
    return out.getvalue()


def source(text: str) -> Document:
    """A text as a document, for targets that need one."""
    return Document(Source("a", "a"), Path("a.txt"), text, (), "t")
