"""The notes of a source by their numbers, and the marks of notes in its sentences.

Reading leaves the marks out of the words of a sentence; they stand in the document where the offsets of two neighbouring characters
are not neighbours.
"""

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from compare.facts.folded_passage import Entry
from seeds.model import PassageKind

NOTE = re.compile(r"[ \t]*(?:\[\^?(\d{1,3})\]|(\d{1,3})(?=[\s.]))")
"""How a note begins: with its number."""
MARK = re.compile(r"[ \t]?(?:\[\^?(\d{1,3})\]|(\d{1,3})(?=\s|$|[.,;:)\]]))")
"""What stands in the document where the words read of it leave something out."""
RAISED = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹", "0123456789")
BEHIND = 8
"""Characters behind a sentence in which its mark may stand."""


def notes_of(entries: Sequence[Entry]) -> Mapping[str, Mapping[int, Sequence[Entry]]]:
    """By source and number the notes; more than one of a number that stands twice."""
    found: dict[str, dict[int, list[Entry]]] = defaultdict(lambda: defaultdict(list))
    for entry in entries:
        if entry.passage.kind is PassageKind.FOOTNOTE:
            opens = NOTE.match(entry.document.text, entry.passage.whole[0])
            if opens:
                found[entry.document.source.id][int(opens[1] or opens[2])].append(entry)
    return found


def marks_of(entry: Entry) -> Iterator[tuple[int, int]]:
    """Behind which character of a sentence the mark of which note stands."""
    offsets, text = entry.passage.offsets, entry.document.text
    for at, offset in enumerate(offsets, start=1):
        ends = offsets[at] if at < len(offsets) else offset + 1 + BEHIND
        if ends > offset + 1:
            mark = MARK.match(text[offset + 1 : ends].translate(RAISED))
            if mark:
                yield at, int(mark[1] or mark[2])
