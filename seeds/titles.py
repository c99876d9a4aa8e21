"""What no document is called: names that programs give, kinds of document, authorities, addresses and days."""

import re
from functools import cache

from seeds.days import DAY

LONGEST = 200
PROGRAM = re.compile(
    r"^Microsoft \w+ - |\.(?:docx?|pptx?|xlsx?|pdf|html?|txt|odt|indd|qxd|tex|wpd|rtf)$", re.IGNORECASE
)
"""What programs put around a file's name to make a title of it."""
ADDRESS = re.compile(r",? [A-Z]{2}\.? \d{5}(?:-\d{4})?$|\bD\.C\. \d{5}$|\S@\S|https?://|www\.")


def is_title(words: str) -> bool:
    """True for words that can be what a document is called.

    "FOR IMMEDIATE RELEASE", "UNITED STATES SECURITIES AND EXCHANGE COMMISSION" (twice in a line too), a day, a file's name are not.
    """
    if not any(map(str.isalpha, words)) or len(words) > LONGEST or PROGRAM.search(words) or ADDRESS.search(words):
        return False
    rest, before = words.strip(" .:*–-"), ""
    while rest and rest != before:
        found = _no_title().match(rest)
        before, rest = rest, rest[found.end() :].strip(" .:*|,–-") if found else rest
    return bool(rest)


@cache
def _no_title() -> re.Pattern[str]:
    return re.compile(
        rf"(?:(?:not )?for (?:immediate |general |public )?(?:release|distribution|publication)"
        rf"|(?:press|media|news) (?:release|statement|notice)|press note|untitled(?: document)?"
        rf"|(?:new )?(?:document|presentation|slide|page)"
        rf"|(?:microsoft )?word document|powerpoint presentation|title|no title|home(?: ?page)?|index|welcome|contents|table of contents"
        r"|(?:draft )?memorandum|draft|agenda|minutes"
        rf"|(?:the )?united states securities and exchange commission|securities and exchange commission|washington,? d\.? ?c\.?"
        rf"|{DAY})(?:[ :,#–-]*(?:no\.? ?)?\d[\d/]{{0,12}})?(?![^\W_])",
        re.IGNORECASE,
    )
