"""Names, negation and coverage in a sentence: what the checks of wording share."""

import re
from collections.abc import Iterator, Set

from compare.fold import STOP, Folded, Word, fold
from compare.patterns import NEGATIONS

WEAKENED = frozenset(("only", "merely", "just", "simply", "least"))
DENIALS = frozenset(
    "lack lacks lacked lacking absence against refused refuses failed fails failure incapable unable".split()
)
"""Words that deny what follows without "not"."""
CAPITAL = re.compile(r"[A-ZÀ-ÞİĞŞ]")


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


def negated(folded: Folded, stems: Set[str]) -> bool:
    """True when a negation stands right before, within three words, one of the words with these stems.

    "not only", "not merely" and "not just" negate nothing.
    """
    words = folded.words
    for i, word in enumerate(words):
        follows = words[i + 1 : i + 4]
        weakened = follows and follows[0].form in WEAKENED
        if _negates(word) and not weakened and any(near.stem in stems for near in follows):
            return True
    return False


def holds_negated(folded: Folded, stems: Set[str], held: Set[str]) -> bool:
    """True when every first word with these stems that a negation of `folded` denies is among `held`."""
    for i, word in enumerate(folded.words):
        denied = [near.stem for near in folded.words[i + 1 : i + 4] if near.stem in stems] if _negates(word) else []
        if denied and denied[0] not in held:
            return False
    return True


def twice_negated(folded: Folded) -> bool:
    """True when two negations stand in one clause, so that nobody but a person knows what is denied ("not without")."""
    clauses = [folded.clauses[i] for i, word in enumerate(folded.words) if _negates(word)]
    return len(clauses) != len(set(clauses))


def _negates(word: Word) -> bool:
    return word.form in NEGATIONS or word.form in DENIALS or word.form.endswith("n't")


def quoted(text: str) -> str:
    """The longest passage of `text` in quotation marks, without them; "" when there is none."""
    found = re.findall(r"“([^“”]+)”|\"([^\"]+)\"|(?<!\w)‘([^‘]+?)’(?!\w)", text)
    return max(("".join(groups) for groups in found), key=len, default="")


def words_of(text: str) -> tuple[str, ...]:
    """The folded forms of a text's words."""
    return tuple(word.form for word in fold(text).words)
