"""Plain values of a sentence that no unit tells: ranks ("third") and scores ("3-1", "412 votes to 205").

Of two such values of one thing only one can be true. Not read: shares ("a third of"), "a second" of time, seasons and ranges of years.
"""

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from compare.text.number_words import ORDINALS, SMALL, TENS
from compare.text.sentence import Sentence
from compare.text.small_words import NUMBERS

RANK, SCORE = "rank", "score"
SHARES = frozenset("one a quarter half".split()) | NUMBERS
"""What stands before a share that is written like an ordinal ("one third")."""
OF_TIME = frozenset("later ago per every before".split())
_SIDES = SMALL | {"nil": 0}
_NUMBER = rf"(?:\d{{1,3}}|(?:(?:{'|'.join(TENS)})-)?(?:{'|'.join(_SIDES)})|{'|'.join(TENS)})"
_SCORE = re.compile(
    rf"(?<![\w.,$€£-])(?:(\d{{1,3}})\s?[-–]\s?(\d{{1,3}})|({_NUMBER})(?: votes?)? (?:to|against) ({_NUMBER}))(?![\w%-]|[.,:]\d)",
    re.IGNORECASE,
)
_TOLD = re.compile(
    r"\b(?:beat|beaten|wins?|won|winning|los[et]|losing|defeat(?:s|ed)?|defeat|pass(?:ed|es)?|vot(?:es?|ed|ing)|dr[ea]wn?|led|leads?|"
    r"trail(?:s|ed)?|scores?|adopt(?:s|ed)?|approv(?:es?|ed)|reject(?:s|ed)?|victory|majority|ballot)\b",
    re.IGNORECASE,
)
"""The words of contests and votes: only beside one of them are two numbers a score."""


class Scalar(NamedTuple):
    """A plain value: of which kind it is, the value, and the indices of its words."""

    kind: str
    value: tuple[int, ...]
    places: tuple[int, ...]


@lru_cache(maxsize=20_000)
def scalars_of(sentence: Sentence) -> tuple[Scalar, ...]:
    """The ranks and scores of a sentence. A score has its greater number first."""
    ranks = ((i, _rank(sentence, i)) for i in range(len(sentence.forms)))
    found = [Scalar(RANK, (rank,), (i,)) for i, rank in ranks if rank]
    return (*found, *_scores(sentence))


@lru_cache(maxsize=20_000)
def places_of_scalars(sentence: Sentence, *kinds: str) -> frozenset[int]:
    """The words of all scalars of a sentence, or of those of some kinds."""
    return frozenset(i for scalar in scalars_of(sentence) if not kinds or scalar.kind in kinds for i in scalar.places)


def _rank(sentence: Sentence, i: int) -> int:
    form, before, after = sentence.form(i), sentence.form(i - 1), sentence.form(i + 1)
    word = sentence.folded.words[i]
    if form.isdigit():
        return int(form) if sentence.folded.text[word.end - 2 : word.end].lower() in ("st", "nd", "rd", "th") else 0
    rank = ORDINALS.get(form, 0)
    if before in TENS and 0 < rank < 10:
        return TENS[before] + rank
    is_share = rank > 2 and before in SHARES and (before != "a" or after == "of")
    return 0 if is_share or (rank == 2 and {before, after} & OF_TIME) else rank


def _scores(sentence: Sentence) -> Iterator[Scalar]:
    text = sentence.folded.text
    if not _TOLD.search(text):
        return
    for match in _SCORE.finditer(text):
        a, b = (_number(side) for side in match.groups() if side)
        yield Scalar(SCORE, (max(a, b), min(a, b)), _words(sentence, match))


def _number(written: str) -> int:
    tens, _, units = written.lower().partition("-")
    return int(written) if written.isdigit() else TENS.get(tens, _SIDES.get(tens, 0)) + _SIDES.get(units, 0)


def _words(sentence: Sentence, match: re.Match[str]) -> tuple[int, ...]:
    return tuple(i for i, word in enumerate(sentence.folded.words) if match.start() <= word.start < match.end())
