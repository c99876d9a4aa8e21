"""The words that dates are made of, each with a letter for its kind, and the signs for what may stand between them.

This module alone knows how months, days, seasons, decades and their modifiers are spelled in English.
"""

from functools import cache

from compare.values.dating.spelled import CENTURIES

MONTHS = "january february march april may june july august september october november december".split()
WEEKDAYS = "monday tuesday wednesday thursday friday saturday sunday".split()
SEASONS = {"spring": "21", "summer": "22", "autumn": "23", "fall": "23", "winter": "24"}
_SHORT_MONTHS = {"sept": "09", **{name[:3]: f"{n:02}" for n, name in enumerate(MONTHS, 1) if name != "may"}}
_SHORT_DAYS = {
    "tues": "2",
    "weds": "3",
    "thur": "4",
    "thurs": "4",
    **{name[:3]: str(n) for n, name in enumerate(WEEKDAYS, 1)},
}
_ONES = "first second third fourth fifth sixth seventh eighth ninth".split()
_TEENS = "tenth eleventh twelfth thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth".split()
_ORDINALS = [*_ONES, *_TEENS, "twentieth", *(f"twenty-{one}" for one in _ONES), "thirtieth", "thirty-first"]
_DECADES = "twenties thirties forties fifties sixties seventies eighties nineties".split()
_HOLIDAYS = {
    **{"christmas": "12-25", "christmas day": "12-25", "christmas eve": "12-24", "boxing day": "12-26"},
    **{"new year's day": "01-01", "new year's eve": "12-31", "halloween": "10-31", "earth day": "04-22"},
    **{"valentine's day": "02-14", "april fools' day": "04-01", "april fool's day": "04-01"},
}
_PARTS = ("early", "mid", "late")
_PARTS_OF = {
    **{"beginning": "start", "start": "start", "early part": "early", "middle": "mid", "end": "end", "close": "end"},
    **{"first half": "half 1", "second half": "half 2", "latter half": "half 2", "latter part": "late"},
    **{"opening days": "start", "first days": "start", "last days": "end", "final days": "end"},
    **{"first week": "week 1", "second week": "week 2", "third week": "week 3", "fourth week": "week 4"},
    **{"last week": "end", "final week": "end"},
}
_ABOUT = ("around", "circa", "c.", "ca.", "approximately", "roughly", "fiscal year", "financial year", "fy")
ONLY_CAPITAL = frozenset(("may", "march", "mar", "mar.", *_SHORT_DAYS))
"""Months and weekdays that are other words when written small."""

ROMANS = {
    word: n for n, word in enumerate("vi vii viii ix x xi xii xiii xiv xv xvi xvii xviii xix xx xxi".split(), start=6)
}
"""Numbers that name a century, and nothing else here."""

DASHES = "-–—"
GAPS = {
    **{
        "": "0",
        " ": "_",
        ",": ",",
        ", ": ",",
        " , ": ",",
        ", the ": ",",
        " the ": "h",
        " of ": "o",
        ". ": "d",
        " of the ": "u",
        " day of ": "o",
        ", a.d. ": ",",
        " a.d. ": "_",
        ", in the year ": ",",
        " in the year ": "_",
    },
    **{f"{before}{dash}{after}": "-" for dash in DASHES for before in ("", " ") for after in ("", " ")},
    **{"/": "s", " / ": "s", " in ": "i", " in the ": "i"},
    **{f" {word}{the}": "t" for word in ("to", "through", "until", "till", "up to") for the in (" ", " the ")},
    **dict.fromkeys(("- to ", "-to-", "- to the "), "t"),
    **dict.fromkeys((" and ", ", and ", " and the ", ", and the ", " & ", " and in ", " and on ", "- and "), "a"),
    **dict.fromkeys((" or ", " or the ", " or in "), "r"),
}
"""What may stand between two words of one date, and its sign."""


@cache
def words() -> dict[str, tuple[str, str]]:
    """Return letter and value of every date word in lower case.

    A around, B about, C century, E decade, F part with "of" ("end of"), G the present, H holiday, M month, O ordinal,
    P part ("early"), Q numbered quarter, S season, U unit of time or the day of a relative phrase, V "quarter", W weekday,
    X first word of a spelled year.
    """
    table = {word: ("A", word) for word in _ABOUT} | dict.fromkeys(("present", "now", "today", "date"), ("G", ""))
    table |= {word: ("U", "") for unit in ("day", "week", "month", "year", "decade") for word in (unit, f"{unit}s")}
    table |= dict.fromkeys(("yesterday", "tomorrow", "night"), ("U", ""))
    table |= dict.fromkeys((*CENTURIES, "two thousand"), ("X", ""))
    table |= {"century": ("C", ""), "centuries": ("C", ""), "quarter": ("V", "")}
    table |= {quarter: ("Q", str(32 + n)) for n in range(1, 5) for quarter in (f"q{n}", f"{n}q")}
    table |= {"about": ("B", ""), "h1": ("P", "half 1"), "h2": ("P", "half 2")}
    table |= {word: ("P", word) for word in _PARTS} | {word: ("F", part) for word, part in _PARTS_OF.items()}
    table |= {word: ("S", number) for word, number in SEASONS.items()}
    table |= {word: ("H", day) for word, day in _HOLIDAYS.items()}
    table |= {word: ("O", str(n)) for n, word in enumerate(_ORDINALS, 1)}
    table |= {word.replace("-", " "): ("O", str(n)) for n, word in enumerate(_ORDINALS, 1)}
    table |= {
        f"{head}{word}": ("E", f"19{n}X")
        for n, word in enumerate(_DECADES, 2)
        for head in ("", "nineteen-", "nineteen ")
    }
    table |= {word: ("O", str(n)) for word, n in ROMANS.items()}
    table |= {word: ("M", f"{n:02}") for n, word in enumerate(MONTHS, 1)}
    table |= {short + dot: ("M", n) for short, n in _SHORT_MONTHS.items() for dot in ("", ".")}
    table |= {word: ("W", str(n)) for n, word in enumerate(WEEKDAYS, 1)}
    return table | {short + dot: ("W", n) for short, n in _SHORT_DAYS.items() for dot in ("", ".")}
