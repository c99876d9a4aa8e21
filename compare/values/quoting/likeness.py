"""Which runs of quoted words and runs of words of a text are alike: the same, misread, cut or run together.

This only offers them to the alignment, with their costs; whether a word is misread or another one is for `misreadings` to say.
"""

from bisect import bisect_left, bisect_right
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from itertools import accumulate

from rapidfuzz import process
from rapidfuzz.distance import Levenshtein

from compare.values.quoting.shapes import letters_apart, shape_of
from compare.values.quoting.text import GLUED_MARK, Text
from compare.values.quoting.window import places_near
from compare.values.quoting.words import Word

MISREAD, MOST_MISREAD, MERGED = 0.12, 0.7, 0.1
"""What likeness costs in aligning: a letter of a word that differs, all of them together; words cut or run together."""
Run = tuple[Sequence[str], int, int]
"""Words of the text: their forms, and their numbers (end exclusive)."""
Way = tuple[int, int, int | None]
"""The words of quotation and text before a step of an alignment, and how many letters differ in it."""
Alike = Mapping[int, Sequence[tuple[float, Way]]]
"""Steps by the word of the text behind them, each with its cost."""


def find_alike(words: Sequence[Word], source: Text, low: int, high: int) -> Mapping[int, Alike]:
    """Runs of quoted words and runs of words of the text that are alike, by the words behind them."""
    runs = list(_runs(source.forms, low, high))
    starts = [j for _, j, _ in runs]
    shapes = [shape_of("".join(run)) for run, _, _ in runs]
    found: dict[int, dict[int, list[tuple[float, Way]]]] = defaultdict(lambda: defaultdict(list))
    for i, i_end in _plain_runs(words):
        near = places_near(words, i, high - low)
        first, last = bisect_left(starts, low + near.start), bisect_left(starts, low + near.stop)
        forms = [word.form for word in words[i:i_end]]
        for (_, j, j_end), differs in _like(forms, runs[first:last], shapes[first:last]):
            cost = min(MOST_MISREAD, MISREAD * differs) + MERGED * (i_end - i > 1 or j_end - j > 1)
            found[i_end][j_end - low].append((cost, (i, j - low, differs)))
    return found


def _like(forms: Sequence[str], runs: Sequence[Run], shapes: Sequence[str]) -> Iterator[tuple[Run, int]]:
    """Those of the runs that the quoted forms may be, the likest first, each with how many letters differ."""
    form = "".join(forms)
    limit = 1 if len(form) < 9 else 2 if len(form) < 14 else 3
    for _, distance, k in process.extract(
        shape_of(form), shapes, scorer=Levenshtein.distance, score_cutoff=limit, limit=None
    ):
        if _may_be(forms, runs[k][0], int(distance)):
            yield runs[k], Levenshtein.distance(form, "".join(runs[k][0]))


def _plain_runs(words: Sequence[Word]) -> Iterator[tuple[int, int]]:
    """Every run of one to three words without a gap."""
    for i in range(len(words)):
        for i_end in range(i + 1, min(i + 3, len(words)) + 1):
            if words[i_end - 1].gap:
                break
            yield i, i_end


def _runs(forms: Sequence[str], low: int, high: int) -> Iterator[Run]:
    """Every run of one to four words, also without the footnote mark glued to its last."""
    for j in range(low, high):
        for j_end in range(j + 1, min(j + 4, high) + 1):
            yield forms[j:j_end], j, j_end
            if GLUED_MARK.search(forms[j_end - 1]):
                yield [*forms[j : j_end - 1], GLUED_MARK.sub("", forms[j_end - 1])], j, j_end


def _may_be(quoted: Sequence[str], given: Sequence[str], distance: int) -> bool:
    """True when the words `given` may be the words `quoted` misread, cut or run together.

    distance: how many letters differ in shape. Words run together may hide none: each must keep most of its letters.
    """
    one, other = "".join(quoted), "".join(given)
    if one == other:
        return True
    if len(quoted) == len(given) == 1:
        return letters_apart(one, other) <= (1 if min(len(one), len(other)) < 4 else len(one) // 2)
    if abs(len(one) - len(other)) > 1 or distance > max(len(one), len(other)) // 6 or _falls_apart(quoted, given):
        return False
    edits = Levenshtein.editops(one, other)
    hidden = _hides(quoted, [edit.src_pos for edit in edits if edit.tag != "insert"])
    return not hidden and not _hides(given, [edit.dest_pos for edit in edits if edit.tag != "delete"])


def _falls_apart(quoted: Sequence[str], given: Sequence[str]) -> bool:
    """True when a word ends at the same letter, or the next, on both sides: then its parts are to be compared."""
    ends, others = [list(accumulate(map(len, side)))[:-1] for side in (quoted, given)]
    return any(abs(end - other) < 2 for end in ends for other in others)


def _hides(words: Sequence[str], edits: Sequence[int]) -> bool:
    """True when edits at these letters of the words run together leave less than half of any one word."""
    ends = list(accumulate(map(len, words)))
    hit = Counter(bisect_right(ends, at) for at in edits)
    return any(2 * hit[k] > len(word) for k, word in enumerate(words))
