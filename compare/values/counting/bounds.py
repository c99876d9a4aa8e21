"""The words that qualify a number: "nearly", "at least", "up to", "or more".

This module alone knows them and the `Bound` each stands for. It reads folded text (see `compare.values.quantities`).
"""

import re

from claims.values import Bound

_BEFORE = {
    Bound.ABOUT: ""
    "about, around, approximately, approx, roughly, some, circa, ca, c, an estimated, estimated, estimated at, in "
    "the region of, in the order of, on the order of, of the order of, something like, give or take, in the "
    "neighborhood of, in the vicinity of, ~, ≈, ∼",
    Bound.NEARLY: "nearly, almost, close to, approaching, nearing, practically, virtually, not quite, just short of",
    Bound.OVER: ""
    "more than, over, exceeding, exceeds, exceeded, exceed, above, upwards of, upward of, in excess of, greater "
    "than, higher than, larger than, bigger than, longer than, better than, older than, beyond, surpass, surpassing, "
    "surpassed, surpasses, topping, >",
    Bound.AT_LEAST: ""
    "at least, no less than, no fewer than, not less than, not fewer than, a minimum of, minimum of, at minimum, at "
    "a minimum, at the very least, as few as, as little as, greater than or equal to, more than or equal to, equal "
    "to or more than, >=, =>, ≥, ⩾",
    Bound.UNDER: "less than, under, fewer than, below, lower than, smaller than, shorter than, younger than, short of, <",
    Bound.AT_MOST: ""
    "at most, up to, no more than, not more than, never more than, not exceeding, not to exceed, a maximum of, "
    "maximum of, as many as, as much as, as high as, no longer than, no larger than, no higher than, no greater "
    "than, at the most, less than or equal to, equal to or less than, <=, ≤, ⩽",
}
_PHRASES = {phrase: bound for bound, phrases in _BEFORE.items() for phrase in phrases.split(", ")}
_MOST_WORDS = max(phrase.count(" ") for phrase in _PHRASES) + 1
_STRENGTH = frozenset(
    "just well slightly far little considerably significantly somewhat only substantially comfortably".split()
)
_PREPOSITIONS = frozenset("under over above below beyond about around circa".split())
"""Bounds before a number, but plain prepositions before "the" and one: "under the four resolutions", "over the 30 years"."""
_ARTICLES = frozenset({"a", "an", "the"})
_SYMBOL = re.compile(r"([~≈∼≥≤⩾⩽]|[<>] ?=?|=>) {0,2}$")
_NO_NUMBER = r"(?! [\d$€£])"
_AFTER = re.compile(
    r"(?P<least>\+(?![\w+/])|-plus\b| plus\b(?= [a-z]{3,}s\b)|,? at (?:the )?least\b"
    rf"| or (?:more|higher|above|over|longer|older|greater|better)\b| and (?:above|over|up|older|upwards?)\b{_NO_NUMBER})"
    r"|(?P<most>,? at (?:the )?most\b| or (?:less|fewer|below|under|lower|younger|shorter)\b"
    rf"| and (?:below|under|younger)\b{_NO_NUMBER})"
    r"|(?P<about> or so\b|-?ish\b|-odd\b|,? give or take\b)"
)
_AFTER_BOUNDS = {"least": Bound.AT_LEAST, "most": Bound.AT_MOST, "about": Bound.ABOUT}
_OPENERS = re.compile(r".*[(\[{“”\"‘'—–/]")
_REACH = 24  # characters that a word before a number may have, so that a line without spaces costs nothing


def bound_before(fold: str, pos: int) -> tuple[Bound, int] | None:
    """The bound whose words end right before `pos`, and where they start, with their "just", "well" or "a little"; or None."""
    if symbol := _SYMBOL.search(fold, max(0, pos - 5), pos):
        return _PHRASES[symbol[1].replace(" ", "")], symbol.start()
    words = words_before(fold, pos, 2 * _MOST_WORDS + 2)
    if words and words[-1][0] in _ARTICLES:
        article, _ = words.pop()
        if article == "the" and words and words[-1][0] in _PREPOSITIONS:
            return None
    for size in range(min(_MOST_WORDS, len(words)), 0, -1):
        phrase = " ".join(word for word, _ in words[-size:])
        if bound := _PHRASES.get(phrase):
            outer = _limit(words[:-size]) if bound is Bound.ABOUT else None
            return outer or (bound, _with_strength(words[:-size], words[-size][1]))
    return None


def _limit(words: list[tuple[str, int]]) -> tuple[Bound, int] | None:
    """The limit that ends some words, and where it starts: "up to about 40" is no more than 40."""
    for size in range(min(_MOST_WORDS, len(words)), 0, -1):
        bound = _PHRASES.get(" ".join(word for word, _ in words[-size:]))
        if bound in (Bound.AT_MOST, Bound.AT_LEAST):
            return bound, _with_strength(words[:-size], words[-size][1])
    return None


def _with_strength(words: list[tuple[str, int]], start: int) -> int:
    while words and words[-1][0] in _STRENGTH:
        word, start = words.pop()
        if word == "little" and words and words[-1][0] == "a":
            start = words.pop()[1]
    return start


def words_before(fold: str, pos: int, most: int) -> list[tuple[str, int]]:
    """Up to `most` words before `pos` with where each starts, in reading order, back to the last punctuation mark."""
    words: list[tuple[str, int]] = []
    while len(words) < most and fold[pos - 1 : pos] == " ":
        end = pos - 2 if fold[pos - 2 : pos - 1] == " " else pos - 1
        start = fold.rfind(" ", max(0, end - _REACH), end) + 1
        word = fold[start:end]
        if not word or word[-1] in ",;:!?)]”" or word.isdigit() or (start == 0 and end > _REACH):
            break
        if opener := _OPENERS.match(word):
            start, word = start + opener.end(), word[opener.end() :]
        words.append((word.rstrip("."), start))
        if opener or not word:
            break
        pos = start
    return words[::-1]


def bound_after(fold: str, pos: int) -> tuple[Bound, int] | None:
    """The bound whose words start at `pos` ("+", " or more", "-odd"), and where they end; or None."""
    match = _AFTER.match(fold, pos)
    return (_AFTER_BOUNDS[str(match.lastgroup)], match.end()) if match else None
