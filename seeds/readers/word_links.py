"""What a Word file refers to in its text: the addresses of its links, and the words of its notes where they are called."""

import re
from collections.abc import Iterator, Mapping
from typing import Any

from seeds.readers.word import notes_with_lines
from seeds.readers.word_letters import RUN, spots
from seeds.readers.word_runs import Styles, W, words_of
from seeds.text import Comment

RELATION = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"
LINK, CODE = f"{W}hyperlink", f"{W}instrText"
CALLS = {f"{W}footnoteReference": "footnote", f"{W}endnoteReference": "endnote"}
FIELD = re.compile(r"\s*HYPERLINK\s+\"([^\"]+)\"")
"""The code of a field that is a link."""


def links_of(document: Any, parse: Any, text: str) -> Iterator[Comment]:
    """Each link with its address at its first letter, each note with its words at the last letter before its mark."""
    body = document.element.body
    if not any(True for _ in body.iter(LINK, CODE, *CALLS)):
        return
    letters: dict[Any, list[int]] = {}
    for offset, spot in (spots(document, parse, text) or {}).items():
        letters.setdefault(spot.run, []).append(offset)
    yield from _walk(document, parse, letters)


def _walk(document: Any, parse: Any, letters: Mapping[Any, list[int]]) -> Iterator[Comment]:
    """In the order of the file, with the offsets of the letters of every run; those of a note count where it is called."""
    styles = Styles(document.styles.element.style_lst)
    notes = {(kind, number): lines for kind, number, lines in notes_with_lines(document.part, parse)}
    last, waiting = -1, list[str]()
    for element in document.element.body.iter(LINK, CODE, RUN, *CALLS):
        if element.tag == LINK:
            relation = document.part.rels.get(element.get(RELATION) or "")
            waiting += [relation.target_ref] if relation is not None and relation.is_external else []
        elif element.tag == CODE:
            waiting += [found[1]] if (found := FIELD.match(element.text or "")) else []
        elif element.tag in CALLS:
            said = " ".join(
                words_of(line, styles) for line in notes.get((CALLS[element.tag], element.get(f"{W}id")), ())
            )
            yield from [(last, last, said)] if said.strip() and last >= 0 else []
        elif (own := letters.get(element)) and not any(child.tag in CALLS for child in element):
            yield from ((own[0], own[0], address) for address in waiting)
            last, waiting = own[-1], []
