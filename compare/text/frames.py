"""How a word is said: as a fact, denied, planned, agreed, alleged, asked ...: what a sentence does not assert supports nothing.

An operator ("fails to", "plans for", "no evidence that", "may") frames the words behind it as far as its clause goes; a verdict behind
a thing ("was shelved") frames the words before it; a question frames all. The words are data: `lexicon/<language>/operators.txt`,
`verdicts_after.txt`, `neutral_negations.txt`.
"""

import re
from collections.abc import Mapping
from enum import Enum, auto
from functools import lru_cache
from typing import NamedTuple

from compare.lexicon import operators, verdicts_after
from compare.text.operators import NEGATIONS, negations, operated, verdicts
from compare.text.reported import conditions, destined, hearsay_of, thoughts_of
from compare.text.scopes import Scope
from compare.text.sentence import Sentence

DENYING = ("denied", "failed")
PLANNED = frozenset(("planned", "agreed", "proposed", "asked", "hoped"))
WISHED = frozenset(("proposed", "asked"))
"""Of these what others are to do."""
UNCERTAIN = frozenset(("possible", "alleged", "doubted", "feared"))
OPEN = frozenset(("conditional", "unknown", "reported"))
"""What hangs on a condition, is asked or hearsay: nothing is said of it either way."""


class Frame(NamedTuple):
    """How a word is said: `denied`, and `mode`, "" for a fact; `at` is the word that makes it so, None for a plain fact."""

    denied: bool = False
    mode: str = ""
    at: int | None = None

    @property
    def told(self) -> str:
        """The frame in words a person can read."""
        return " ".join(word for word in ("denied" if self.denied else "", self.mode) if word) or "said as a fact"


FACT = Frame()


class Clash(Enum):
    """How a word is said otherwise in one sentence than in another."""

    DENIED = auto()
    MODE = auto()
    """planned, alleged or possible where the other says it as a fact"""
    OPEN = auto()
    """nothing can be told of it"""


def clash_of(mine: Frame, theirs: Frame) -> tuple[Clash, str] | None:
    """How a passage says a word otherwise than a statement, and as what; None when it says it alike, or as surely."""
    if theirs.mode in OPEN:
        return None if mine.mode == theirs.mode else (Clash.OPEN, theirs.mode)
    if theirs.mode in UNCERTAIN and theirs.mode != mine.mode:
        return Clash.MODE, theirs.mode
    if mine.mode in UNCERTAIN and theirs.mode in PLANNED and mine.denied == theirs.denied:
        return Clash.OPEN, theirs.mode
    if mine.mode in UNCERTAIN and not theirs.mode:
        return None if mine.denied == theirs.denied else (Clash.OPEN, "otherwise")
    if mine.denied != theirs.denied:
        return Clash.DENIED, "denied" if theirs.denied else "asserted"
    if mine.denied and theirs.mode in PLANNED and not mine.mode:
        return Clash.OPEN, theirs.mode
    if theirs.mode in PLANNED and (mine.mode not in PLANNED or (mine.mode in WISHED) != (theirs.mode in WISHED)):
        return Clash.MODE, theirs.mode
    return (Clash.MODE, "done") if mine.mode in PLANNED and not theirs.mode else None


@lru_cache(maxsize=20_000)
def may_deny(sentence: Sentence) -> bool:
    """False where no word of a sentence can frame another as denied or failed: all that is asked of most sentences."""
    held = sentence.at.keys()
    if any(form in NEGATIONS or form.endswith("n't") for form in sentence.forms):
        return True
    return any(words <= held for key in held for words in _denying().get(key, ()))


@lru_cache(maxsize=1)
def _denying() -> Mapping[str, tuple[frozenset[str], ...]]:
    """The keys of the words of every operator that denies, by the first of them."""
    found: dict[str, list[frozenset[str]]] = {}
    for first, some in (*operators().items(), *verdicts_after().items()):
        found.setdefault(first, []).extend(operator.words for operator in some if operator.mode in DENYING)
    return {first: tuple(words) for first, words in found.items() if words}


@lru_cache(maxsize=20_000)
def frames_of(sentence: Sentence) -> tuple[Frame, ...]:
    """The frame of every word."""
    count = len(sentence.folded.words)
    if re.search(r"\?[\"”’')\]]*\s*$", sentence.folded.text):
        return (Frame(False, "unknown", max(0, count - 1)),) * count
    scopes = [
        *_denials_once([*negations(sentence), *operated(sentence)]),
        *verdicts(sentence),
        *conditions(sentence),
        *destined(sentence),
        *hearsay_of(sentence),
        *thoughts_of(sentence),
    ]
    return tuple(_frame(i, [s for s in scopes if s.first <= i <= s.last]) for i in range(count))


def _denials_once(scopes: list[Scope]) -> list[Scope]:
    """The scopes without the denials that are a part of another's phrase: "had no evidence that" denies once."""
    denying = [s for s in scopes if s.mode in DENYING]
    return [s for s in scopes if s.mode not in DENYING or not any(o.at < s.at < o.first for o in denying)]


def _frame(i: int, scopes: list[Scope]) -> Frame:
    if not scopes:
        return FACT
    denials = {s.at for s in scopes if s.mode in DENYING}
    moded = [s for s in scopes if s.mode not in DENYING]
    open_ = next((s.mode for s in moded if s.mode in OPEN), "")
    mode = open_ or (max(moded, key=lambda s: s.at).mode if moded else "")
    at = max(s.at for s in scopes)
    if len(denials) > 1:
        return Frame(False, "unknown", at)
    return Frame(bool(denials), mode, at)
