"""Text folded for matching: words without case, accents, spelling variants and endings, each with its place.

This module alone decides which written forms count as one word. Places are characters of the text that was folded.
"""

import re
import unicodedata
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache
from typing import NamedTuple

from Stemmer import Stemmer

TOKEN = re.compile(
    r"[^\W_](?:(?<=[A-Z])\.(?:[A-Z]\.)+|(?<=\d)\d*(?:[.,]\d+)*(?:st|nd|rd|th)?(?![^\W\d_])|[^\W_]*(?:['’](?!s\b)[^\W\d_]+)*)"
)
"""Initials, a number, or a word. All begin with the same class of characters, so that what lies between words is skipped fast."""
BOUNDARY = re.compile(r"[;:()–—]|,(?!\d)|\s-\s")
SPELLINGS = (
    (re.compile(r"(?<=[a-z]{3})is(e|ed|es|er|ers|ing|ation|ations|ational)$"), r"iz\1"),
    (re.compile(r"(?<=[a-z]{3})our(s|ed|ing|able|ite|hood)?$"), r"or\1"),
    (re.compile(r"(?<=[a-z]{3})ence(s|less)?$"), r"ense\1"),
    (re.compile(r"(?<=[a-z]{3})tre(s)?$"), r"ter\1"),
    (re.compile(r"(?<=[a-z]{4})ogue(s)?$"), r"og\1"),
    (re.compile(r"(?<=[a-z]{5})mme(s|d)?$"), r"m\1"),
    (re.compile(r"(?<=[a-z]{3})ll(ed|ing|er|ers)$"), r"l\1"),
)
SPELT = re.compile(r"(?:is(?:e|ing|ation)|our|ence|tre|ogue|mme|ll(?:ed|ing|er))")
"""What any of the spelling variants holds: most words need no further look."""
SAME: Mapping[str, str] = {
    "us": "usa", "u.s": "usa", "u.s.a": "usa", "usa": "usa", "u.k": "uk", "u.n": "un", "e.u": "eu",
    "turkey": "turkiy", "kyiv": "kiev", "percent": "percent", "cent": "percent", "km": "kilometer", "kilometre": "kilometer",
    "kilometres": "kilometer", "kilometers": "kilometer",
}  # fmt: skip
NUMBER_WORDS: Mapping[str, str] = {
    word: str(value)
    for value, word in enumerate(
        "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen".split()
    )
    if value > 1
}
STOP = frozenset(
    "a an the and or but of in on at to for from by with as is are was were be been being it its this that these those "
    "which who whom whose has have had do does did will would shall should can could may might must not no nor so such than "
    "then there their they he she his her him them we our us you your i my me also into about over under between during "
    "after before up out if while when where what how all any both each few more most other some own same too very just one "
    "via per upon within without take takes took taken place make makes made making become becomes became get got give given "
    "gave come came go goes went say says said saying call called name named happen happened occur occurred hold held "
    "include includes including included use used "
    "according also like many much several one ones thing things".split()
)
"""Words that say too little to search by: function words and verbs that go with anything."""
_STEMMER = Stemmer("english")


class Word(NamedTuple):
    """One word of a text: its stem, its folded form, and its place (characters, end exclusive)."""

    stem: str
    form: str
    start: int
    end: int


@dataclass(frozen=True, eq=False)
class Folded:
    """A text as its words, in order; two are the same where they are one (`fold` keeps them)."""

    text: str
    words: tuple[Word, ...]

    @cached_property
    def stems(self) -> tuple[str, ...]:
        """The stems in order."""
        return tuple(word.stem for word in self.words)

    @cached_property
    def at(self) -> Mapping[str, Sequence[int]]:
        """Where each stem stands: indices into `words`."""
        places: dict[str, list[int]] = {}
        for i, word in enumerate(self.words):
            places.setdefault(word.stem, []).append(i)
        return places

    @cached_property
    def clauses(self) -> tuple[int, ...]:
        """For each word the number of clause marks (commas, dashes, brackets ...) before it."""
        marks = [m.start() for m in BOUNDARY.finditer(self.text)]
        counts, seen = [], 0
        for word in self.words:
            while seen < len(marks) and marks[seen] < word.start:
                seen += 1
            counts.append(seen)
        return tuple(counts)

    def span(self, first: int, last: int) -> tuple[int, int]:
        """The characters from word `first` to word `last`, both included."""
        return self.words[first].start, self.words[last].end


@lru_cache(maxsize=20_000)
def fold(text: str) -> Folded:
    """The words of `text`; "U.S.", "US", "USA" and "United States (of America)" are one word `usa`.

    Kept, since searching and reading fold the same passages.
    """
    new = tuple.__new__  # half the time of `Word(...)`, and most of the time of folding
    words = [new(Word, (*fold_word(match[0]), match.start(), match.end())) for match in TOKEN.finditer(text)]
    if "states" in [word.form for word in words]:
        _join_states(words)
    return Folded(text, tuple(words))


def _join_states(words: list[Word]) -> None:
    for i in range(len(words) - 1, 0, -1):
        if words[i].form == "states" and words[i - 1].form == "united":
            words[i - 1 : i + 1] = [Word("usa", "usa", words[i - 1].start, words[i].end)]


@lru_cache(maxsize=100_000)
def fold_word(word: str) -> tuple[str, str]:
    """A word's stem, and its form (lower case, no accents, thousands separators, ordinal endings or possessive)."""
    if word[0].isdigit():
        form = re.sub(r"(?:st|nd|rd|th)$", "", re.sub(r",(?=\d{3}\b)", "", word))
        return form, form
    form = _plain(word)
    return ("usa" if word.isupper() else "us") if form == "us" else stem_of(form), form


def _plain(word: str) -> str:
    lower = word.casefold().replace("’", "'").replace("ı", "i").rstrip(".")
    if lower.isascii():
        return lower
    split = unicodedata.normalize("NFKD", lower)
    return "".join(c for c in split if not unicodedata.combining(c))


def stem_of(form: str) -> str:
    """The stem of a folded word; British and American spellings share one."""
    known = SAME.get(form) or NUMBER_WORDS.get(form)
    if known or not form.isalpha():
        return known or form
    if SPELT.search(form):
        for pattern, replacement in SPELLINGS:
            form = pattern.sub(replacement, form)
    return str(_STEMMER.stemWord(form))


def content_stems(folded: Folded) -> tuple[str, ...]:
    """The distinct stems of `folded` that carry meaning (stop words left out), in order of first use."""
    return tuple(dict.fromkeys(word.stem for word in folded.words if word.form not in STOP))
