"""Whether a document gives a certain answer to a question, or another one.

What stands in the document as an answer, or at least in its words, is given, unless another answer is read far more surely. Another
answer contradicts only when it is read surely; a document without either is silent.
"""

from collections.abc import Sequence
from enum import StrEnum

from claims.values import Amount, Value, When
from compare.answering.echo import written
from compare.answering.model import Candidate, Tokens
from compare.answering.reading import brevity
from compare.answering.values import numbers_in, same_amount, same_date
from compare.dates import find_dates
from compare.entry import Entry
from compare.fold import STOP, fold, stem_of

OTHER, OTHER_AT_LENGTH = 0.4, 0.65
"""How strong another answer must be read to contradict; the same in a very long document."""
FAR = 0.35
"""A given answer counts when it is read at least this strongly beside the strongest of all."""


class Reply(StrEnum):
    """What a document says to a question with its answer."""

    SAME = "same"
    OTHER = "other"
    SILENT = "silent"


def reply(said: str, candidates: Sequence[Candidate], entries: Sequence[Entry]) -> tuple[Reply, Candidate | None]:
    """Whether a document gives the answer `said`, and the candidate that shows it; candidates: strongest first."""
    values, words = values_of(said), _words(said)
    own = next((c for c in candidates if _gives(c, values, words)), None)
    best = candidates[0] if candidates else None
    brief = brevity(entries[0].document) if entries else 1.0
    needed = brief * OTHER + (1 - brief) * OTHER_AT_LENGTH
    if own and best and own.strength >= max(FAR * best.strength, (1 - brief) * OTHER):
        return Reply.SAME, own
    place = next((found for entry in entries if brief == 1.0 and (found := written(words, entry))), None)
    if place and not (own and best and best.strength >= needed):
        return Reply.SAME, place
    return (Reply.OTHER, best) if best and best.strength >= needed else (Reply.SILENT, None)


def values_of(said: str) -> tuple[Value, ...]:
    """The dates of an answer, or its numbers when it has no dates."""
    dates = tuple(r.value for r in find_dates(said))
    return dates or tuple(r.value for r in numbers_in(said))


def _words(said: str) -> Tokens:
    return tuple(word.stem for word in fold(said).words if word.form not in STOP)


def _gives(candidate: Candidate, values: Sequence[Value], words: Tokens) -> bool:
    if isinstance(candidate.value, When):
        return any(isinstance(v, When) and same_date(v, candidate.value) for v in values)
    if isinstance(candidate.value, Amount):
        return any(isinstance(v, Amount) and same_amount(v, candidate.value) for v in values)
    own = tuple(stem_of(form) for form in candidate.value)
    return bool(own and words) and (set(own) <= set(words) or set(words) <= set(own))
