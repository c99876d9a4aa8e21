"""What the first words of a document say of its publication: "Published 12 March 2024", "Press release, November 20, 2023", a dateline."""

import re
from collections.abc import Iterator, Sequence

from seeds.days import DAY, MONTH, day_of
from seeds.model import Passage
from seeds.sentences import DATELINE
from seeds.told import Fact, Standing, Told

BEGINNING = 15
"""Passages among which is looked."""
FIRST = 3_000
"""Characters among which a dateline is looked for."""
MOST_WORDS = 16
"""Words of a line that tells of the publication; a longer one is a sentence of the text."""
LONGEST = 200
"""Characters of such a line."""
RELEASE = r"(?:for immediate release|(?:press|media|news) (?:release|statement|notice|communiqué)|press note)(?: no\.? ?[\w/-]+)?"
LEAD = (
    rf"(?:(?:date )?(?:(?:first|originally) )?(?:published|posted|released|issued)(?: online)?(?: on| at)?|publication date|"
    rf"date of (?:publication|issue|release)|release date|{RELEASE})"
)
PLACE = r"(?:[A-Z][\w.’'-]+(?: [A-Z][\w.’'-]+){0,3}(?:, [A-Z][\w.]+)?(?:, ?| ?[–—-] ?))"
BEHIND = r"(?:\s*$|\.?$|\s*[|·•(–—-]|,? (?:at|by|in|updated|last|\d{1,2}[:.]\d\d)\b)"
SAID = re.compile(rf"(?i:{LEAD})[\s:,|–—-]*(?:{PLACE})?(?P<when>(?i:{DAY}|{MONTH},? \d{{4}}\b)){BEHIND}")
ALONE = re.compile(rf"(?:(?i:dated?):? )?(?:{PLACE})?(?P<when>(?i:{DAY}))\.?")
HEAD = re.compile(RELEASE, re.IGNORECASE)


def told_in_words(text: str, passages: Sequence[Passage]) -> Iterator[Told]:
    """What the document says of its publication, in the order it stands."""
    before = ""
    for passage in passages[:BEGINNING]:
        words = passage.text.strip()
        if len(words) <= LONGEST and len(words.split()) <= MOST_WORDS:
            yield from _said(words, before)
        before = words
    for line in re.finditer(r"^[^\S\n]*(?=[A-Z])", text[:FIRST], re.MULTILINE):
        dateline = DATELINE.match(text, line.end())
        if dateline and (day := day_of(dateline[0])) and len(day) == len("2024-03-12"):
            yield Told(Fact.PUBLISHED, day, f"its dateline (“{_short(dateline[0])}”)", Standing.LIKELY)


def _said(words: str, before: str) -> Iterator[Told]:
    said = SAID.match(words)
    alone = None if said else ALONE.fullmatch(words)
    found = said or alone
    if found and (day := day_of(found["when"])):
        sure = said or HEAD.fullmatch(before.rstrip(":. "))
        yield Told(Fact.PUBLISHED, day, f"the words “{_short(words)}”", Standing.SURE if sure else Standing.LIKELY)


def _short(words: str) -> str:
    words = " ".join(words.split()).rstrip(" -–—")
    return words if len(words) <= 60 else f"{words[:60]} …"
