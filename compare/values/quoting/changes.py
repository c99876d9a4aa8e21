"""Which steps of an alignment are changes: other, added and missing words, and no variants, misreadings or marks."""

from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby

from compare.fold import NUMBER_WORDS, SPELLINGS, stem_of
from compare.values.quoting.alignment import Step
from compare.values.quoting.misreadings import NEGATIONS, is_misread
from compare.values.quoting.text import Text
from compare.values.quoting.words import INSERTED, Word, joined


def find_changes(words: Sequence[Word], source: Text, steps: Sequence[Step], scanned_badly: bool) -> Iterator[Step]:
    """The runs of changed words, without words that are the same at their edges."""
    for is_change, group in groupby(steps, lambda step: _is_change(words, source, step, scanned_badly)):
        run = list(group)
        if is_change:
            yield _trimmed(words, source, Step(run[0].i, run[-1].i_end, run[0].j, run[-1].j_end))


def _trimmed(words: Sequence[Word], source: Text, run: Step) -> Step:
    i, i_end, j, j_end = run.i, run.i_end, run.j, run.j_end
    while i < i_end and j < j_end and words[i].form == source.forms[j]:
        i, j = i + 1, j + 1
    while i < i_end and j < j_end and words[i_end - 1].form == source.forms[j_end - 1]:
        i_end, j_end = i_end - 1, j_end - 1
    return Step(i, i_end, j, j_end)


def _is_change(words: Sequence[Word], source: Text, step: Step, scanned_badly: bool) -> bool:
    """True when a step of an alignment is another, a missing or an added word."""
    if step.i == step.i_end:
        return _is_added(words[step.i - 1], source, step, scanned_badly)
    quoted, given = joined(words, step.i, step.i_end), source.joined(step.j, step.j_end)
    if step.j == step.j_end:
        return not words[step.i].gap and not (scanned_badly and len(words[step.i].shown) == 1 and not quoted.isdigit())
    if step.differs == 0 or _is_same(quoted, given, words[step.i].loose):
        return False
    if not scanned_badly or not is_misread(quoted, given, source.counts):
        return not scanned_badly or not _runs_on(quoted, given, step, len(words), source.counts)
    return False


def _is_added(before: Word, source: Text, step: Step, scanned_badly: bool) -> bool:
    """True for a word of the text that no gap of the quotation stands for; brackets may not hide a negation."""
    given = source.forms[step.j]
    if before.gap:
        return before.gap == INSERTED and given in NEGATIONS and not NEGATIONS.intersection(before.form.split())
    if step.j in source.passed(step.j, step.j_end):
        return False
    beside = source.forms[max(0, step.j - 1) : step.j] + source.forms[step.j_end : step.j_end + 1]
    return not (scanned_badly and len(given) == 1 and given.isalpha() and min(map(len, beside), default=0) > 1)


def _is_same(quoted: str, given: str, loose: bool) -> bool:
    """True for two spellings of one word, a number in words and in figures, and a word whose ending is the quoter's."""
    if loose and stem_of(quoted) == stem_of(given):
        return True
    return NUMBER_WORDS.get(quoted, quoted) == NUMBER_WORDS.get(given, given) or _spelled(quoted) == _spelled(given)


def _spelled(form: str) -> str:
    for pattern, replacement in SPELLINGS:
        form = pattern.sub(replacement, form)
    return form


def _runs_on(quoted: str, given: str, step: Step, count: int, counts: Mapping[str, int]) -> bool:
    """True when the first or last word of a quotation has run together with a word of the text outside of it."""
    before = given.removesuffix(quoted) if step.i == 0 else given
    behind = given.removeprefix(quoted) if step.i_end == count else given
    return counts[given] == 1 and any(1 < len(rest) < len(given) and counts[rest] for rest in (before, behind))
