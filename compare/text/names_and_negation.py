"""Names, negation and coverage in a sentence: what the checks of wording share."""

import re
from collections.abc import Iterator

from compare.fold import STOP, Folded, fold

DENIALS = frozenset(
    "lack lacks lacked lacking absence against refused refuses failed fails failure incapable unable".split()
)
"""Words that deny what follows without "not"."""
CAPITAL = re.compile(r"[A-ZÀ-ÞİĞŞ]")
CAPITALS = frozenset(letter for letter in map(chr, range(0x180)) if CAPITAL.match(letter))
"""The same, letter by letter."""

QUOTATION = re.compile(
    r"“([^“”]+)”|„([^„“”]+)[“”]|«([^«»]+)»|\"([^\"]+)\"|(?<!\w)‘([^‘]+?)’(?!\w)|(?<!\w)'([^']+?)'(?!\w)"
)
"""A quotation in the marks of English, German or French typesetting."""

NEAR = frozenset((" ", "–", "-", "’s ", "'s "))
"""What may stand between two words of a name."""


def names(folded: Folded) -> Iterator[tuple[int, ...]]:
    """Runs of capitalised words, as indices; the first word of the text counts only when a name goes on behind it."""
    run: list[int] = []
    for i, word in enumerate(folded.words):
        capital = folded.text[word.start] in CAPITALS and word.form not in STOP
        if capital and (not run or folded.text[folded.words[run[-1]].end : word.start] in NEAR):
            run.append(i)
            continue
        if run and run != [0]:
            yield tuple(run)
        run = [i] if capital else []
    if run and run != [0]:
        yield tuple(run)


def quoted(text: str) -> str:
    """The longest passage of `text` in quotation marks, without them; "" when there is none."""
    found = re.findall(r"“([^“”]+)”|\"([^\"]+)\"|(?<!\w)‘([^‘]+?)’(?!\w)", text)
    return max(("".join(groups) for groups in found), key=len, default="")


def words_of(text: str) -> tuple[str, ...]:
    """The folded forms of a text's words."""
    return tuple(word.form for word in fold(text).words)
