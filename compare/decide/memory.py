"""Comparisons kept from one run to the next, as plain data: stances, values and places, no objects.

A comparison is known again by its claim; whatever else it hangs on (sources, checks, the program) belongs into the memory's own name.
What does not hold together is refused, and compared anew. What a comparison rests on (`--why`) is not kept.
"""

import hashlib
import json
from collections.abc import Mapping, MutableMapping, Sequence
from functools import cached_property
from typing import Any

from claims.model import Claim
from compare.evidence.model import Answer, Asked, Comparison, Evidence, Ground, Stance, Testimony, Verdict
from seeds.model import Document

Memory = MutableMapping[str, str]
"""Comparisons as JSON by the claim's key."""
TELLING = "telling"
"""The name of what is kept of the sources themselves."""
Telling = Mapping[str, tuple[int, ...]]
"""By source the numbers of its passages that tell something that can be checked."""
ERRORS = (LookupError, TypeError, ValueError, AttributeError, RecursionError)


class Known:
    """What a memory holds of comparisons with these documents."""

    def __init__(self, memory: Memory, documents: Sequence[Document]) -> None:
        self._memory = memory
        self._documents = documents

    def recall(self, claim: Claim) -> Comparison | None:
        """The comparison of a claim; None where nothing is kept, or nothing usable."""
        try:
            return _comparison(claim, json.loads(self._memory[_key(claim)]), self._documents)
        except ERRORS:
            return None

    def keep(self, comparison: Comparison) -> Comparison:
        """Keep a comparison; it is given back."""
        record = _record(comparison, self._numbers)
        if record is not None:
            self._memory[_key(comparison.claim)] = json.dumps(record, separators=(",", ":"))
        return comparison

    def recall_telling(self) -> Telling | None:
        """What the sources tell; None where it is not kept."""
        try:
            kept = json.loads(self._memory[TELLING])
            return {d.source.id: _numbers(kept[d.source.id], len(d.passages)) for d in self._documents}
        except ERRORS:
            return None

    def keep_telling(self, telling: Telling) -> Telling:
        """Keep what the sources tell; it is given back."""
        self._memory[TELLING] = json.dumps(telling, separators=(",", ":"))
        return telling

    @cached_property
    def _numbers(self) -> Mapping[int, int]:
        """The number of every passage in its document, by its identity."""
        return {id(passage): i for document in self._documents for i, passage in enumerate(document.passages)}


def _key(claim: Claim) -> str:
    return hashlib.sha256(repr(claim).encode("utf-8", "surrogatepass")).hexdigest()


def _record(comparison: Comparison, numbers: Mapping[int, int]) -> list[Any] | None:
    """The comparison as data; None where a passage is none of its document."""
    evidence = [e for t in comparison.testimonies for e in t.evidence]
    if any(id(e.passage) not in numbers for e in evidence):
        return None
    told = [[t.stance, [piece_of(e, numbers[id(e.passage)]) for e in t.evidence]] for t in comparison.testimonies]
    return [comparison.flags, comparison.grounds, comparison.asked, told]


def piece_of(evidence: Evidence, number: int) -> list[Any]:
    """A piece of evidence as data. number: of its passage in its document."""
    a = evidence.answer
    answer = [a.stance, a.value, a.reason, a.start, a.end, a.suspect, a.speaker]
    return [number, evidence.start, evidence.end, *evidence.focus, evidence.score, evidence.check, answer]


def _comparison(claim: Claim, kept: list[Any], documents: Sequence[Document]) -> Comparison:
    flags, grounds, (value, place, alike), told = kept
    verdicts = tuple(map(Verdict, flags))
    testimonies = tuple(
        Testimony(document, Stance(stance), tuple(evidence_of(piece, document) for piece in pieces))
        for document, (stance, pieces) in zip(documents, told, strict=True)
    )
    because = tuple(Ground(Verdict(verdict), tuple(map(_words, sources))) for verdict, sources in grounds)
    asked = Asked(_words(value), _span(place, len(claim.statement)), bool(alike))
    return Comparison(claim, verdicts[0], verdicts, testimonies, because, asked=asked)


def evidence_of(kept: list[Any], document: Document) -> Evidence:
    """The evidence that such data tells of a document. Raises one of `ERRORS` for anything else."""
    number, start, end, first, last, score, check, answer = kept
    _numbers([number], len(document.passages))
    passage = document.passages[number]
    _span((start, end), len(document.text))
    if not (start <= first <= last <= end and type(first) is type(last) is int and type(score) is float):
        raise ValueError("no place of this source")
    return Evidence(document, passage, start, end, (first, last), score, _answer(*answer), _words(check))


def _answer(stance: str, value: str, reason: str, start: int, end: int, suspect: bool, speaker: str) -> Answer:
    if not (type(start) is type(end) is int and type(suspect) is bool):
        raise TypeError("no answer")
    return Answer(Stance(stance), _words(value), _words(reason), start, end, suspect, _words(speaker))


def _numbers(kept: Sequence[int], many: int) -> tuple[int, ...]:
    """Numbers below `many`."""
    if not all(type(number) is int and 0 <= number < many for number in kept):
        raise ValueError("no passages of this source")
    return tuple(kept)


def _span(kept: Sequence[int], length: int) -> tuple[int, int]:
    start, end = kept
    if not (type(start) is type(end) is int and 0 <= start <= end <= length):
        raise ValueError("a place lies outside the text")
    return start, end


def _words(kept: Any) -> str:
    if type(kept) is not str:
        raise TypeError("no words")
    return kept
