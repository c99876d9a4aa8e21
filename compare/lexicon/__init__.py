"""Word lists as data: a folder per language, a file per list, an entry per line, each with its reason in its first line.

This module alone reads the files. Words are given in their base form; what they are compared by is their key: the stem of the base,
irregular forms ("threw", "children") led back to it. A phrase ("turn down") is a tuple of keys.
"""

from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache
from pathlib import Path
from typing import NamedTuple

from compare.fold import fold, stem_of

LANGUAGE = "en"
FOLDER = Path(__file__).parent

Phrase = tuple[str, ...]
"""The keys of a word or of the words of a phrase, in order."""


class Operator(NamedTuple):
    """A word or phrase that sets how what follows it is said: as denied, planned, possible ...

    takes: what must follow for it to do so: "to", "that", "of", "for", "ing", "noun", "whether" or "any".
    """

    phrase: Phrase
    mode: str
    takes: str
    words: frozenset[str]
    """The keys of the phrase, in no order: where one of them is missing, it does not stand."""


def lines(name: str) -> Iterator[str]:
    """The entries of a list, its comments left out."""
    text = (FOLDER / LANGUAGE / f"{name}.txt").read_text(encoding="utf-8")
    yield from (line for line in text.splitlines() if line and not line.startswith("#"))


@lru_cache(maxsize=1)
def _bases() -> Mapping[str, str]:
    """The base of every irregular form."""
    return {form: base for base, *forms in (line.split() for line in lines("irregular")) for form in forms}


@lru_cache(maxsize=1)
def _with_forms() -> frozenset[str]:
    """Every base of irregular forms: a list means it ("lay"), whatever else it is a form of."""
    return frozenset(line.split()[0] for line in lines("irregular"))


@lru_cache(maxsize=1)
def _parted() -> Mapping[str, str]:
    """The key of every form whose stem is that of words with another sense: the first of its side."""
    found = {}
    for line in lines("same_stem"):
        _, *sides = _sides(line)
        found.update({form: side[0] for side in sides for form in side})
    return found


@lru_cache(maxsize=1)
def _stems_shared() -> Mapping[str, str]:
    """The stem behind every key of a side."""
    return {key: stem_of(key) for key in _parted().values()}


def stem_behind(key: str) -> str:
    """The stem of a key: the key itself, or the one that it shares with words of another sense."""
    return _stems_shared().get(key, key)


@lru_cache(maxsize=100_000)
def key_of(form: str, stem: str) -> str:
    """What a folded word is compared by: the stem of its base, or a key of its own where others of another sense share the stem.

    "reportedly" is one by itself, since its stem is that of "report".
    """
    if form.endswith("edly"):
        return form
    base = _bases().get(form)
    return stem_of(base) if base else _parted().get(form, stem)


def phrase_of(text: str) -> Phrase:
    """The keys of the words of a phrase; plain words need no folding."""
    words = text.split()
    if "states" not in words and text.isascii() and "".join(words).isalpha():
        return tuple(_key_of_listed(word) for word in words)
    return tuple(key_of(word.form, word.stem) for word in fold(text).words)


@lru_cache(maxsize=20_000)
def _key_of_listed(word: str) -> str:
    return stem_of(word) if word in _with_forms() else key_of(word, stem_of(word))


@lru_cache(maxsize=1)
def senses() -> Mapping[Phrase, frozenset[int]]:
    """The groups, by number, of every word and phrase that says the same as others."""
    return _grouped("senses")


@lru_cache(maxsize=1)
def rivals() -> Mapping[Phrase, frozenset[int]]:
    """The closed sets, by number, of words of which only one can be true in one place."""
    return _grouped("rivals")


def _grouped(name: str) -> Mapping[Phrase, frozenset[int]]:
    found: dict[Phrase, set[int]] = {}
    for number, line in enumerate(lines(name)):
        for member in line.split(","):
            found.setdefault(phrase_of(member), set()).add(number)
    return {phrase: frozenset(numbers) for phrase, numbers in found.items()}


@lru_cache(maxsize=1)
def opposites() -> Mapping[Phrase, frozenset[Phrase]]:
    """The words and phrases that exclude each word or phrase, said of the same thing at the same time."""
    return _sided("opposites")


@lru_cache(maxsize=1)
def converses() -> Mapping[Phrase, frozenset[Phrase]]:
    """The words that say the same from the other side ("buy", "sell")."""
    return _sided("converses")


def _sides(line: str) -> list[list[str]]:
    """The members of each side of a line `a, b : c : d`."""
    return [[member.strip() for member in side.split(",")] for side in line.split(":")]


@lru_cache(maxsize=1)
def set_apart() -> Mapping[str, str]:
    """What stands for the root of each key that is told from others of its root: the first of its side, "" on the first side."""
    found: dict[str, str] = {}
    for line in (*lines("same_stem"), *lines("unrelated")):
        for number, side in enumerate(_sides(line)):
            keys = [phrase_of(member)[0] for member in side]
            found.update({key: keys[0] if number else "" for key in keys if number or key not in found})
    return found


def _sided(name: str) -> Mapping[Phrase, frozenset[Phrase]]:
    found: dict[Phrase, set[Phrase]] = {}
    for line in lines(name):
        one, _, other = line.partition(":")
        sides = [tuple(phrase_of(member) for member in side.split(",")) for side in (one, other)]
        for mine, theirs in (sides, sides[::-1]):
            for phrase in mine:
                found.setdefault(phrase, set()).update(p for p in theirs if p != phrase)
    return {phrase: frozenset(others) for phrase, others in found.items()}


@lru_cache(maxsize=1)
def kinds() -> Mapping[Phrase, frozenset[Phrase]]:
    """The specific words that each general one may stand for ("ship": "brig", "trawler")."""
    found: dict[Phrase, set[Phrase]] = {}
    for line in lines("kinds"):
        general, _, specific = line.partition(":")
        found.setdefault(phrase_of(general), set()).update(phrase_of(member) for member in specific.split(","))
    return {general: frozenset(specific) for general, specific in found.items()}


@lru_cache(maxsize=1)
def operators() -> Mapping[str, tuple[Operator, ...]]:
    """The operators by the key of their first word, the longest first."""
    return _by_first(_operator(*(part.strip() for part in line.split("|"))) for line in lines("operators"))


@lru_cache(maxsize=1)
def verdicts_after() -> Mapping[str, tuple[Operator, ...]]:
    """What tells behind a thing that it was not done, or not yet ("be shelved"), by the key of its first word but "be".

    takes: "be" where a form of "be" must stand before it.
    """
    entries = ((part.strip() for part in line.split("|")) for line in lines("verdicts_after"))
    return _by_first(
        _operator(words.removeprefix("be "), mode, "be" if words.startswith("be ") else "any")
        for words, mode in entries
    )


def _operator(words: str, mode: str, takes: str) -> Operator:
    phrase = phrase_of(words)
    return Operator(phrase, mode, takes, frozenset(phrase))


def _by_first(operators: Iterable[Operator]) -> Mapping[str, tuple[Operator, ...]]:
    """Operators by the key of their first word, the longest first."""
    found: dict[str, list[Operator]] = {}
    for operator in operators:
        found.setdefault(operator.phrase[0], []).append(operator)
    return {first: tuple(sorted(some, key=lambda o: -len(o.phrase))) for first, some in found.items()}


@lru_cache(maxsize=1)
def neutral_negations() -> Mapping[str, tuple[Phrase, ...]]:
    """Phrases with a negative word that deny nothing ("not only", "no later than"), as folded forms, by each word of them."""
    found: dict[str, list[Phrase]] = {}
    for line in lines("neutral_negations"):
        phrase = tuple(word.form for word in fold(line).words)
        for form in dict.fromkeys(phrase):
            found.setdefault(form, []).append(phrase)
    return {form: tuple(phrases) for form, phrases in found.items()}


@lru_cache(maxsize=1)
def hearsay() -> frozenset[Phrase]:
    """Those whose word alone makes no report ("rival", "anonymous")."""
    return frozenset(phrase_of(line) for line in lines("hearsay"))


@lru_cache(maxsize=1)
def thoughts() -> frozenset[str]:
    """The keys of nouns behind which "that" opens what is only thought or told ("rumour", "fear")."""
    return frozenset(phrase_of(line)[0] for line in lines("thoughts"))


@lru_cache(maxsize=1)
def light() -> frozenset[str]:
    """The keys of words that add nothing to a claim by themselves."""
    return frozenset(phrase_of(line)[0] for line in lines("light") if len(phrase_of(line)) == 1)


@lru_cache(maxsize=1)
def exclusions() -> Mapping[Phrase, bool]:
    """Phrases, as folded forms, that name what is left out (True) or only held against what is spoken of (False)."""
    rows = (line.split("|") for line in lines("exclusions"))
    return {tuple(word.form for word in fold(words).words): what.strip() == "out" for words, what in rows}


@lru_cache(maxsize=1)
def transparent() -> frozenset[str]:
    """The keys of nouns of which the same is said as of what stands behind their "of" ("the town of")."""
    return frozenset(phrase_of(line)[0] for line in lines("transparent"))


@lru_cache(maxsize=1)
def performing() -> frozenset[str]:
    """The keys of verbs that with the noun of a deed say that it was done ("made", "carried")."""
    return frozenset(phrase_of(line)[0] for line in lines("performing"))


@lru_cache(maxsize=1)
def unique_deeds() -> frozenset[str]:
    """The keys of verbs of which one thing has one doer ("found", "discover")."""
    return frozenset(phrase_of(line)[0] for line in lines("unique_deeds"))


@lru_cache(maxsize=1)
def titles() -> frozenset[str]:
    """Words, as written in small letters, that stand before the names of many."""
    return frozenset(lines("titles"))


@lru_cache(maxsize=1)
def privative() -> frozenset[str]:
    """Words, as written in small letters, that make another thing of what stands behind them ("deputy", "former")."""
    return frozenset(lines("privative"))


@lru_cache(maxsize=1)
def ahead() -> tuple[str, ...]:
    """What a label says of a thing that is not done yet, the longest first."""
    return tuple(sorted(lines("ahead"), key=lambda phrase: (-len(phrase), phrase)))
