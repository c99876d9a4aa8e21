"""Quotations found again: where the quoted words stand in a text, and which words were changed.

A place is found by its letters alone (rapidfuzz), then quotation and text are aligned word by word, where several words may
stand for one (line ends, lost spaces). What counts is the words: line breaks, hyphens, footnote marks, quote styles, dashes,
case, spelling variants and the letters a scanner misread are no changes; other, added or missing words are, and any figure.
"""

import re
import unicodedata
from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache
from itertools import accumulate, groupby

from rapidfuzz import fuzz, process
from rapidfuzz.distance import Levenshtein

from compare.fold import NUMBER_WORDS, SPELLINGS, stem_of

LIKE = 60.0
"""The least likeness in letters (0 to 100, rapidfuzz partial_ratio) of a place worth aligning."""
KEPT = 0.75
"""The least share of the quotation's words a text must keep to hold it, changed: with less it is a paraphrase.
"It cannot be business as usual with X" keeps 6 of 9 words of "there would be no business as usual with X"."""
KEPT_IN_MARKS = 0.5
"""The same where the text puts just these words in quotation marks itself."""
DENSE = 0.6
"""The least share of kept words in all words of the quotation and those the text has between them."""
REACH = 120
"""How many words an ellipsis may stand for."""
DAMAGED = 0.004
"""The share of words that show damage from which on a text counts as badly scanned; clean prose has none."""
AROUND = 2000
"""How many characters on either side of a quotation tell whether its text is badly scanned."""
CHANGED, LOST, ADDED, SKIPPED, ACROSS = 1.0, 1.1, 1.1, 0.02, 0.15
"""What aligning costs: a word changed, missing in the text, added in it, a footnote mark passed over, a pair where only one
side begins a sentence or quotation."""

WORD = r"\d+(?:[.,]\d+)*(?:st|nd|rd|th)?(?![^\W_])|[^\W_]+(?:['’][^\W_]+)*|[$€£%&]"
WORDS = re.compile(WORD)
OMISSION = r"[\[(]\s*(?:…|(?:\.\s?){2,}\.)\s*[\])]|(?:\.\s?){2,}\.|…"
GLUED = r"[^\W_]+\[[^\W_]+\][^\W_]*|\[[^\W_]+\][^\W_]+"
QUOTED = re.compile(rf"(?P<omission>{OMISSION})|(?P<glued>{GLUED})|(?P<insertion>\[[^\]]*\])|{WORD}")
MARK = re.compile(
    r"(?:(?<=[.,;:!?…”\"’')\]])|(?<=[.!?…”\"’'] )|(?<=\[))\d{1,3}(?:,\d{1,3})*(?=\]|[\s.,;:)]|$)"
    r"|\[[^\]]{1,40}\]"
    r"|^[ \t\f]*(?:\d{1,4}|[^a-z\n]*[A-Z]{3}[^a-z\n]*)[ \t]*$",
    re.MULTILINE,
)
"""Words of a text a quotation may pass over: footnote marks, words in brackets, page numbers and running heads in capitals."""
GLUED_MARK = re.compile(r"(?<=[^\W\d_]{2})\d{1,3}$|(?<=^(?:19|20)\d\d)\.\d{1,3}$")
BREAK = re.compile(r"[.!?:;\"“”]")
OPENING, CLOSING = re.compile(r"[\"“‘'«„]\s*$"), re.compile(r"[.,;!?]?\s*[\"”’'»“]")
NEGATIONS = frozenset("no not never none nor neither nothing nobody nowhere without cannot hardly".split())
SCALES = frozenset("thousand million billion trillion".split())
FIRST_PERSON = frozenset("i we my our me us mine ours myself ourselves".split())
THIRD_PERSON = frozenset("he she they his her their him them hers theirs himself herself themselves".split())
TENSES = frozenset("will would shall should can could may might is was are were am has had have do did".split())
REPORTING = re.compile(
    r"\b(?:that|says?|said|told|adds?|added|warn(?:s|ed)|stat(?:es|ed)|stress(?:es|ed)|not(?:es|ed)|argue[sd]?|insist(?:s|ed)"
    r"|claim(?:s|ed)|promise[sd]?|declare[sd]?|vow(?:s|ed)|believe[sd]?|think|thought)\s*$",
    re.IGNORECASE,
)
MISREAD: Mapping[str, str] = {
    "a": "o", "b": "h", "c": "eo", "e": "co", "f": "t", "h": "b", "i": "1l", "l": "1i", "n": "u", "o": "0c", "r": "t", "s": "5",
    "t": "fl", "u": "n",
}  # fmt: skip
"""Letters and what scanners take them for."""
SHAPES = str.maketrans("ace0ijl1!tfrhb6nuvs5gq9z2", "oooolllllllhhhnnnssgggzz".ljust(25, "z"))
RUN_SHAPES = (("rn", "m"), ("cl", "d"), ("vv", "w"), ("ii", "u"), ("li", "h"))
FIGURES = str.maketrans("oilszbgq", "01152899")
OFTEN = "the and that with this have from been their would should could there these other into shall will were they which".split()
NO_DAMAGE = frozenset("those wore info hove".split())
