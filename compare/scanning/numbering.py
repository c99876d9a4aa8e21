"""Are notes numbered one after the other, each with its mark in the text?

Looked at, by `sourcecheck scan`: sources whose notes stand in a list, a line each that begins with its number in square brackets. Told
are a number out of its turn, a mark without a note, and a note without a mark. Of notes at the foot of a page, numbers glued to the
words of the text: the marks whose note is nowhere.

Cannot see: notes of other forms; lists of works that are cited more than once, or by page.
"""

import re
from collections.abc import Iterator, Mapping, Sequence

from claims.model import Severity
from compare.facts.folded_passage import Entry
from compare.scanning.finding import Finding, Place, place_at
from compare.scanning.note_marks import marks_of, notes_of
from compare.scanning.observations import Observations
from seeds.model import Document, PassageKind

CODE = "SRC414"
NAME = "numbering"

NOTE = re.compile(r"^\[(\d{1,3})\](?=:? +\S)", re.MULTILINE)
MARK = re.compile(r"(?<=[\w.,;:!?)\"”’»])[ \t]?\[(\d{1,3})\](?!\()")
OPENS = r"^[ \t]*\[?\^?{}\]?[:.)]?\s+\S"
"""How a line begins that may be a note of a number."""
FEWEST, MISSED = 3, 2
"""Notes of which a list has at least; numbers out of their turn from which they are no slip but another way of numbering."""
LOST, SHOWN = 0.2, 40
"""The share of marks without a note from which the notes were not read; characters before a mark that are shown."""


def find(read: Observations) -> Iterator[Finding]:
    """The notes that do not follow each other, source by source."""
    by_document: dict[int, list[Entry]] = {}
    for entry in read.every:
        by_document.setdefault(id(entry.document), []).append(entry)
    notes = notes_of(read.every)
    for entries in by_document.values():
        yield from _of_document(entries[0].document, entries)
        yield from _lost(entries, notes.get(entries[0].document.source.id, {}))


def _of_document(document: Document, entries: Sequence[Entry]) -> Iterator[Finding]:
    notes = list(NOTE.finditer(document.text))
    numbers = [int(m[1]) for m in notes]
    if len(notes) < FEWEST or 1 not in numbers:
        return
    odd = [m for n, m in zip(range(1, len(notes) + 1), notes, strict=True) if int(m[1]) != n]
    marks = {int(m[1]): m for m in MARK.finditer(document.text)}
    if 0 < len(odd) < MISSED:
        turn = notes.index(odd[0]) + 1
        yield from _told(document, entries, odd[0], f"stands where note {turn} is due", marks.get(turn))
    elif not odd and marks:
        without = [m for n, m in marks.items() if n > len(notes)]
        unmarked = [m for m in notes if int(m[1]) not in marks]
        for match in without[:1] if len(without) < MISSED else ():
            yield from _told(document, entries, match, "marks a note that is not there")
        for match in unmarked[:1] if len(unmarked) < MISSED else ():
            yield from _told(document, entries, match, "has no mark in the text")


def _lost(entries: Sequence[Entry], notes: Mapping[int, Sequence[Entry]]) -> Iterator[Finding]:
    """The marks without a note, where most have one."""
    text = entries[0].document.text
    if not notes or NOTE.search(text):
        return
    prose = (e for e in entries if e.passage.kind is not PassageKind.FOOTNOTE)
    marks = {number: (entry, at) for entry in prose for at, number in marks_of(entry)}
    lost = [n for n in sorted(marks.keys() - notes.keys()) if not re.search(OPENS.format(n), text, re.MULTILINE)]
    if lost and len(lost) <= LOST * len(marks) and len(marks) - len(lost) >= FEWEST:
        places = tuple(_before(*marks[number], number) for number in lost)
        numbers = ", ".join(map(str, lost))
        headline = f"{entries[0].document.source.id}: {'note' if len(lost) == 1 else 'notes'} {numbers} cannot be found"
        yield Finding(
            CODE, headline, Severity.MEDIUM, places, "the text marks them, and the other marks have their notes"
        )


def _before(entry: Entry, at: int, number: int) -> Place:
    """The words before a mark."""
    start = max(0, at - SHOWN)
    start = entry.passage.text.find(" ", start, at) + 1 or start if start else 0
    return place_at(entry, start, at, f"mark {number}")


def _told(
    document: Document, entries: Sequence[Entry], match: re.Match[str], problem: str, mark: re.Match[str] | None = None
) -> Iterator[Finding]:
    places = tuple(place for m in (match, mark) if m for place in _place(document, entries, m))
    if places:
        headline = f"{document.source.id}: the number {match[1]} {problem}"
        yield Finding(CODE, headline, Severity.MEDIUM, places, "the other notes follow each other from 1")


def _place(document: Document, entries: Sequence[Entry], match: re.Match[str]) -> Iterator[Place]:
    start, end = match.start(1) - 1, match.end(1) + 1
    holding = (e.passage for e in entries if e.passage.whole[0] <= start < e.passage.whole[1])
    near = next(holding, None) or min((e.passage for e in entries), key=lambda p: abs(p.whole[1] - start))
    yield Place(document, near, start, end, match[0].strip())
