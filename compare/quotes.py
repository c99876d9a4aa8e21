"""Quotations found again: where the quoted words stand in a text, and which of them were changed.

A place is found by its letters alone, then quotation and text are aligned word by word, where a few words may stand for one
(line ends, lost spaces). Words count, not characters: line breaks, hyphens, footnote marks, quote styles, dashes, case,
spelling variants and what a scanner misread are no changes; other, added and missing words are, and every other figure.
From the top: the words of both sides, the place, the alignment, whether two words are one misread, and what it all says.
"""

import math
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

from compare.fold import NUMBER_WORDS, SPELLINGS, STOP, stem_of

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
    r"|^[ \t\f]*(?:\d{1,4}|[^a-z\n]{0,60}?[A-Z]{3}[^a-z\n]{0,60})[ \t]*$",
    re.MULTILINE,
)
"""What in a text may be passed over: footnote marks, words in brackets, page numbers and running heads in capitals."""
GLUED_MARK = re.compile(r"(?<=[^\W\d_]{2})\d{1,3}$|(?<=\d{4})\.\d{1,3}$")
BREAK = re.compile(r"[.!?:;\"“”]")
OPENING, CLOSING = re.compile(r"[\"“‘'«„]\s*$"), re.compile(r"[.,;!?]?\s*[\"”’'»“]")
HYPHENS = frozenset("-\u00ad\u2010\u2011")
SYMBOLS: Mapping[str, str] = {"%": "percent", "&": "and"}
SILENT = str.maketrans("", "", "'’¹²³⁰⁴⁵⁶⁷⁸⁹")
"""Apostrophes and footnote marks in a word."""

LIKE = 60.0
"""The least likeness in letters (0 to 100, rapidfuzz partial_ratio) of a place worth aligning."""
REACH = 120
"""The most words an ellipsis stands for."""
CHANGED, LOST, ADDED = 1.0, 1.02, 1.02
"""What a word costs in aligning: another word for it, none for it, one the quotation lacks."""
MISREAD, MOST_MISREAD, MERGED = 0.12, 0.7, 0.1
"""The same: a letter of a word that differs, all of them together; words cut or run together."""
PASSED, ACROSS = 0.02, 0.25
"""The same: a footnote mark passed over; a pair of which only one begins, or ends, a sentence or quotation."""
OMITTED, INSERTED = 0.002, 0.1
"""The same: each word an ellipsis stands for, and words in brackets."""

NEGATIONS = frozenset("no not never none nor neither nothing nobody nowhere without cannot".split())
SCALES = frozenset("hundred thousand million billion trillion".split())
PREFIXES = frozenset("un in im il ir dis non mis".split())
READ_FOR: Mapping[str, str] = dict(
    pair.split(":") for pair in "a:o b:h c:eo e:co f:t h:b i:1l l:1i n:u o:0c r:t s:5 t:fl u:n".split()
)
"""Letters and what scanners read for them."""
SHAPES = {ord(letter): shape[0] for shape in "oace lijtfr hb6 nuv s gq9 z2".split() for letter in shape}
"""Letters that look alike as one."""
RUNS: Mapping[str, str] = {"rn": "m", "cl": "d", "vv": "w", "ii": "u", "li": "h"}
"""Letters that together look like one."""
FIGURES, LETTERS = str.maketrans("oilszbgq", "01152899"), str.maketrans("015", "ols")
"""Letters read for figures, and figures read for letters."""
COMMON = "the and have been were will when shall".split()
LONELY = (
    "that with this from their would should could there these other into which about after first people before because "
    "through between against under where"
).split()
"""Frequent words that few words are like."""
LIKE_LONELY = frozenset(
    "hat chat than what thai thaw wit wish wits pith kith his thin thus tis chis frog fro prom heir wound world mould gould "
    "wold cold here those thee theme three ether otter info onto unto indo abut bout abort alter aster fist hirst though udder "
    "were whore hove".split()
)
"""Those few, one letter away."""
STRAY = re.compile(r"[a-z](?:[015]|,)[a-z]|\b[015][a-z]{3}")
"""Figures and commas inside of words."""
DAMAGED = 0.002
"""The share of visibly damaged words from which on a text is badly scanned; clean prose has next to none."""
AROUND = 5000
"""How many characters on each side of a place show whether its text is badly scanned."""

KEPT = 0.75
"""The least share of its words a changed quotation keeps; with less the text paraphrases. "It cannot be business as usual
with X" keeps six of the nine words of "there would be no business as usual with X". The share must hold with content words
counted twice, too: "a very new bridge" is not "a very old bridge" changed."""
KEPT_IN_MARKS = 0.5
"""The same where the text itself puts just these words in quotation marks."""
DENSE = 0.6
"""The least share of the kept words in themselves and what the text has between them."""
MOST_PLACES, WORDS_PER_PLACE = 4, 10
"""In how many places a quotation may be changed: one, and one more for every ten words."""
FIRST = frozenset("i we my our me us mine ours myself ourselves".split())
THIRD = frozenset("he she they his her their him them hers theirs himself herself themselves".split())
TENSES = frozenset("will would shall should can could may might is was are were am has had have do did".split())
REPORTING = re.compile(
    r"\b(?:that|sa(?:id|ys?)|told|add(?:ed|s)|warn(?:ed|s)|stat(?:ed|es)|stress(?:ed|es)|noted|notes|argue[ds]|insist(?:ed|s)"
    r"|claim(?:ed|s)|promise[ds]|declare[ds]|vow(?:ed|s)|believe[ds]|th(?:inks?|ought))\s+$",
    re.IGNORECASE,
)


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
    """A text as its words: their places, their forms, and all forms run together, form `j` from letter `at[j]` on."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.spans = [match.span() for match in WORDS.finditer(text)]
        self.forms = [form_of(word) for word in WORDS.findall(text)]
        self.letters = "".join(self.forms)
        self.at = list(accumulate(map(len, self.forms), initial=0))

    @cached_property
    def counts(self) -> Counter[str]:
        """How often each form stands in the text."""
        return Counter(self.forms)

    def word_at(self, place: int) -> int:
        """The first word that begins at a character or behind it."""
        return bisect_left(self.spans, (place, place))

    def passed(self, low: int, high: int) -> set[int]:
        """Which of the words `low` to `high` a quotation may pass over."""
        start, end = self.spans[low][0] - 100, self.spans[high - 1][1] + 100
        marks = MARK.finditer(self.text, max(0, start), end)
        found = {j for mark in marks for j in range(self.word_at(mark.start()), self.word_at(mark.end()))}
        return found | {j for j in range(low, high) if not self.forms[j]}

    def opens(self, j: int) -> bool:
        """True when a sentence or quotation ends or begins before word `j`."""
        if not 0 < j < len(self.spans):
            return True
        return bool(BREAK.search(self.text, self.spans[j - 1][1], self.spans[j][0]))

    def is_damaged(self, j: int) -> bool:
        """True when word `j` is a frequent one misread, and not a part of a hyphened one."""
        start, end = self.spans[j]
        beside = self.text[max(0, start - 1) : start] + self.text[end : end + 1]
        return self.forms[j] in damaged_words() and not HYPHENS.intersection(beside)

    def joined(self, j: int, j_end: int) -> str:
        """The forms of the words `j` to `j_end` run together."""
        return "".join(self.forms[j:j_end])

    def shown(self, j: int, j_end: int) -> str:
        """The words `j` to `j_end` as they stand, on one line."""
        return " ".join(self.text[self.spans[j][0] : self.spans[j_end - 1][1]].split()) if j < j_end else ""


def find_quote(quote: str, text: str) -> Found | None:
    """Where `text` holds the words of `quote`, or None when it does not; an ellipsis in the quote stands for any words."""
    words, source = tuple(_words(quote)), _read(text)
    window = _window(words, source) if words else None
    if window is None:
        return None
    return _found(words, source, _align(words, source, *window))


@lru_cache(maxsize=64)
def _read(text: str) -> Text:
    return Text(text)


@lru_cache(maxsize=100_000)
def form_of(word: str) -> str:
    """A word in lower case without accents, apostrophes, footnote marks and thousands separators; "%" is a word."""
    lower = SYMBOLS.get(word) or word.casefold().translate(SILENT).replace("ı", "i")
    if not lower.isascii():
        lower = "".join(c for c in unicodedata.normalize("NFKD", lower) if not unicodedata.combining(c))
    return re.sub(r",(?=\d{3}(?!\d))", "", lower)


def _words(quote: str) -> Iterator[Word]:
    """The words of a quotation and the gaps between them."""
    found = [m for m in QUOTED.finditer(quote) if m.lastgroup or form_of(m[0])]
    solid = [k for k, m in enumerate(found) if m.lastgroup not in ("omission", "insertion")]
    at = 0
    for match in found[solid[0] : solid[-1] + 1] if solid else ():
        opens, at = bool(BREAK.search(quote, at, match.start())), match.end()
        gap = {"omission": OMITTED, "insertion": INSERTED}.get(match.lastgroup or "", 0.0)
        form = form_of(re.sub(r"[\[\]]", "", match[0]))
        yield Word(form, match[0], gap, match.lastgroup == "glued", opens)


def _joined(words: Sequence[Word], i: int, i_end: int) -> str:
    return "".join(word.form for word in words[i:i_end])


def _window(words: Sequence[Word], source: Text) -> tuple[int, int] | None:
    """The words of the text among which the quotation must be, found by its longest unbroken part."""
    parts = [[k for k, _ in part] for gap, part in groupby(enumerate(words), key=lambda kw: kw[1].gap) if not gap]
    part = max(parts, key=lambda part: len(_joined(words, part[0], part[-1] + 1)))
    first, last = part[0], part[-1]
    letters = _joined(words, first, last + 1)
    if len(letters) >= len(source.letters):
        return (0, len(source.forms)) if len(source.letters) >= DENSE * len(letters) else None
    place = fuzz.partial_ratio_alignment(letters, source.letters, score_cutoff=LIKE)
    if place is None:
        return None
    room = _room(last + 1 - first)
    low = bisect_right(source.at, place.dest_start) - 1 - room - _reach(words[:first])
    high = bisect_left(source.at, place.dest_end) + room + _reach(words[last + 1 :])
    return max(0, low), min(len(source.forms), high)


def _room(count: int) -> int:
    """How many words beside its likeliest place the beginning or end of so many words may stand."""
    return 6 + min(24, count // 2)


def _reach(beside: Sequence[Word]) -> int:
    """How many words of the text the words beside a found part may take."""
    return sum(REACH if word.gap == OMITTED else 4 if word.gap else 1 for word in beside)


Way = tuple[int, int, int | None]
"""The words of quotation and text before a step of an alignment, and how many letters differ in it."""
Alike = Mapping[int, Sequence[tuple[float, Way]]]
"""Steps by the word of the text behind them, each with its cost."""


def _align(words: Sequence[Word], source: Text, low: int, high: int) -> Sequence[Step]:
    """The cheapest alignment of all quoted words with words of the text from `low` to `high`, in order.

    costs[i][j]: what taking the first i quoted words costs when word low + j is reached; it may begin and end anywhere.
    """
    passed = source.passed(low, high)
    breaks = {opens: [ACROSS * (source.opens(j) is not opens) for j in range(low, high + 1)] for opens in (False, True)}
    costs: list[list[float]] = [[0.0] * (high - low + 1)]
    ways: list[Mapping[int, Way]] = []
    alike = _alike(words, source, low, high)
    for i, word in enumerate(words):
        lost = 0.0 if word.gap else LOST
        added = [word.gap or (PASSED if j in passed else ADDED) for j in range(low, high)]
        row = _row(costs, _near(words, i, high - low), lost, added, _changed_costs(words, i, breaks), alike[i + 1])
        costs.append([row[j][0] if j in row else math.inf for j in range(high - low + 1)])
        ways.append({j: way for j, (_, way) in row.items()})
    return _back(costs[-1], ways, low)


def _near(words: Sequence[Word], i: int, width: int) -> range:
    """The places of a window that word `i` may reach: near its own number, unless there are gaps."""
    room = _room(len(words))
    if any(word.gap for word in words):
        return range(width + 1)
    return range(max(0, min(i, width) - room), min(width, i + 4 * room) + 1)


def _row(
    costs: Sequence[Sequence[float]],
    near: range,
    lost: float,
    added: Sequence[float],
    changed: Sequence[float],
    alike: Alike,
) -> Mapping[int, tuple[float, Way]]:
    """For each place the cost of having taken one more quoted word when it is reached, and the way there."""
    above, i = costs[-1], len(costs) - 1
    row: dict[int, tuple[float, Way]] = {}
    last = math.inf
    for j in near:
        way: Way = (i, j, None)
        cost = above[j] + lost
        if j and above[j - 1] + changed[j - 1] < cost:
            cost, way = above[j - 1] + changed[j - 1], (i, j - 1, None)
        if j and last + added[j - 1] < cost:
            cost, way = last + added[j - 1], (i + 1, j - 1, None)
        for extra, start in alike.get(j, ()):
            if costs[start[0]][start[1]] + extra < cost:
                cost, way = costs[start[0]][start[1]] + extra, start
        row[j] = last, _ = cost, way
    return row


def _changed_costs(words: Sequence[Word], i: int, breaks: Mapping[bool, Sequence[float]]) -> Sequence[float]:
    """What each word of the text costs as another word for word `i`; more where only one begins or ends a sentence."""
    none = [0.0] * len(breaks[True])
    if words[i].gap:
        return [math.inf] * len(none)
    begins = breaks[words[i].opens] if i else none
    ends = breaks[words[i + 1].opens] if i + 1 < len(words) else none
    return [CHANGED + begin + end for begin, end in zip(begins, ends[1:], strict=False)]


def _back(last: Sequence[float], ways: Sequence[Mapping[int, Way]], low: int) -> Sequence[Step]:
    """The steps that led to the cheapest end."""
    i, j = len(ways), last.index(min(last))
    steps: list[Step] = []
    while i:
        i_before, j_before, differs = ways[i - 1][j]
        steps.append(Step(i_before, i, low + j_before, low + j, differs))
        i, j = i_before, j_before
    return steps[::-1]


def _alike(words: Sequence[Word], source: Text, low: int, high: int) -> Mapping[int, Alike]:
    """Runs of quoted words and runs of words of the text that are alike, by the words behind them."""
    runs = list(_runs(source.forms, low, high))
    starts = [j for _, j, _ in runs]
    shapes = [shape_of("".join(run)) for run, _, _ in runs]
    found: dict[int, dict[int, list[tuple[float, Way]]]] = defaultdict(lambda: defaultdict(list))
    for i, i_end in _plain_runs(words):
        forms, form = [word.form for word in words[i:i_end]], _joined(words, i, i_end)
        near = _near(words, i, high - low)
        first, last = bisect_left(starts, low + near.start), bisect_left(starts, low + near.stop)
        limit = 1 if len(form) < 9 else 2 if len(form) < 14 else 3
        for _, distance, k in process.extract(
            shape_of(form), shapes[first:last], scorer=Levenshtein.distance, score_cutoff=limit, limit=None
        ):
            run, j, j_end = runs[first + k]
            if _may_be(forms, run, int(distance)):
                differs = Levenshtein.distance(form, "".join(run))
                cost = min(MOST_MISREAD, MISREAD * differs) + MERGED * (i_end - i > 1 or j_end - j > 1)
                found[i_end][j_end - low].append((cost, (i, j - low, differs)))
    return found


def _plain_runs(words: Sequence[Word]) -> Iterator[tuple[int, int]]:
    """Every run of one to three words without a gap."""
    for i in range(len(words)):
        for i_end in range(i + 1, min(i + 3, len(words)) + 1):
            if words[i_end - 1].gap:
                break
            yield i, i_end


def _runs(forms: Sequence[str], low: int, high: int) -> Iterator[tuple[Sequence[str], int, int]]:
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
        return _letters(one, other) <= (1 if min(len(one), len(other)) < 4 else len(one) // 2)
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


@lru_cache(maxsize=100_000)
def shape_of(form: str) -> str:
    """A form with the letters that scanners confuse made one."""
    return _spelled_out(form).translate(SHAPES)


@lru_cache(maxsize=100_000)
def _spelled_out(form: str) -> str:
    """A form with letters for figures, and one letter for those that together look like it."""
    return re.sub("|".join(RUNS), lambda run: RUNS[run[0]], form.translate(LETTERS))


def _letters(one: str, other: str) -> int:
    """How many letters differ, letters that together look like one as one."""
    return Levenshtein.distance(_spelled_out(one), _spelled_out(other))


def _is_scanned_badly(words: Sequence[Word], source: Text, steps: Sequence[Step]) -> bool:
    """True when the words around the place, or several of its own, show that a scanner misread the text."""
    first, last = steps[0].j, steps[-1].j_end - 1
    low, high = source.word_at(source.spans[first][0] - AROUND), source.word_at(source.spans[last][1] + AROUND)
    signs = sum(source.is_damaged(j) for j in [*range(low, first), *range(last + 1, high)])
    signs += len(STRAY.findall(source.text, source.spans[low][0], source.spans[high - 1][1]))
    for step in steps:
        if step.differs:
            given = source.joined(step.j, step.j_end)
            signs += _looks_misread(_joined(words, step.i, step.i_end), given, signs > 0 and source.counts[given] < 2)
    return signs > 1 and signs >= DAMAGED * (high - low)


def _looks_misread(quoted: str, given: str, unknown: bool) -> bool:
    """True when two words differ only in letters that look alike (or one of them is no word), and in no ending."""
    alike = unknown or shape_of(quoted) == shape_of(given)
    return alike and not any(c.isdigit() for c in quoted) and given not in STOP and stem_of(quoted) != stem_of(given)


@lru_cache(maxsize=1)
def damaged_words() -> frozenset[str]:
    """Frequent words with one letter misread; those that few words are like with any other letter or none."""
    misread = {_with(word, i, c) for word in COMMON for i, letter in enumerate(word) for c in READ_FOR.get(letter, "")}
    anything = [*"abcdefghijklmnopqrstuvwxyz0135", ""]
    misread |= {_with(word, i, c) for word in LONELY for i in range(len(word)) for c in anything}
    return frozenset(misread) - LIKE_LONELY.union(COMMON, LONELY)


def _with(word: str, i: int, letter: str) -> str:
    return word[:i] + letter + word[i + 1 :]


def _is_misread(quoted: str, given: str, counts: Mapping[str, int]) -> bool:
    """True when, in a badly scanned text, `given` is `quoted` misread and no other word.

    Another figure, a negation, a scale or a prefix is never taken for a misreading, nor is a word the text has elsewhere.
    """
    if any(c.isdigit() for c in quoted):
        return quoted == given.translate(FIGURES)
    if _means_other(quoted, given):
        return False
    if _lacks_a_letter(quoted, given, counts) or (len(quoted) < 4 and _one_letter_misread(quoted, given)):
        return True
    same_shape = shape_of(quoted) == shape_of(given)
    if given in STOP or counts[given] >= (max(3, counts[quoted] / 4) if same_shape else 2):
        return False
    if same_shape:
        return _letters(quoted, given) <= 1 + len(quoted) // 3
    return Levenshtein.distance(quoted, given) <= (len(quoted) + 3) // 4 and stem_of(quoted) != stem_of(given)


def _means_other(quoted: str, given: str) -> bool:
    """True for words so near and yet so far: "not" and "now", "ever" and "never", "million" and "billion", "legal" ..."""
    if given in NEGATIONS and quoted not in NEGATIONS:
        return True
    if quoted in NEGATIONS and given not in NEGATIONS and (given in STOP or quoted.endswith(given)):
        return True
    short, long = sorted((quoted, given), key=len)
    return {quoted, given} <= SCALES or (long.endswith(short) and long[: -len(short)] in PREFIXES)


def _lacks_a_letter(quoted: str, given: str, counts: Mapping[str, int]) -> bool:
    """True when one letter was lost, and that made no other form of the word the text has elsewhere."""
    if len(given) != len(quoted) - 1 or LCSseq.similarity(quoted, given) != len(given):
        return False
    return counts[given] < 2 or stem_of(quoted) != stem_of(given)


def _one_letter_misread(quoted: str, given: str) -> bool:
    """True when one letter was read as another that scanners take for it."""
    other = [(a, b) for a, b in zip(quoted, given, strict=False) if a != b]
    return len(quoted) == len(given) and len(other) == 1 and other[0][1] in READ_FOR.get(other[0][0], "")


def _found(words: Sequence[Word], source: Text, steps: Sequence[Step]) -> Found | None:
    """What an alignment says; None when it keeps too little of the quotation or is its indirect speech."""
    place = [step for step in steps if step.i < step.i_end and step.j < step.j_end]
    if not place:
        return None
    start, end = source.spans[place[0].j][0], source.spans[place[-1].j_end - 1][1]
    exact = all(step.differs == 0 for step in steps)
    scanned_badly = not exact and _is_scanned_badly(words, source, steps)
    runs = tuple(_changed(words, source, steps, scanned_badly))
    if not _is_kept(words, runs, _needed(source.text, start, end), scanned_badly):
        return None
    if _is_reported(words, source, runs, start):
        return None
    return Found(start, end, tuple((_shown(words, run), source.shown(run.j, run.j_end)) for run in runs))


def _shown(words: Sequence[Word], run: Step) -> str:
    return " ".join(word.shown for word in words[run.i : run.i_end])


def _changed(words: Sequence[Word], source: Text, steps: Sequence[Step], scanned_badly: bool) -> Iterator[Step]:
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
    quoted, given = _joined(words, step.i, step.i_end), source.joined(step.j, step.j_end)
    if step.j == step.j_end:
        return not words[step.i].gap and not (scanned_badly and len(words[step.i].shown) == 1 and not quoted.isdigit())
    if step.differs == 0 or _is_same(quoted, given, words[step.i].loose):
        return False
    if not scanned_badly or not _is_misread(quoted, given, source.counts):
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


def _is_kept(words: Sequence[Word], runs: Sequence[Step], needed: float, scanned_badly: bool) -> bool:
    """True when enough of the quotation stands in the text, close enough together, and changed in few enough places."""
    lost = {i for run in runs for i in range(run.i, run.i_end)}
    plain = [i for i, word in enumerate(words) if not word.gap]
    content = plain + [i for i in plain if words[i].form not in STOP]
    kept = sum(i not in lost for i in plain)
    added = sum(max(0, (run.j_end - run.j) - (run.i_end - run.i)) for run in runs)
    few = scanned_badly or len(runs) <= min(MOST_PLACES, 1 + len(plain) // WORDS_PER_PLACE)
    enough = all(sum(i not in lost for i in counted) >= needed * len(counted) for counted in (plain, content))
    return few and enough and kept >= DENSE * (kept + added)


def _needed(text: str, start: int, end: int) -> float:
    """The share of its words a quotation must keep at this place."""
    alone = OPENING.search(text, max(0, start - 3), start) and CLOSING.match(text, end)
    return KEPT_IN_MARKS if alone else KEPT


def _is_reported(words: Sequence[Word], source: Text, runs: Sequence[Step], start: int) -> bool:
    """True for indirect speech: outside quotation marks, "we" turned to "they", and "will" to "would" or a "said" before."""
    pairs = [({w.form for w in words[run.i : run.i_end]}, set(source.forms[run.j : run.j_end])) for run in runs]
    if not any(quoted & FIRST and given & THIRD for quoted, given in pairs):
        return False
    shifted = any(quoted & TENSES and given & TENSES for quoted, given in pairs)
    reported = REPORTING.search(source.text, max(0, start - 40), start)
    return bool(shifted or reported) and not _in_marks(source.text, start)


def _in_marks(text: str, start: int) -> bool:
    """True when a quotation begins before `start` in its paragraph and has not ended."""
    before = text[text.rfind("\n\n", 0, start) + 1 : start]
    curly = before.rfind("“") > before.rfind("”")
    single = before.rfind("‘") > max((m.start() for m in re.finditer(r"’(?!\w)", before)), default=-1)
    return curly or single or before.count('"') % 2 == 1
