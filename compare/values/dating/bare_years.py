"""Whether a number of four digits without a month is a year: "in 1994" is, "Section 1994" and "1994 barrels" are not.

This module alone knows what the words before and after a number say about it. `folded` is `dating.tokens.plain` of `text`.
"""

import re

from compare.values.dating.words import DASHES

_COUNTED = frozenset(
    "people persons troops soldiers servicemen fighters militants civilians men women children refugees families residents "
    "inhabitants employees workers staff personnel students pupils members delegates participants visitors tourists voters "
    "passengers prisoners detainees victims deaths casualties dead killed wounded injured users customers subscribers males "
    "females births households guests athletes players competitors barrels tons tonnes kilograms kilos pounds ounces grams "
    "litres liters gallons acres hectares dollars euros rubles roubles manats drams lira yen yuan cents dinars megawatts "
    "kilowatts watts volts calories degrees points percent pct kilometers kilometres metres meters miles feet inches yards "
    "square cubic metric years months weeks days hours minutes seconds times copies units items pieces pages words houses "
    "homes buildings apartments villages settlements schools hospitals churches monuments graves companies firms shops jobs "
    "seats votes signatures projects cases letters books volumes articles films songs species artefacts artifacts cars "
    "vehicles trucks tanks aircraft planes ships boats missiles rockets drones shells mines rounds guns weapons cattle "
    "sheep trees flights steps stairs rooms beds bodies horsepower bytes hundred thousand million billion trillion dozen "
    "rpm runs goals strikeouts specimens nations countries tents".split()
)
"""Words in lower case after a number that make it a count."""
_MEASURES = frozenset(
    "km kms m ft mi cm mm kg g t mw gw kw kwh mwh gwh twh mcm bcm bpd mbpd mm² km² m² km2 m2 cc hp rpm kb mb gb tb hz khz mhz "
    "ghz gmt utc hrs usd eur nm kb psi mph kph bhp".split()
)
"""Words after a number that make it a measure, in any case."""
_ERAS = frozenset("BC BCE bc bce AH BE SH".split())
"""Before Christ; the Islamic, the Buddhist and the Persian calendar."""
_MONEY = frozenset("dollars euros pounds".split())
_MORE = frozenset("more other others out new additional armed".split())
_NUMBERED = frozenset(
    "section sections sec sec. § article articles art art. page pages p p. pp pp. no no. nos nos. number numbers № chapter "
    "ch ch. paragraph para para. resolution resolutions decree order protocol law bill s. h.r. s.res. h.res. l. volume "
    "vol vol. figure fig fig. table appendix annex room flight channel route highway road model type form title rule issue "
    "regulation directive case docket isbn issn tel phone fax code zip psalm verse line lines version v. boeing airbus "
    "windows at level lot gate unit building suite box item id rank top than least most exceeding nearly almost only "
    "another additional some estimated total totaling totalling totaled totalled numbering reached hit × x".split()
)
"""Words before a number that make it a label or a count."""
_COUNT_VERBS = frozenset("was were is are killed kill employed employs produced held had has have equals".split())
_TIMES = frozenset(
    "in since by until till during from before after between through for of to the into around circa c. ca. ad a.d. year years "
    "and or mid early late pre post within throughout as founded established built born died dated published opened".split()
)
_SHORT_TIMES = frozenset("in since by until from of year".split())
_MEASURED = frozenset(
    "total population height elevation altitude length area depth capacity force distance cost price weight speed number "
    "maximum minimum average sum score size".split()
)
_NOT_PLURAL = frozenset(
    "was is has as its his this us plus versus across thus perhaps always besides unless towards".split()
)
_GLUED_HEADS = frozenset("pre post mid early late since inter ante ex".split())
_GLUED_TAILS = ("era", "style", "vintage", "present", "now", "born")
_GLUED_SIGNS = frozenset("/_=+@.\\&:")
_BEFORE = re.compile(r"([^\s()\[\]\"“”;:]+) $|\($")
_AFTER = re.compile(r"[ \xa0]([^\s,;:()\"”]+)")
_LISTED = re.compile(r"(?:\d{4}(?: and | or |[-–]))+$")
_TO_COUNT = re.compile(r"(?: to | or |[-–])\d[\d,]* ([^\W\d]+)")
_MEASURE_OF = re.compile(r"([a-z]+) of $")
_LATER_THAN = re.compile(r"\b(?:later|earlier|sooner|other) than $")
_NAME = re.compile(r"([^\W\d_]\w*) $")


def counted(word: str) -> bool:
    """Say whether a word after a number names what it counts or measures."""
    return word in _COUNTED or word.lower() in _MEASURES


def counts(text: str, end: int, number: str) -> bool:
    """Say whether the word after a number that ends at `end` makes it a count: "7 soldiers", "1768 km", "1500 elite troops"."""
    if text[end : end + 1] == "-" and text[end + 1 : end + 2].isalpha():
        return True
    after = word_after(text, end)
    return counted(after) or (len(number) < 3 and after in _MORE) or (number.endswith("00") and _plural(after))


def of_another_era(text: str, end: int) -> bool:
    """Say whether the name of an era or calendar follows that `When` cannot hold, such as BC or AH: its years are others."""
    return word_after(text, end).replace(".", "") in _ERAS


def labelled(folded: str, start: int) -> bool:
    """Say whether the word before `start` makes a number a label: "pp. 1994", "Section 1994"."""
    return _word_before(folded, start) in _NUMBERED


def is_year(text: str, folded: str, start: int, end: int) -> bool:
    """Say whether the four digits at `start` to `end` are a year by what stands around them.

    Counts are told by the noun that follows, labels by the word before. A round number with a plural noun ("2000 villages") or
    after a name ("Boeing 2000") is no year, and without a word of time before it a year is from 1700 to 2100.
    """
    if not stands_alone(folded, start, end) or of_another_era(text, end):
        return False
    before, after, number = _word_before(folded, start), word_after(text, end), folded[start:end]
    if before in _NUMBERED:
        return bool(_LATER_THAN.search(folded, max(0, start - 14), start))
    if folded.startswith("'s ", end):
        return True
    if counted(after):
        return before == "in" and (after in _MONEY or (text[start - 3] == "I" and not number.endswith("00")))
    if (upto := _TO_COUNT.match(folded, end)) and counted(upto[1]):
        return False
    measure = _MEASURE_OF.search(folded[max(0, start - 16) : start])
    if measure and measure[1] in _MEASURED:
        return False
    if (number.endswith("00") and _plural(after)) or (number.endswith("000") and _name_before(text, start)):
        return before == "the"
    if before in _TIMES or before == "(" or _between_commas(folded, start, end):
        return True
    return "1700" <= number <= "2100" and before not in _COUNT_VERBS


def short_year_stands(text: str, folded: str, start: int, end: int) -> bool:
    """Say whether '94 or "nineteen ninety-four" is a year: after a preposition of time, and before no noun it counts."""
    return _word_before(folded, start) in _SHORT_TIMES and not counts(text, end, "1900")


def stands_alone(folded: str, start: int, end: int) -> bool:
    """Say whether a number or range is not glued to other signs: "pre-1991" may be a year, "1991/3" and "1500-mile" not."""
    before, after = folded[max(0, start - 1) : start], folded[end : end + 1]
    if before and before in DASHES:
        head = re.search(r"([^\W_]*).$", folded[max(0, start - 8) : start])
        if (before == "-" and not (head and head[1] in _GLUED_HEADS)) or (head and head[1][-1:].isdigit()):
            return False
    elif before in _GLUED_SIGNS or before.isalnum():
        return False
    follow = folded[end + 1 : end + 2]
    if after == "-":
        return not follow.isalnum() or folded.startswith(_GLUED_TAILS, end + 1)
    if after in _GLUED_SIGNS or (after and after in DASHES):
        return not (follow.isdigit() or (follow.isalpha() and after not in ("–", "—", ".", ":")))
    return not after.isalnum()


def word_after(text: str, end: int) -> str:
    """Return the word that follows, without its full stop; "" at the end or after a sign."""
    found = _AFTER.match(text, end, end + 24)
    return found[1].rstrip(".") if found else ""


def _between_commas(folded: str, start: int, end: int) -> bool:
    """Whether a number is an apposition: "The Flagellation, 1447, oil on panel"."""
    return folded.endswith(", ", max(0, start - 2), start) and folded[end : end + 1] in (",", ")", ";")


def _plural(word: str) -> bool:
    return (
        word.islower() and len(word) > 3 and word.endswith("s") and not word.endswith("ss") and word not in _NOT_PLURAL
    )


def _name_before(text: str, start: int) -> bool:
    name = _NAME.search(text[max(0, start - 20) : start])
    return name is not None and name[1][0].isupper() and name[1].lower() not in _TIMES


def _word_before(folded: str, start: int) -> str:
    """The word before a number and the numbers it is joined to ("Sections 1990 and 1991"); "(" when it stands in brackets."""
    found = _BEFORE.search(_LISTED.sub("", folded[max(0, start - 30) : start]))
    return (found[1] or "(") if found else ""
