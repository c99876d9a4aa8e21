"""What a quotation that stands in a text word by word leaves out so that it says something else.

Under an ellipsis, or before its first word, the denial of what it keeps; or all that tells two speakers or two occasions apart.
What else an ellipsis leaves out is the quoter's business.
"""

import re
from collections import Counter
from functools import cache

from compare.fold import STOP, Folded, fold
from compare.text.attribution import QUOTING, speaker
from compare.text.frames import frames_of
from compare.text.operators import NEGATIONS
from compare.text.sentence import sentence_of
from compare.text.small_words import AUXILIARIES, MODALS
from compare.values.dates import find_dates
from compare.values.quotes import Found

_ELLIPSIS = re.compile(r"…|\.\s?\.\s?\.")
_OPENED = re.compile(r"[“\"‘'][^\w]*$")
"""A quotation mark right before the quoted words: nothing was left out before them."""
_HELPERS = "|".join(sorted((AUXILIARIES | MODALS) - {"cannot"}))
_BETWEEN = re.compile(r"[”\"’»](?P<told>.+)[“\"‘«]", re.DOTALL)
"""A quotation that ends, and another that begins."""
_NEW_SENTENCE = re.compile(r"[.!?]\s")


def fault_of(quote: str, text: str, found: Found) -> str:
    """What is wrong with what a verbatim quotation leaves out, in words; "" for nothing."""
    return _denial(quote, text, found) or _splice(text, found)


def _denial(quote: str, text: str, found: Found) -> str:
    for start, end in found.omitted:
        if _denial_behind().match(text, start, end):
            return f"leaves out “{' '.join(text[start:end].split())}”"
    opened = bool(_OPENED.search(text[: found.start]))
    if opened and not _ELLIPSIS.search(quote):
        return ""
    passage = sentence_of(text)
    kept = Counter(word.form for word in fold(quote).words)
    inside = [i for i, word in enumerate(passage.folded.words) if found.start <= word.start < found.end]
    for i in inside:
        frame = frames_of(passage)[i]
        if i not in passage.verbs or not frame.denied or frame.at is None or not kept[passage.form(i)]:
            continue
        if (frame.at in inside and not kept[passage.form(frame.at)]) or (frame.at < inside[0] and not opened):
            return f"leaves out “{passage.form(frame.at)}”"
    return ""


def _splice(text: str, found: Found) -> str:
    for start, end in found.omitted:
        between = _BETWEEN.search(text, start, end)
        if between is None:
            continue
        folded = fold(text)
        one, other = speaker(folded, found.start, start, QUOTING), speaker(folded, end, found.end, QUOTING)
        if one and other and not _named(fold(one)) & _named(fold(other)):
            return f"joins words of {one} and of {other}"
        told = between["told"]
        if _NEW_SENTENCE.search(told) and find_dates(told):
            return "joins words said at two times"
    return ""


def _named(folded: Folded) -> frozenset[str]:
    return frozenset(word.stem for word in folded.words if word.form not in STOP)


@cache
def _denial_behind() -> re.Pattern[str]:
    """A denial right behind the last word kept; behind a comma it denies something else."""
    return re.compile(
        rf"\s*(?:(?:{_HELPERS})(?: |(?=n['’]t)))?(?:n['’]t|{'|'.join(sorted(NEGATIONS))})\b(?! (?:only|just|merely)\b)",
        re.IGNORECASE,
    )
