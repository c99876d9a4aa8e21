"""YAML front matter of a Markdown file: where it ends, and what it tells of the document, of which it is no text."""

import re
from collections.abc import Iterator

from seeds.days import day_of
from seeds.told import Fact, Standing, Told

FENCED = re.compile(r"---[ \t]*(?:\r\n|\n|\r).*?(?:\r\n|\n|\r)(?:---|\.\.\.)[ \t]*(?=\r|\n|$(?!.))", re.DOTALL)
OF_YAML = re.compile(r"[ \t]|[\w\"'.-][\w\"'. -]{0,60}:(?:\s|$)|[-#\]}]|$")
"""A line as front matter has them: indented, empty, a key, an item, a comment. Prose between two rules has others."""
PLAIN = re.compile(r"^([\w-]{1,40}):[ \t]+(\S.*?)[ \t]*$", re.MULTILINE)

DAYS = frozenset(
    "date published pubdate publishdate publish_date date_published datepublished publication_date".split()
)
"""Keys that tell the day of publication, as makers of pages name it."""


def end_of(text: str) -> int:
    """How many characters at the start of `text` are front matter; 0 for none."""
    found = FENCED.match(text)
    if not found:
        return 0
    lines = found[0].splitlines()[1:-1]
    return found.end() if lines and lines[0].strip() and all(map(OF_YAML.match, lines)) else 0


def front_told(text: str) -> Iterator[Told]:
    """What the front matter tells of the document: its title and its day."""
    for key, written in PLAIN.findall(text[: end_of(text)]):
        value = day_of(written.strip("\"'")) if key.lower() in DAYS else written.strip("\"'")
        fact = Fact.PUBLISHED if key.lower() in DAYS else Fact.TITLE
        if value and (key.lower() in DAYS or key.lower() == "title"):
            yield Told(fact, value, f"the front matter ({key})", Standing.SURE)
