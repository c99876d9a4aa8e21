"""YAML front matter of a Markdown file: where it ends, and its plain keys. It is no text of the document; it tells of it."""

import re
from collections.abc import Mapping

FENCED = re.compile(r"---[ \t]*(?:\r\n|\n|\r).*?(?:\r\n|\n|\r)(?:---|\.\.\.)[ \t]*(?=\r|\n|$(?!.))", re.DOTALL)
OF_YAML = re.compile(r"[ \t]|[\w\"'.-][\w\"'. -]{0,60}:(?:\s|$)|[-#\]}]|$")
"""A line as front matter has them: indented, empty, a key, an item, a comment. Prose between two rules has others."""
PLAIN = re.compile(r"^([\w-]{1,40}):[ \t]+(\S.*?)[ \t]*$", re.MULTILINE)


def end_of(text: str) -> int:
    """How many characters at the start of `text` are front matter; 0 for none."""
    found = FENCED.match(text)
    if not found:
        return 0
    lines = found[0].splitlines()[1:-1]
    return found.end() if lines and lines[0].strip() and all(map(OF_YAML.match, lines)) else 0


def told(text: str) -> Mapping[str, str]:
    """The plain keys of the front matter in lower case, each with its value, quotation marks taken off; nested ones are left out."""
    keys = PLAIN.findall(text[: end_of(text)])
    return {key.lower(): value.strip("\"'") for key, value in keys}
