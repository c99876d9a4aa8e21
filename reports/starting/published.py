"""When a document was published, as it says itself: in its front matter, its page's head, or its first lines. It is proposed, no more.

What a program keeps of when a file was made is no day of publication, and is not taken.
"""

import re
from collections.abc import Iterator

from claims.values import Resolution, When
from compare.dates import find_dates
from reports.places import printable
from seeds.front_matter import told
from seeds.model import Document

BEGINNING = 12
"""Passages at the start of a document among which its day of publication is looked for."""
KEYS = ("published", "date", "pubdate", "publication_date", "issued")
HEAD = 200_000
"""Characters of a page in which its head is looked for."""
META = re.compile(
    r"<meta\b[^>]{0,300}?(?:property|name|itemprop)\s*=\s*[\"'](?:article:published_time|og:published_time|date(?:published)?|pubdate|"
    r"dc(?:terms)?\.(?:date|issued|date\.issued)|publication_date|citation_publication_date|parsely-pub-date)[\"'][^>]{0,300}>",
    re.IGNORECASE,
)
CONTENT = re.compile(r"content\s*=\s*[\"']([^\"']{4,60})[\"']", re.IGNORECASE)
LINKED = re.compile(r"\"datePublished\"\s*:\s*\"([^\"]{4,60})\"")
TIME = re.compile(
    r"<time\b(?=[^>]{0,300}(?:pubdate|datePublished))[^>]{0,300}?datetime\s*=\s*[\"']([^\"']{4,60})[\"']", re.IGNORECASE
)
ISO = re.compile(r"\d{4}-\d\d-\d\d")
SAID = re.compile(
    r"^\W*(?:first )?(?:published|posted|issued|released|dated?|publication date|(?:press|news|media) release)\b[\s:,–—-]*(?:on |of )?",
    re.IGNORECASE,
)
DATELINE = re.compile(r"^[A-ZÀ-Þ][A-ZÀ-Þ .'’-]{2,40}, (?=[A-Z][a-z]+ \d|\d)")
BEHIND = 40
"""Characters behind such words in which the day stands."""


def published_of(document: Document, data: bytes) -> tuple[str, str]:
    """The day as EDTF, and where it was found in words a person can check; both "" where the document does not say."""
    return next(_found(document, data), ("", ""))


def _found(document: Document, data: bytes) -> Iterator[tuple[str, str]]:
    suffix = document.path.suffix.lower()
    if suffix == ".md":
        keys = told(document.text)
        yield from ((day, f"{key} in its front matter") for key in KEYS if (day := _day(keys.get(key, ""))))
    if suffix in (".html", ".htm", ".mht", ".mhtml"):
        yield from ((day, "the head of the page") for words in _of_page(data) if (day := _day(words)))
    for passage in document.passages[:BEGINNING]:
        said = SAID.match(passage.text) or DATELINE.match(passage.text)
        day = _day(passage.text[said.end() : said.end() + BEHIND]) if said else ""
        if day and said:
            words = passage.text[: said.end() + BEHIND].strip()
            yield day, printable(f"“{words}”, {document.place_name(*passage.spans[0])}")


def _of_page(data: bytes) -> Iterator[str]:
    head = data[:HEAD].decode("utf-8", "replace")
    yield from (content[1] for meta in META.finditer(head) if (content := CONTENT.search(meta[0])))
    yield from (found[1] for pattern in (LINKED, TIME) for found in pattern.finditer(head))


def _day(words: str) -> str:
    """The first day or month with its year that opens `words`, as EDTF; "" for none."""
    iso = ISO.match(words.strip("\"' "))
    if iso:
        words = iso[0]
    for reading in find_dates(words):
        when = reading.value
        if (
            reading.start <= 2
            and isinstance(when, When)
            and when.resolution is Resolution.WRITTEN
            and len(when.edtf) in (7, 10)
        ):
            return when.edtf if "X" not in when.edtf and "/" not in when.edtf else ""
    return ""
