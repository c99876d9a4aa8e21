"""Names, negation and coverage in a sentence: what the checks of wording share."""

import re
from collections.abc import Iterator

from compare.fold import STOP, Folded, fold

DENIALS = frozenset(
    "lack lacks lacked lacking absence against refused refuses failed fails failure incapable unable".split()
)
"""Words that deny what follows without "not"."""
CAPITAL = re.compile(r"[A-ZÀ-ÞİĞŞ]")

QUOTATION = re.compile(
    r"“([^“”]+)”|„([^„“”]+)[“”]|«([^«»]+)»|\"([^\"]+)\"|(?<!\w)‘([^‘]+?)’(?!\w)|(?<!\w)'([^']+?)'(?!\w)"
)
"""A quotation in the marks of English, German or French typesetting."""


def names(folded: Folded) -> Iterator[tuple[int, ...]]:
    """Runs of capitalised words, as indices; the first word of the text counts only when a name goes on behind it."""
    run: list[int] = []
    for i, word in enumerate(folded.words):
        capital = bool(CAPITAL.match(folded.text[word.start])) and word.form not in STOP
        near = not run or folded.text[folded.words[run[-1]].end : word.start] in (" ", "–", "-", "’s ", "'s ")
        if capital and near:
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
