"""The notes of an annotated copy: for each place in the draft the sources that support what stands before it, in their words."""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass

from compare.drafting.model import CheckedDraft, Stance
from compare.evidence.place import Place
from reports.drafts.words import where
from reports.places import passage_at, unwrap
from reports.printable import printable
from seeds.model import Document, Span

MOST_WORDS = 20
"""Words of a source that a note quotes at most."""
SIGNS = "%°"
"""What belongs to the word it stands behind."""
MOST = 3
"""Places that a note names."""


@dataclass(frozen=True)
class Note:
    """A note. words: those it stands behind, characters of the draft's text. lines: a line for each place of a source."""

    words: Span
    lines: tuple[str, ...]


def notes_of(draft: CheckedDraft) -> tuple[Note, ...]:
    """The notes in the order they stand; facts that end at the same word have one together."""
    places: dict[int, list[Place]] = defaultdict(list)
    starts: dict[int, int] = {}
    for noted in draft.facts:
        finding = noted.finding
        if finding.stance is Stance.SUPPORTED:
            end = _end(draft.document, finding.end)
            places[end] += [place for place in finding.places if place.value][:MOST]
            starts[end] = max(starts.get(end, 0), finding.start)
    return tuple(Note((starts[end], end), tuple(_lines(places[end]))) for end in sorted(places) if places[end])


def _end(document: Document, end: int) -> int:
    """Where the last word of some words ends, stops and marks behind it left out, so that facts at one word share a note."""
    passage = passage_at(document, end - 1)
    for char, at in reversed(list(zip(passage.text, passage.offsets, strict=True))) if passage else ():
        if at < end and (char.isalnum() or char in SIGNS):
            return at + 1
    return end


def _lines(places: list[Place]) -> Iterator[str]:
    seen = set[tuple[str, Span]]()
    for place in places:
        key = place.document.source.id, (place.start, place.end)
        if key not in seen:
            seen.add(key)
            source = place.document.source
            name = f"{source.title}: " if source.title and source.title != source.id else ""
            yield printable(f"{name}{where(place)}: “{quoted(place)}”")


def quoted(place: Place) -> str:
    """A source's words round those that count, `MOST_WORDS` at most; `…` stands for what is left out."""
    text, (first, last) = place.document.text, place.focus
    before, inside, behind = (
        unwrap(text[a:b]).split() for a, b in ((place.start, first), (first, last), (last, place.end))
    )
    joined = bool(before) and not text[first - 1].isspace(), bool(behind) and not text[last].isspace()
    words, start, end = _together(before, inside, behind, joined)
    if end - start > MOST_WORDS:
        end = start + MOST_WORDS
    while end - start < MOST_WORDS and (start > 0 or end < len(words)):
        start, end = max(0, start - 1), end
        end = min(len(words), end + 1) if end - start < MOST_WORDS else end
    return " ".join(["…"] * (start > 0) + words[start:end] + ["…"] * (end < len(words)))


def _together(
    before: list[str], inside: list[str], behind: list[str], joined: tuple[bool, bool]
) -> tuple[list[str], int, int]:
    """All words, and which of them count. joined: where the first that counts, or the one behind the last, is a part of a word."""
    if joined[0] and inside:
        before, inside = before[:-1], [before[-1] + inside[0], *inside[1:]]
    if joined[1] and inside:
        inside, behind = [*inside[:-1], inside[-1] + behind[0]], behind[1:]
    return [*before, *inside, *behind], len(before), len(before) + len(inside)
