"""Quotations found again: where the quoted words stand in a text, and which of them were changed.

A place is found by its letters alone, then quotation and text are aligned word by word, where a few words may stand for one
(line ends, lost spaces). Words count, not characters: line breaks, hyphens, footnote marks, quote styles, dashes, case,
spelling variants and what a scanner misread are no changes; other, added and missing words are, and every other figure.
"""

import re
import unicodedata
from bisect import bisect_left, bisect_right
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache
from itertools import accumulate, groupby

from rapidfuzz import fuzz, process
from rapidfuzz.distance import LCSseq, Levenshtein

from compare.fold import NUMBER_WORDS, SPELLINGS, stem_of

LIKE = 60.0
"""The least likeness in letters (0 to 100, rapidfuzz partial_ratio) of a place worth aligning."""
KEPT = 0.75
"""The least share of its words a changed quotation keeps; with less the text paraphrases. "It cannot be business as usual
with X" keeps six of the nine words of "there would be no business as usual with X"."""
KEPT_IN_MARKS = 0.5
"""The same where the text itself puts just these words in quotation marks."""
DENSE = 0.6
"""The least share of the kept words in all words of the quotation and those the text has between them."""
REACH = 120
"""The most words an ellipsis stands for."""
CHANGED, LOST, ADDED = 1.0, 1.1, 1.1
"""What a word costs in aligning: another word for it, none for it, one the quotation lacks."""
PASSED, ACROSS = 0.02, 0.15
"""The same: a footnote mark passed over; a pair of which only one begins, or ends, a sentence or quotation."""
OMITTED, INSERTED = 0.002, 0.03
"""The same: each word an ellipsis stands for, and words in brackets."""
DAMAGED = 0.004
"""The share of visibly damaged words from which on a text is badly scanned; clean prose has none."""
AROUND = 2000
"""How many characters on each side of a place show whether its text is badly scanned."""

WORD = r"\d+(?:[.,]\d+)*(?:st|nd|rd|th)?(?![^\W_])|[^\W_]+(?:['’][^\W_]+)*|[$€£%&]"
WORDS = re.compile(WORD)
QUOTED = re.compile(
    r"(?P<omission>[\[(]\s*(?:…|(?:\.\s?){2,}\.)\s*[\])]|(?:\.\s?){2,}\.|…)"
    r"|(?P<glued>[^\W_]+\[[^\W_]+\][^\W_]*|\[[^\W_]+\][^\W_]+)"
    rf"|(?P<insertion>\[[^\]]*\])|{WORD}"
)
"""The words of a quotation; "[...]" stands for any words, "[Baku's]" for a few, "[W]e" and "ask[ed]" are one word."""
MARK = re.compile(
    r"(?:(?<=[.,;:!?…”\"’')\]])|(?<=[.!?…”\"’'] ))\d{1,3}(?:,\d{1,3})*(?=[\s.,;:)]|$)"
    r"|\[[^\]]{1,40}\]"
    r"|^[ \t\f]*(?:\d{1,4}|[^a-z\n]*[A-Z]{3}[^a-z\n]*)[ \t]*$",
    re.MULTILINE,
)
"""What in a text may be passed over: footnote marks, words in brackets, page numbers and running heads in capitals."""
GLUED_MARK = re.compile(r"(?<=[^\W\d_]{2})\d{1,3}$|(?<=\d{4})\.\d{1,3}$")
BREAK = re.compile(r"[.!?:;\"“”]")
OPENING, CLOSING = re.compile(r"[\"“‘'«„]\s*$"), re.compile(r"[.,;!?]?\s*[\"”’'»“]")
SYMBOLS: Mapping[str, str] = {"%": "percent", "&": "and"}
SUPERSCRIPTS = str.maketrans("", "", "'’¹²³⁰⁴⁵⁶⁷⁸⁹")
NEGATIONS = frozenset("no not never none nor neither nothing nobody nowhere without cannot".split())
SCALES = frozenset("hundred thousand million billion trillion".split())
PREFIXES = frozenset("un in im il ir dis non mis".split())
FIRST = frozenset("i we my our me us mine ours myself ourselves".split())
THIRD = frozenset("he she they his her their him them hers theirs himself herself themselves".split())
TENSES = frozenset("will would shall should can could may might is was are were am has had have do did".split())
REPORTING = re.compile(
    r"\b(?:that|sa(?:id|ys?)|told|add(?:ed|s)|warn(?:ed|s)|stat(?:ed|es)|stress(?:ed|es)|noted?s?|argue[ds]|insist(?:ed|s)"
    r"|claim(?:ed|s)|promise[ds]|declare[ds]|vow(?:ed|s)|believe[ds]|th(?:ink|inks|ought))\s+$",
    re.IGNORECASE,
)
MISREAD = {"a": "o", "b": "h", "c": "eo", "e": "co", "f": "t", "h": "b", "i": "1l", "l": "1i", "n": "u", "o": "0c"} | {
    "r": "t", "s": "5", "t": "fl", "u": "n"
}  # fmt: skip
"""Letters and what scanners read for them."""
OFTEN = "the and that with this have from been their would should could there these other into shall will were they which".split()
DAMAGE = frozenset(
    word[:i] + misread + word[i + 1 :] for word in OFTEN for i, letter in enumerate(word) for misread in MISREAD.get(letter, "")
) - frozenset("those wore info hove".split())
"""Frequent words as scanners misread them, those left out that are words."""
STRAY = re.compile(r"[a-z][015][a-z]|^[015][a-z]{3}")
SHAPES = {ord(letter): shape[0] for shape in "oace0 lijtfr1 hb6 nuv s5 gq9 z2".split() for letter in shape}
"""Letters that look alike as one."""
RUNS = re.compile("rn|cl|vv|ii|li")
RUN_SHAPES = {"rn": "m", "cl": "d", "vv": "w", "ii": "u", "li": "h"}
FIGURES = str.maketrans("oilszbgq", "01152899")
"""Letters read for figures."""


@dataclass(frozen=True)
class Found:
    """A quotation in a text: the place (characters, end exclusive), and each change as (quoted words, the text's words)."""

    start: int
    end: int
    changes: tuple[tuple[str, str], ...]


@dataclass(frozen=True)
class Word:
    """A word of a quotation, or an ellipsis or words in brackets.

    shown: as written. gap: what each word of the text costs that it stands for, 0 for a word. loose: its ending is the
    quoter's ("ask[ed]"). opens: it begins a sentence.
    """

    form: str
    shown: str
    gap: float = 0.0
    loose: bool = False
    opens: bool = False


@dataclass(frozen=True)
class Step:
    """Words `i` to `i_end` of a quotation aligned with words `j` to `j_end` of a text (ends exclusive, one may be empty).

    differs: how many letters do, None for words that are not alike.
    """

    i: int
    i_end: int
    j: int
    j_end: int
    differs: int | None = None


class Text:
    """A text as its words: their forms, their places, and all forms run together."""

    def __init__(self, text: str) -> None:
        self.text = text
        spans = [match.span() for match in WORDS.finditer(text)]
        self.starts = [start for start, _ in spans]
        self.ends = [end for _, end in spans]
        self.forms = [form_of(text[start:end]) for start, end in spans]
        self.letters = "".join(self.forms)
        self.at = list(accumulate(map(len, self.forms), initial=0))

    @cached_property
    def counts(self) -> Counter[str]:
        """How often each form stands in the text."""
        return Counter(self.forms)

    def marks(self, low: int, high: int) -> set[int]:
        """Which of the words `low` to `high` a quotation may pass over."""
        start = self.text.rfind("\n", 0, self.starts[low]) + 1
        end = self.text.find("\n", self.ends[high - 1])
        spans = [m.span() for m in MARK.finditer(self.text, start, len(self.text) if end < 0 else end)]
        found = {j for a, b in spans for j in range(bisect_left(self.starts, a), bisect_left(self.starts, b))}
        return found | {j for j in range(low, high) if not self.forms[j]}

    def opens(self, j: int) -> bool:
        """True when a sentence or quotation ends or begins before word `j`."""
        if not 0 < j < len(self.starts):
            return True
        return bool(BREAK.search(self.text, self.ends[j - 1], self.starts[j]))

    def shown(self, j: int, j_end: int) -> str:
        """The words `j` to `j_end` as they stand, on one line."""
        return " ".join(self.text[self.starts[j] : self.ends[j_end - 1]].split()) if j < j_end else ""


def find_quote(quote: str, text: str) -> Found | None:
    """Where `text` holds the words of `quote`, or None when it does not; an ellipsis in the quote stands for any words."""
    words, source = tuple(_words(quote)), _read(text)
    window = _window(words, source) if words else None
    if window is None:
        return None
    steps = tuple(_align(words, source, *window))
    return _found(words, source, steps)


@lru_cache(maxsize=64)
def _read(text: str) -> Text:
    return Text(text)


@lru_cache(maxsize=100_000)
def form_of(word: str) -> str:
    """A word in lower case without accents, apostrophes, superscripts and thousands separators; "%" is a word."""
    lower = SYMBOLS.get(word) or word.casefold().translate(SUPERSCRIPTS).replace("ı", "i")
    if not lower.isascii():
        lower = "".join(c for c in unicodedata.normalize("NFKD", lower) if not unicodedata.combining(c))
    return re.sub(r",(?=\d{3}(?!\d))", "", lower)


def _words(quote: str) -> Iterator[Word]:
    """The words of a quotation and the gaps between them."""
    found = [m for m in QUOTED.finditer(quote) if re.search(r"\w|[…$€£%&]|\.\s?\.", m[0])]
    solid = [k for k, m in enumerate(found) if m.lastgroup not in ("omission", "insertion")]
    at = found[solid[0]].end() if solid else 0
    for match in found[solid[0] : solid[-1] + 1] if solid else ():
        opens, at = bool(BREAK.search(quote, at, match.start())), match.end()
        gap = {"omission": OMITTED, "insertion": INSERTED}.get(match.lastgroup or "", 0.0)
        form = re.sub(r"[\[\]]", "", match[0])
        yield Word(form if gap else form_of(form), match[0], gap, match.lastgroup == "glued", opens)


def _window(words: Sequence[Word], source: Text) -> tuple[int, int] | None:
    """The words of the text among which the quotation must be, found by its longest unbroken part."""
    parts = [[k for k, _ in part] for gap, part in groupby(enumerate(words), key=lambda kw: kw[1].gap) if not gap]
    part = max(parts, key=lambda part: sum(len(words[k].form) for k in part))
    letters = "".join(words[k].form for k in part)
    if len(letters) >= len(source.letters):
        return (0, len(source.forms)) if 10 * len(source.letters) >= 6 * len(letters) else None
    place = fuzz.partial_ratio_alignment(letters, source.letters, score_cutoff=LIKE)
    if place is None:
        return None
    low = bisect_right(source.at, place.dest_start) - 1 - _room(words[: part[0]], part)
    high = bisect_left(source.at, place.dest_end) + _room(words[part[-1] + 1 :], part)
    return max(0, low), min(len(source.forms), high)


def _room(beside: Sequence[Word], part: Sequence[int]) -> int:
    """How many words of the text the words beside a found part may take."""
    return 3 + len(part) // 3 + sum(REACH if word.gap == OMITTED else 4 if word.gap else 1 for word in beside)


def _align(words: Sequence[Word], source: Text, low: int, high: int) -> Iterator[Step]:
    """The cheapest alignment of all quoted words with words of the text from `low` to `high`, in order."""
    marks, opens = source.marks(low, high), [source.opens(j) for j in range(low, high + 1)]
    alike: dict[tuple[int, int], list[tuple[float, Step]]] = defaultdict(list)
    for cost, step in _alike(words, source, low, high):
        alike[step.i_end, step.j_end].append((cost, step))
    costs = [[0.0] * (high - low + 1)]
    backs: list[list[Step | None]] = [[None] * (high - low + 1)]
    for i, word in enumerate(words):
        costs.append([])
        backs.append([])
        for j in range(low, high + 1):
            ways = [(costs[i][j - low] + (0.0 if word.gap else LOST), Step(i, i + 1, j, j))]
            if j > low:
                added = word.gap or (PASSED if j - 1 in marks else ADDED)
                ways.append((costs[i + 1][-1] + added, Step(i + 1, i + 1, j - 1, j)))
            if j > low and not word.gap:
                across = _across(words, i, opens, j - 1 - low)
                ways.append((costs[i][j - 1 - low] + CHANGED + across, Step(i, i + 1, j - 1, j)))
            ways += [(costs[s.i][s.j - low] + cost, s) for cost, s in alike.get((i + 1, j), ())]
            best = min(ways, key=lambda way: way[0])
            costs[-1].append(best[0])
            backs[-1].append(best[1])
    return _back(costs, backs, low)


def _back(costs: Sequence[Sequence[float]], backs: Sequence[Sequence[Step | None]], low: int) -> Iterator[Step]:
    """The steps that led to the cheapest end."""
    steps = []
    step = backs[-1][costs[-1].index(min(costs[-1]))]
    while step is not None:
        steps.append(step)
        step = backs[step.i][step.j - low]
    return reversed(steps)


def _across(words: Sequence[Word], i: int, opens: Sequence[bool], j: int) -> float:
    """The cost of taking word `j` for word `i` when only one of them begins, or ends, a sentence or quotation."""
    begins = i > 0 and words[i].opens != opens[j]
    ends = i + 1 < len(words) and words[i + 1].opens != opens[j + 1]
    outside = (i == 0 and opens[j + 1]) or (i + 1 == len(words) and opens[j])
    return ACROSS * (begins + ends + outside)


def _alike(words: Sequence[Word], source: Text, low: int, high: int) -> Iterator[tuple[float, Step]]:
    """Runs of up to three quoted words with the runs of up to four words of the text that are alike, and their cost."""
    runs = list(_runs(source.forms, low, high))
    shapes = [shape_of(run) for run, _, _ in runs]
    for i in range(len(words)):
        for i_end in range(i + 1, min(i + 3, len(words)) + 1):
            if words[i_end - 1].gap:
                break
            form = "".join(word.form for word in words[i:i_end])
            limit = _limit(len(form))
            near = process.extract(
                shape_of(form), shapes, scorer=Levenshtein.distance, score_cutoff=limit, limit=None
            )
            for _, distance, k in near:
                run, j, j_end = runs[k]
                merged = i_end - i > 1 or j_end - j > 1
                differs = Levenshtein.distance(form, run)
                if _may_be(form, run, differs, int(distance), merged):
                    yield (0.1 + 0.1 * min(5, differs) if differs else 0.0) + 0.05 * merged, Step(i, i_end, j, j_end, differs)


def _runs(forms: Sequence[str], low: int, high: int) -> Iterator[tuple[str, int, int]]:
    """Every run of one to four words run together, and single words without a footnote mark glued to them."""
    for j in range(low, high):
        for j_end in range(j + 1, min(j + 4, high) + 1):
            run = "".join(forms[j:j_end])
            yield run, j, j_end
            if GLUED_MARK.search(run):
                yield GLUED_MARK.sub("", run), j, j_end


@lru_cache(maxsize=100_000)
def shape_of(form: str) -> str:
    """A form with the letters that scanners confuse made one."""
    return RUNS.sub(lambda run: RUN_SHAPES[run[0]], form).translate(SHAPES)


def _limit(length: int) -> int:
    """How many letters may differ in shape in words of this length."""
    return 1 if length < 9 else 2 if length < 14 else 3


def _may_be(quoted: str, given: str, differs: int, distance: int, merged: bool) -> bool:
    """True when `given` may be `quoted` misread; a run of words may hide no word, so it must be nearly as long."""
    if differs == 0:
        return True
    if merged:
        return abs(len(quoted) - len(given)) <= 1 and distance <= len(quoted) // 7 and differs <= len(quoted) // 3
    return differs <= (1 if min(len(quoted), len(given)) < 4 else len(quoted) // 2)


def _found(words: Sequence[Word], source: Text, steps: Sequence[Step]) -> Found | None:
    """What an alignment says; None when it keeps too little of the quotation or is its indirect speech."""
    place = [step for step in steps if step.i < step.i_end and step.j < step.j_end]
    if not place:
        return None
    start, end = source.starts[place[0].j], source.ends[place[-1].j_end - 1]
    runs = tuple(_changed(words, source, steps))
    if not _is_kept(words, runs, _needed(source.text, start, end)) or _is_reported(words, source, runs, start):
        return None
    return Found(start, end, tuple((_shown(words, r), source.shown(r.j, r.j_end)) for r in runs))


def _shown(words: Sequence[Word], run: Step) -> str:
    return " ".join(word.shown for word in words[run.i : run.i_end])


def _changed(words: Sequence[Word], source: Text, steps: Sequence[Step]) -> Iterator[Step]:
    """The runs of changed words, without words that are the same at their edges."""
    exact = all(step.differs == 0 for step in steps)
    scanned_badly = not exact and _is_scanned_badly(words, source, steps)
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
    quoted = "".join(word.form for word in words[step.i : step.i_end])
    given = "".join(source.forms[step.j : step.j_end])
    if step.i == step.i_end:
        return _is_added(words[step.i - 1], source, step, given, scanned_badly)
    if step.j == step.j_end:
        return not words[step.i].gap and not (scanned_badly and len(quoted) == 1 and quoted.isalpha())
    if step.differs == 0 or _is_same(quoted, given, words[step.i].loose):
        return False
    return not scanned_badly or not _is_misread(quoted, given, source.counts)


def _is_added(before: Word, source: Text, step: Step, given: str, scanned_badly: bool) -> bool:
    """True for a word of the text that no gap of the quotation stands for; brackets may not hide a negation."""
    if before.gap:
        return before.gap == INSERTED and given in NEGATIONS and not NEGATIONS.intersection(before.form.lower().split())
    if step.j in source.marks(step.j, step.j_end):
        return False
    return not (scanned_badly and len(given) == 1 and given.isalpha())


def _is_same(quoted: str, given: str, loose: bool) -> bool:
    """True for two spellings of one word, a number in words and in figures, and a word whose ending is the quoter's."""
    if loose and stem_of(quoted) == stem_of(given):
        return True
    return NUMBER_WORDS.get(quoted, quoted) == NUMBER_WORDS.get(given, given) or _spelled(quoted) == _spelled(given)


def _spelled(form: str) -> str:
    for pattern, replacement in SPELLINGS:
        form = pattern.sub(replacement, form)
    return form


def _is_scanned_badly(words: Sequence[Word], source: Text, steps: Sequence[Step]) -> bool:
    """True when the words around the place, or several of its own, show that a scanner misread the text."""
    first, last = steps[0].j, steps[-1].j_end - 1
    low = bisect_left(source.starts, source.starts[first] - AROUND)
    high = bisect_left(source.starts, source.ends[last] + AROUND)
    signs = sum(form in DAMAGE or bool(STRAY.search(form)) for form in source.forms[low:first] + source.forms[last + 1 : high])
    for step in steps:
        given = "".join(source.forms[step.j : step.j_end])
        signs += bool(step.differs) and _looks_misread("".join(w.form for w in words[step.i : step.i_end]), given)
    return signs > 1 and signs >= DAMAGED * (high - low)


def _looks_misread(quoted: str, given: str) -> bool:
    """True when two words differ only in letters that look alike, and in no ending."""
    return not quoted.isdigit() and shape_of(quoted) == shape_of(given) and stem_of(quoted) != stem_of(given)


def _is_misread(quoted: str, given: str, counts: Mapping[str, int]) -> bool:
    """True when, in a badly scanned text, `given` is `quoted` misread and no other word.

    Another figure, a negation, a scale or a prefix is never taken for a misreading, nor is a word the text has elsewhere.
    """
    if any(c.isdigit() for c in quoted):
        return quoted == given.translate(FIGURES)
    if (quoted in NEGATIONS) != (given in NEGATIONS) or {quoted, given} <= SCALES or _is_prefixed(quoted, given):
        return False
    if len(given) == len(quoted) - 1 and LCSseq.similarity(quoted, given) == len(given):
        return True
    if counts[given] >= max(3, counts[quoted] / 4):
        return False
    distance = Levenshtein.distance(shape_of(quoted), shape_of(given))
    return distance == 0 or (distance <= max(1, len(quoted) // 3) and stem_of(quoted) != stem_of(given))


def _is_prefixed(one: str, other: str) -> bool:
    short, long = sorted((one, other), key=len)
    return long.endswith(short) and long[: -len(short)] in PREFIXES


def _is_kept(words: Sequence[Word], runs: Sequence[Step], needed: float) -> bool:
    """True when enough of the quotation stands in the text, and close enough together."""
    count = sum(not word.gap for word in words)
    kept = count - sum(not word.gap for run in runs for word in words[run.i : run.i_end])
    added = sum(max(0, (run.j_end - run.j) - (run.i_end - run.i)) for run in runs)
    return kept >= needed * count and kept >= DENSE * (kept + added)


def _needed(text: str, start: int, end: int) -> float:
    """The share of its words a quotation must keep at this place."""
    alone = OPENING.search(text, max(0, start - 3), start) and CLOSING.match(text, end)
    return KEPT_IN_MARKS if alone else KEPT


def _is_reported(words: Sequence[Word], source: Text, runs: Sequence[Step], start: int) -> bool:
    """True for indirect speech: outside quotation marks, "we" turned to "they", and "will" to "would" or a "said" before."""
    olds = [{word.form for word in words[run.i : run.i_end]} for run in runs]
    news = [set(source.forms[run.j : run.j_end]) for run in runs]
    if not any(old & FIRST and new & THIRD for old, new in zip(olds, news, strict=True)):
        return False
    shifted = any(old & TENSES and new & TENSES for old, new in zip(olds, news, strict=True))
    reported = bool(REPORTING.search(source.text, max(0, start - 40), start))
    return (shifted or reported) and not _in_marks(source.text, start)


def _in_marks(text: str, start: int) -> bool:
    """True when a quotation begins before `start` in its paragraph and has not ended."""
    before = text[text.rfind("\n\n", 0, start) + 1 : start]
    curly = before.rfind("“") > before.rfind("”")
    single = before.rfind("‘") > max((m.start() for m in re.finditer(r"’(?!\w)", before)), default=-1)
    return curly or single or before.count('"') % 2 == 1
