"""Numbers that are no amounts: "Section 907", "Boeing 737", "7 August", "in 2020", "6 pm", "[12]", "1. Strengthening".

This module alone knows what stands around a number that names or numbers something. It reads folded text (see
`compare.values.quantities`) and the original beside it, for capitals.
"""

import re

from compare.values.counting.bounds import words_before
from compare.values.counting.vocabulary import Numeral

# a number behind these is a label, whatever follows
_LABELS = frozenset(
    "section sections sec § §§ article articles art arts chapter chapters chap ch pages p pp fig figs tables nos № # "
    "figures resolution resolutions res law laws statute stat amendment amendments decree decrees directive "
    "directives regulation paragraph paragraphs para paras clause clauses annex appendix volume vol vols isbn issn "
    "doi zip codes footnote fn notes endnote h.r hr h.res s.res p.l pub.l u.s.c usc telephone fax version ver ed eds "
    "theorem eq eqs docket suite apt apartment interstate postcode ibid protocol patent boeing airbus tupolev "
    "ilyushin antonov embraer windows iphone galaxy apollo soyuz".split()
)
# these are verbs and plain nouns too: only with a capital, or where nothing is counted
_LABELS_WITH_CAPITAL = frozenset(
    "figure table page act bill note issue order exhibit schedule code item scene question case room step rule exit "
    "route highway flight gate platform channel box unit protocol opus psalm form lot".split()
)
_SPACED_LABELS = frozenset({"no", "nos", "vol", "p", "pp"})
_SPELLED = frozenset("section article chapter part phase volume page version act scene annex paragraph".split())
# nothing is counted behind the number, so it numbers this
_NUMBERED = _LABELS_WITH_CAPITAL | frozenset(
    "day week year month group level phase stage round grade game season episode team class category type zone "
    "district sector area block building floor line lane track bus train road model mark mk series part number "
    "agenda vision formula tier hall pier port runway terminal station ward squad division brigade regiment "
    "battalion option scenario verse war size phone tel version".split()
)
_FUNCTION_WORDS = frozenset(
    "a about above after all also although an and another any are around as at before below between both but by down "
    "during each either even every exactly except fewer for from had has have he her his i if in is it its just last "
    "least less like many more most my near nearly next no nor not of off on once one only or our out over past per "
    "plus she since so some such than that the their them then there these they this those through till to today "
    "total under until up upon was we were when where which while who with within without yesterday you your us u.s "
    "usa uk eu un nato roughly approximately almost".split()
)
_ARTICLES = frozenset({"the", "this", "a", "an"})

_MONTH = (
    "jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|"
    "dec(?:ember)?"
)
_IS_MONTH = re.compile(rf"(?:{_MONTH})$")
_DAY_MONTH = re.compile(rf"(?: ?[–-] ?\d{{1,2}})?(?: of)? (?:{_MONTH})\b")
_DAYTIME = re.compile(r" ?(?:[ap]\.m\b|[ap]m\b| o'clock)|:\d\d| (?:bc|ad|bce|ce|gmt|utc)\b")
_DECIMAL = re.compile(r"\d+\.\d+")
_CLOCK = re.compile(r"\d{1,2}\.\d\d")
_YEARS = range(1000, 2100)
_YEAR_AND_NOTE = re.compile(r"(?:19|20)\d\d\.\d{1,3}")
_YEAR_WORDS = frozenset(
    "in since by from until till of during before after between to late early mid and spring summer autumn fall "
    "winter year years ad the through around about circa c its his her their our this that or for on as january "
    "february march april may june july august september october november december".split()
)
_NAMED_BEHIND = re.compile(
    r" (?:amendment|act|law|resolution|convention|treaty|protocol|summit|olympics|games|constitution|accords?|declaration|"
    r"edition|season|(?:[^\W\d_]+\.? ){0,3}(?:street|st|avenue|ave|road|rd|boulevard|blvd|lane|drive|square|highway|parkway))\b"
)
_NOUN_BEHIND = re.compile(
    r" (?!(?:and|or|of|in|to|who|that|which|are|were|is|was|have|had|for|from|at|on|as|with|by|more|other)\b)"
    r"[a-z]{2,}(?<!ed)(?<!ing)(?<!al)(?<!en)\b"
)
_CHAIN = re.compile(r"(?:(?: ?[–-] ?|/)\d[\d.]*[a-z]?|\([a-z0-9]{1,4}\))+")
_LIST_CHAIN = re.compile(
    r"(?:(?:, ?| and |, and | to | or | & | ?[–-] ?|/)\d{1,4}[a-z]?\b(?![,.]\d| ?%| per ?cent| million| billion))+"
)
_CITATION = re.compile(r"\[[\d, –-]*$")
_LIST_MARK = re.compile(r"[.)] [\"“‘']? ?")


def label_end(fold: str, text: str, numeral: Numeral, counts: bool) -> int | None:
    """Where to read on when the number names or numbers something, else None; `counts`: a noun it may count follows."""
    before = words_before(fold, numeral.start, 2)
    if len(before) == 2 and not before[1][0] and before[0][0] in _SPACED_LABELS:  # "No . 2", as tokenised texts have it
        return numeral.end
    word, where = before[-1] if before else ("", numeral.start)
    if _is_label(fold, text, numeral, word, where):
        return _behind(_LIST_CHAIN if word.endswith("s") or word == "pp" else _CHAIN, fold, numeral.end)
    if _is_mark(fold, text, numeral) or _is_time(fold, numeral, word) or _is_named(fold, text, numeral):
        return numeral.end
    if not counts and (
        _is_numbered(fold, text, numeral, word, where) or (word == "of" and text.startswith("Group", before[0][1]))
    ):
        return _behind(_CHAIN, fold, numeral.end)
    return None


def is_year(fold: str, numeral: Numeral, bounded: bool, dimension: str) -> bool:
    """Whether a plain four-digit number is a year: 1500 to 2099, and 1000 to 1499 behind a word of time or a mark.

    A bound or a unit makes it an amount, but "in 2015 dollars" does not; a noun it might count ("the 2020 elections") only does
    so for a round number that is in no such place ("killed 2000 people"), or for an older one.
    """
    if not dimension and _YEAR_AND_NOTE.fullmatch(fold, numeral.start, numeral.end):
        return True
    if not numeral.plain or numeral.end - numeral.start != 4 or bounded or int(numeral.low) not in _YEARS:
        return False
    before = words_before(fold, numeral.start, 1)
    if dimension not in ("", "counted"):
        return dimension == "currency" and bool(before) and before[-1][0] in ("in", "constant", "of")
    in_time = not before or before[-1][0] in _YEAR_WORDS or before[-1][0].endswith("'s")
    if not dimension:
        return (in_time and numeral.start > 0) or numeral.low >= 1500
    return (in_time and numeral.low >= 1500) or (numeral.low >= 1900 and numeral.low % 50 != 0)


def is_name_in_words(text: str, start: int, end: int) -> bool:
    """ "the Big Five", "Three Seas Initiative": a capital in the middle of a sentence, or capitals all along where it begins.

    `text[start:end]` is a number in words with what it counts.
    """
    number = text[start:end].partition(" ")[0]
    if not number[0].isupper() or (len(number) > 1 and number.isupper()):
        return False
    if not _starts_sentence(text, start):
        return True
    last = text[start:end].rpartition(" ")[2]
    return last != number and last[:1].isupper() and text[end : end + 1] == " " and text[end + 1 : end + 2].isupper()


def _behind(chain: re.Pattern[str], fold: str, end: int) -> int:
    """ "Articles 5, 6 and 7", "pp. 103–105", "Article 9(2)": the end of what the label goes on with."""
    match = chain.match(fold, end)
    return match.end() if match else end


def _is_label(fold: str, text: str, numeral: Numeral, word: str, where: int) -> bool:
    """ "Section 907", "pp. 103", "Table 4", "No. 2" (but "no 300 people"), "S. 2532", "chapter three"."""
    if not fold[numeral.start].isdigit():
        return word in _SPELLED
    if word == "no":
        return fold.startswith("no.", where) or (text[where] == "N" and not _starts_sentence(text, where))
    if word in _LABELS_WITH_CAPITAL:
        return text[where].isupper()
    return word in _LABELS or (len(word) == 1 and text[where].isupper() and fold[where + 1] == ".")


def _is_mark(fold: str, text: str, numeral: Numeral) -> bool:
    """ "[12]", "(1) to lift", "1. Strengthening", a footnote's number before a tab, the "(20)" of "twenty (20) days"."""
    start, end = numeral.start, numeral.end
    if fold[start - 1 : start] in ("#", "§") or _CITATION.search(fold, max(0, start - 24), start):
        return True
    if not numeral.plain:
        return False
    if text[end : end + 1] == "\t" or (
        numeral.low < 1000 and fold.startswith(")", end) and fold[start - 1 : start] in ("(", "")
    ):
        return True
    mark = _LIST_MARK.match(fold, end)
    return bool(
        mark and numeral.low < 100 and text[mark.end() : mark.end() + 1].isupper() and _starts_sentence(text, start)
    )


def _is_time(fold: str, numeral: Numeral, word: str) -> bool:
    """ "6 pm", "2.17pm" and "500 BC" (but "2.1 pm" is a length); "August 7", "7–8 August"."""
    if _DAYTIME.match(fold, numeral.end):
        return numeral.plain or bool(_CLOCK.fullmatch(fold, numeral.start, numeral.end))
    return numeral.plain and numeral.low <= 31 and bool(_IS_MONTH.match(word) or _DAY_MONTH.match(fold, numeral.end))


def _is_named(fold: str, text: str, numeral: Numeral) -> bool:
    """ "the 907 Amendment", "the 1992 Act", "10 Downing Street": a word with a capital that such numbers stand before."""
    return bool(numeral.plain and _NAMED_BEHIND.match(fold, numeral.end) and text[numeral.end + 1].isupper())


def _is_numbered(fold: str, text: str, numeral: Numeral, word: str, where: int) -> bool:
    """ "day 3", "phase two"; "Nord Stream 2", "Baku, Street 8"; "the 907 waiver", where the noun has the number for its name."""
    if word in _NUMBERED and numeral.scale == 1:
        return True
    named_before = bool(word) and text[where].isupper() and word not in _FUNCTION_WORDS
    if named_before and (numeral.plain or _DECIMAL.fullmatch(fold, numeral.start, numeral.end)):
        return True
    return numeral.plain and word in _ARTICLES and bool(_NOUN_BEHIND.match(fold, numeral.end))


def _starts_sentence(text: str, pos: int) -> bool:
    before = text[max(0, pos - 4) : pos].rstrip(" \u00a0\"“”'‘(—–•*-")
    return not before or before[-1] in ".!?:;\n"
