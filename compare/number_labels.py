"""Numbers that are no amounts: "Section 907", "Boeing 737", "7 August", "in 2020", "6 pm", "[12]", "1. Strengthening".

This module alone knows what stands around a number that names or numbers something. It reads folded text (see
`compare.quantities`) and the original beside it, for capitals.
"""

import re

from compare.bounds import words_before
from compare.number_words import Numeral

_HARD = frozenset(
    "section sec § §§ article articles art arts chapter chapters chap ch page pages p pp figure fig figs table tables tab no nos nr nrs № # "
    "resolution resolutions res law laws statute stat act amendment amendments bill decree decrees directive regulation regulations "
    "paragraph paragraphs para paras clause clauses annex appendix exhibit schedule volume vol vols issue isbn issn doi zip code codes "
    "footnote fn note notes endnote sections h.r hr h.res s.res p.l pub.l u.s.c usc phone tel telephone fax version ver v edition ed eds "
    "verse psalm canto scene opus op item items lemma theorem equation eq eqs question q patent docket case room suite apt apartment "
    "flight route highway interstate exit gate platform channel ref id serial pin box postcode cf ibid step protocol order rule rules".split()
)
_SOFT = frozenset(
    "day week year month group level phase stage round grade game season episode unit team class category type zone district sector "
    "area block building floor line lane track bus train road model mark mk series part parts number numbers factor agenda vision top "
    "windows formula tier block hall pier port runway terminal station district ward squad division brigade regiment battalion option "
    "scenario scp psalm verse war size tropic chapter room".split()
)
_FUNCTION = frozenset(
    "a about above after all also although an and another any are around as at before below between both but by down during each either "
    "even every exactly except fewer for from had has have he her his i if in is it its just last least less like many more most my near "
    "nearly next no nor not of off on once one only or our out over past per plus she since so some such than that the their them then "
    "there these they this those through till to today total total under until up upon was we were when where which while who with "
    "within without yesterday you your us u.s usa uk eu un nato roughly approximately almost".split()
)
_MONTH = r"jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?"
_MONTHS = re.compile(rf"(?:{_MONTH})\.?$")
_DAY_MONTH = re.compile(rf"(?: ?[–-] ?\d{{1,2}})?(?:st|nd|rd|th)?(?: of)? (?:{_MONTH})\b")
_IS_TIME = re.compile(r" ?(?:[ap]\.m\b|[ap]m\b| o'clock)|:\d\d| (?:bc|ad|bce|ce|gmt|utc|hrs? gmt)\b")
_CLOCK = re.compile(r"\d{1,2}(?:\.\d\d)?$")
_YEARS = range(1900, 2100)
_OLD_YEARS = range(1000, 2100)
_YEAR_WORDS = frozenset(
    "in since by from until till of during before after between to late early mid and spring summer autumn fall winter year years ad the "
    "through around about circa c its his her their our this that or for on as january february march april may june july august "
    "september october november december".split()
)
_NAMED_AFTER = re.compile(
    r" (?:amendment|act|law|resolution|convention|treaty|protocol|summit|olympics|games|constitution|accords?|declaration|edition|season|"
    r"(?:[^\W\d_]+\.? ){0,3}(?:street|st|avenue|ave|road|rd|boulevard|blvd|lane|drive|square|highway|parkway))\b"
)
_CHAIN = re.compile(r"(?:(?: ?[–-] ?|/)\d[\d.]*[a-z]?|\([a-z0-9]{1,4}\))+")
_LIST_CHAIN = re.compile(r"(?:(?:, ?| and |, and | to | or | & | ?[–-] ?|/)\d{1,4}[a-z]?\b(?![,.]\d| ?%| per ?cent| million| billion))+")
_LIST_MARK = re.compile(r"[.)] ")


def label_end(fold: str, text: str, numeral: Numeral, counts: bool) -> int | None:
    """Where to read on when the number names or numbers something, else None. `counts`: a noun it counts was found behind it."""
    start, end = numeral.start, numeral.end
    before = words_before(fold, start, 2)
    word, where = before[-1] if before else ("", start)
    if _is_hard_label(fold, text, word, where):
        chain = _LIST_CHAIN if word.endswith("s") or word == "pp" else _CHAIN
        return _after(chain, fold, end)
    if fold[start - 1 : start] in ("[", "#", "§") or _is_list_mark(fold, text, numeral) or _in_parentheses(fold, numeral):
        return end
    if numeral.plain and (_is_calendar(fold, word, numeral) or _is_named(text, fold, numeral)):
        return end
    if not counts and ((word in _SOFT and not numeral.scale > 1) or (numeral.plain and _is_name(text, fold, word, where))):
        return _after(_CHAIN, fold, end)
    return None


def _after(chain: re.Pattern[str], fold: str, end: int) -> int:
    match = chain.match(fold, end)
    return match.end() if match else end


def _is_hard_label(fold: str, text: str, word: str, where: int) -> bool:
    """ "Section 907", "pp. 103", "No. 2" (but "no 300 people"), "S. 2532"."""
    if word == "no":
        return fold.startswith("no.", where) or (text[where] == "N" and not _starts_sentence(text, where))
    if len(word) == 1 and text[where].isupper() and fold[where + 1] == ".":
        return True
    return word in _HARD


def _is_list_mark(fold: str, text: str, numeral: Numeral) -> bool:
    """ "1. Strengthening the corridor": a small number at the start of a sentence, followed by a full stop and a capital."""
    mark = _LIST_MARK.match(fold, numeral.end)
    return bool(numeral.plain and numeral.low < 100 and mark and _starts_sentence(text, numeral.start) and text[mark.end() : mark.end() + 1].isupper())


def _in_parentheses(fold: str, numeral: Numeral) -> bool:
    """ "(1)", "1)" before an item; also "twenty (20) days", which was read as words already."""
    return numeral.plain and numeral.low < 1000 and fold.startswith(")", numeral.end) and fold[numeral.start - 1 : numeral.start] in ("(", "")


def _is_calendar(fold: str, word: str, numeral: Numeral) -> bool:
    if _IS_TIME.match(fold, numeral.end):
        return True
    return numeral.low <= 31 and bool(_MONTHS.match(word) or _DAY_MONTH.match(fold, numeral.end))


def _is_named(text: str, fold: str, numeral: Numeral) -> bool:
    """ "the 907 Amendment", "the 1992 Act", "10 Downing Street": a word with a capital that such numbers stand before."""
    match = _NAMED_AFTER.match(fold, numeral.end)
    return bool(match and text[numeral.end + 1].isupper())


def is_year(fold: str, numeral: Numeral, bounded: bool, dimension: str) -> bool:
    """Whether a plain four-digit number is a year: 1900 to 2099, and older ones behind a word of time.

    A bound or a unit makes it an amount, but "in 2015 dollars" does not; a noun it might count ("the 2020 elections") only does
    so for a round number that is in no such place ("killed 2000 people").
    """
    if not numeral.plain or numeral.end - numeral.start != 4 or int(numeral.low) not in _OLD_YEARS:
        return False
    before = words_before(fold, numeral.start, 1)
    in_time = not before or before[-1][0] in _YEAR_WORDS or before[-1][0].endswith("'s")
    if dimension not in ("", "counted"):
        return dimension == "currency" and bool(before) and before[-1][0] in ("in", "constant", "of")
    if int(numeral.low) in _YEARS:
        return not bounded and (in_time or not dimension or numeral.low % 50 != 0)
    return not bounded and in_time and not dimension and bool(before)


def _is_name(text: str, fold: str, word: str, where: int) -> bool:
    """ "Boeing 737", "Nord Stream 2", "Mirza Street 8": a capitalised word right before that no sentence begins with."""
    return bool(word) and text[where].isupper() and word not in _FUNCTION


def _starts_sentence(text: str, pos: int) -> bool:
    before = text[max(0, pos - 4) : pos].rstrip(" \u00a0\"“”'‘(—–•*-")
    return not before or before[-1] in ".!?:;\n"


def is_name_in_words(text: str, start: int, end: int) -> bool:
    """ "the Big Five", "Three Seas Initiative": a capital in the middle of a sentence, or capitals all along where it begins.

    `text[start:end]` is a number in words with what it counts.
    """
    number = text[start:end].partition(" ")[0]
    if not number[0].isupper() or len(number) > 1 and number.isupper():
        return False
    if not _starts_sentence(text, start):
        return True
    last = text[start:end].rpartition(" ")[2]
    return last is not number and last[:1].isupper() and text[end + 1 : end + 2].isupper() and text[end : end + 1] == " "
