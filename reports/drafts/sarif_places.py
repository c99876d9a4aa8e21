"""Places and messages in SARIF 2.1.0: files by a path that names no machine, regions in characters, texts that hold no link.

This module alone knows that a file without lines of its own (docx, pdf, pptx) is given its page, paragraph or slide instead of a
region, and which characters mean something in a message.
"""

import re
from collections.abc import Sequence
from typing import Any
from urllib.parse import quote

from compare.drafting.model import CheckedDraft, Suppression
from reports.drafts.words import relative
from reports.places import has_lines, position, span_in_file
from reports.printable import printable
from seeds.model import Document

ROOT, SOURCES = "%SRCROOT%", "SOURCES"
BASES = {ROOT: "the folder sourcecheck was run in", SOURCES: "the folder of the sources"}
"""What a path is relative to: the working folder; for sources outside it the folder they lie in."""


def artifact(path: str) -> dict[str, str]:
    """A draft by its path from the working folder."""
    seen = relative(path)
    base = {} if seen.startswith("../") else {"uriBaseId": ROOT}
    return {"uri": quote(seen, errors="surrogateescape"), **base}


def source_artifact(document: Document) -> dict[str, str]:
    """A source by its path from the working folder; one outside it by its name in the folder of the sources."""
    if relative(document.path).startswith("../"):
        return {"uri": quote(document.path.name, errors="surrogateescape"), "uriBaseId": SOURCES}
    return artifact(str(document.path))


def location(document: Document, file: dict[str, str], start: int, end: int) -> dict[str, Any]:
    """A place in a file; in one without lines of its own the page, paragraph or slide."""
    if not has_lines(document):
        named = {"name": document.place_name(start, end), "kind": document.places.unit.value}
        return {"physicalLocation": {"artifactLocation": file}, "logicalLocations": [named]}
    return {"physicalLocation": {"artifactLocation": file, "region": _region(document, start, end)}}


def comment_location(draft: CheckedDraft, suppression: Suppression) -> dict[str, Any]:
    """Where a comment stands; its words are no part of the text, so that the region has no width."""
    file = artifact(draft.name)
    if not has_lines(draft.document):
        return {"physicalLocation": {"artifactLocation": file}}
    at = position(draft.document, suppression.at)
    region = {"startLine": at.line, "startColumn": at.column, "endColumn": at.column}
    return {"physicalLocation": {"artifactLocation": file, "region": region}}


def message(text: str, places: Sequence[str] = ()) -> dict[str, str]:
    """A message, with a link to each of its related locations (numbered from 1) behind it."""
    links = [f"[{_label(place)}]({number})" for number, place in enumerate(places, start=1)]
    return {"text": _plain(text) + (f" ({', '.join(links)})" if links else "")}


def _region(document: Document, start: int, end: int) -> dict[str, Any]:
    """Characters of the file. Where the text is not the file itself, its words are a rendering of the file's."""
    first, last = position(document, start), position(document, end - 1)
    (offset, until), (begun, _) = span_in_file(document, start, end), span_in_file(document, end - 1, end)
    words = {"text": printable(re.sub(r"\r\n?", "\n", document.text[start:end]))}
    return {
        "startLine": first.line,
        "startColumn": first.column,
        "endLine": last.line,
        "endColumn": last.column + until - begun,
        "charOffset": offset,
        "charLength": until - offset,
        "snippet": {"rendered": words} if document.places.origins else words,
    }


def _plain(text: str) -> str:
    """Text that a message shows as it is: no placeholder (section 3.11.5) and no link (section 3.11.6)."""
    doubled = re.sub(r"([{}])", r"\1\1", printable(" ".join(text.split())))
    return doubled.replace("](", "] (")


def _label(text: str) -> str:
    """Text between the brackets of a link."""
    return re.sub(r"([\\\[\]])", r"\\\1", _plain(text))
