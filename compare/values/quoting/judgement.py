"""Whether a place with so many changes still holds the quotation, or paraphrases or reports it."""

import re
from collections.abc import Sequence
from functools import cache

from compare.fold import STOP
from compare.values.quoting.alignment import Step
from compare.values.quoting.text import Text
from compare.values.quoting.window import DENSE
from compare.values.quoting.words import Word

OPENING, CLOSING = re.compile(r"[\"“‘'«„]\s*$"), re.compile(r"[.,;!?]?\s*[\"”’'»“]")
KEPT = 0.75
"""The least share of its words a changed quotation keeps; with less the text paraphrases. "It cannot be business as usual
with X" keeps six of the nine words of "there would be no business as usual with X". The share must hold with content words
counted twice, too: "a very new bridge" is not "a very old bridge" changed."""
KEPT_IN_MARKS = 0.5
"""The same where the text itself puts just these words in quotation marks."""
MOST_PLACES, WORDS_PER_PLACE = 4, 10
"""In how many places a quotation may be changed: one, one more for every ten words, and one more between the marks of the text."""
FIRST = frozenset("i we my our me us mine ours myself ourselves".split())
THIRD = frozenset("he she they his her their him them hers theirs himself herself themselves".split())
TENSES = frozenset("will would shall should can could may might is was are were am has had have do did".split())


def is_quotation(
    words: Sequence[Word], source: Text, runs: Sequence[Step], place: tuple[int, int], scanned_badly: bool
) -> bool:
    """True when the place keeps enough of the quotation and is not its indirect speech; runs: what was changed."""
    start, end = place
    kept = _is_kept(words, runs, _needed(source.text, start, end), scanned_badly)
    return kept and not _is_reported(words, source, runs, start)


def _needed(text: str, start: int, end: int) -> float:
    """The share of its words a quotation must keep at this place."""
    alone = OPENING.search(text, max(0, start - 3), start) and CLOSING.match(text, end)
    return KEPT_IN_MARKS if alone else KEPT


def _is_kept(words: Sequence[Word], runs: Sequence[Step], needed: float, scanned_badly: bool) -> bool:
    """True when enough of the quotation stands in the text, close enough together, and changed in few enough places."""
    lost = {i for run in runs for i in range(run.i, run.i_end)}
    plain = [i for i, word in enumerate(words) if not word.gap]
    content = plain + [i for i in plain if words[i].form not in STOP]
    kept = sum(i not in lost for i in plain)
    added = sum(max(0, (run.j_end - run.j) - (run.i_end - run.i)) for run in runs)
    places = 1 + len(plain) // WORDS_PER_PLACE + (needed == KEPT_IN_MARKS)
    few = scanned_badly or len(runs) <= min(MOST_PLACES, places)
    enough = all(sum(i not in lost for i in counted) >= needed * len(counted) for counted in (plain, content))
    return few and enough and kept >= DENSE * (kept + added)


def _is_reported(words: Sequence[Word], source: Text, runs: Sequence[Step], start: int) -> bool:
    """True for indirect speech: outside quotation marks, "we" turned to "they", and "will" to "would" or a "said" before."""
    pairs = [({w.form for w in words[run.i : run.i_end]}, set(source.forms[run.j : run.j_end])) for run in runs]
    if not any(quoted & FIRST and given & THIRD for quoted, given in pairs):
        return False
    shifted = any(quoted & TENSES and given & TENSES for quoted, given in pairs)
    reported = _reporting().search(source.text, max(0, start - 40), start)
    return bool(shifted or reported) and not _in_marks(source.text, start)


def _in_marks(text: str, start: int) -> bool:
    """True when a quotation begins before `start` in its paragraph and has not ended."""
    before = text[text.rfind("\n\n", 0, start) + 1 : start]
    curly = before.rfind("“") > before.rfind("”")
    single = before.rfind("‘") > max((m.start() for m in re.finditer(r"’(?!\w)", before)), default=-1)
    return curly or single or before.count('"') % 2 == 1


@cache
def _reporting() -> re.Pattern[str]:
    return re.compile(
        r"\b(?:that|sa(?:id|ys?)|told|add(?:ed|s)|warn(?:ed|s)|stat(?:ed|es)|stress(?:ed|es)|noted|notes|argue[ds]|insist(?:ed|s)"
        r"|claim(?:ed|s)|promise[ds]|declare[ds]|vow(?:ed|s)|believe[ds]|th(?:inks?|ought))\s+$",
        re.IGNORECASE,
    )
