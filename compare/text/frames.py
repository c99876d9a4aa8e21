"""How a word is said: as a fact, denied, planned, agreed, alleged, asked ...: what a sentence does not assert supports nothing.

An operator ("fails to", "plans for", "no evidence that", "may") frames the words behind it as far as its clause goes; a verdict behind
a thing ("was shelved") frames the words before it; a question frames all. The words are data: `lexicon/<language>/operators.txt`,
`verdicts_after.txt`, `neutral_negations.txt`.
"""

import re
from collections.abc import Iterator, Mapping
from enum import Enum, auto
from functools import lru_cache
from typing import NamedTuple

from compare.lexicon import Operator, hearsay, neutral_negations, operators, thoughts, verdicts_after
from compare.text.sentence import BE, DETERMINERS, NOUN_BEFORE, Sentence

NEGATIONS = frozenset("not never no neither nor none nobody nothing without cannot hardly scarcely".split())
DENYING = ("denied", "failed")
PLANNED = frozenset(("planned", "agreed", "proposed", "asked", "hoped"))
WISHED = frozenset(("proposed", "asked"))
"""Of these what others are to do."""
UNCERTAIN = frozenset(("possible", "alleged", "doubted", "feared"))
OPEN = frozenset(("conditional", "unknown", "reported"))
"""What hangs on a condition, is asked or hearsay: nothing is said of it either way."""
STOPS = re.compile(r"[;:()–—]|\s-\s")
"""What ends every scope."""
CONTRAST = frozenset(
    "but although though while whereas however except because when after before until unless since".split()
)
INVERTED, WOULD = frozenset("had were should".split()), frozenset("would could might".split())
"""With one of these first and one of those behind it a sentence tells what did not happen ("Had he voted, it would have passed")."""
RELATIVE = frozenset("which who whose whom where".split())
SUBJECTS = DETERMINERS | frozenset("he she it they we i there".split())
SINGLED = frozenset("first second third last only".split())
REPORTS = frozenset(("that", "whether"))
EXCEPTED = frozenset(("until", "before", "till"))
"""With "not" these assert: "did not open until 2009"."""
OBJECT = 9
"""Within how many words behind "accuse" its "of" may stand."""
WITHIN = 8
"""How many words behind "not" its "until" may stand."""


class Frame(NamedTuple):
    """How a word is said: `denied`, and `mode`, "" for a fact; `at` is the word that makes it so, None for a plain fact."""

    denied: bool = False
    mode: str = ""
    at: int | None = None

    @property
    def told(self) -> str:
        """The frame in words a person can read."""
        return " ".join(word for word in ("denied" if self.denied else "", self.mode) if word) or "said as a fact"


FACT = Frame()


class Clash(Enum):
    """How a word is said otherwise in one sentence than in another."""

    DENIED = auto()
    MODE = auto()
    """planned, alleged or possible where the other says it as a fact"""
    OPEN = auto()
    """nothing can be told of it"""


def clash_of(mine: Frame, theirs: Frame) -> tuple[Clash, str] | None:
    """How a passage says a word otherwise than a statement, and as what; None when it says it alike, or as surely."""
    if theirs.mode in OPEN:
        return None if mine.mode == theirs.mode else (Clash.OPEN, theirs.mode)
    if theirs.mode in UNCERTAIN and theirs.mode != mine.mode:
        return Clash.MODE, theirs.mode
    if mine.mode in UNCERTAIN and theirs.mode in PLANNED and mine.denied == theirs.denied:
        return Clash.OPEN, theirs.mode
    if mine.mode in UNCERTAIN and not theirs.mode:
        return None if mine.denied == theirs.denied else (Clash.OPEN, "otherwise")
    if mine.denied != theirs.denied:
        return Clash.DENIED, "denied" if theirs.denied else "asserted"
    if theirs.mode in PLANNED and (mine.mode not in PLANNED or (mine.mode in WISHED) != (theirs.mode in WISHED)):
        return Clash.MODE, theirs.mode
    return (Clash.MODE, "done") if mine.mode in PLANNED and not theirs.mode else None


class Scope(NamedTuple):
    """The words `first` to `last`, both included, that the operator at `at` frames."""

    mode: str
    at: int
    first: int
    last: int


@lru_cache(maxsize=20_000)
def may_deny(sentence: Sentence) -> bool:
    """False where no word of a sentence can frame another as denied or failed: all that is asked of most sentences."""
    held = sentence.at.keys()
    if any(form in NEGATIONS or form.endswith("n't") for form in sentence.forms):
        return True
    return any(words <= held for key in held for words in _denying().get(key, ()))


@lru_cache(maxsize=1)
def _denying() -> Mapping[str, tuple[frozenset[str], ...]]:
    """The keys of the words of every operator that denies, by the first of them."""
    found: dict[str, list[frozenset[str]]] = {}
    for first, some in (*operators().items(), *verdicts_after().items()):
        found.setdefault(first, []).extend(operator.words for operator in some if operator.mode in DENYING)
    return {first: tuple(words) for first, words in found.items() if words}


@lru_cache(maxsize=20_000)
def frames_of(sentence: Sentence) -> tuple[Frame, ...]:
    """The frame of every word."""
    count = len(sentence.folded.words)
    if re.search(r"\?[\"”’')\]]*\s*$", sentence.folded.text):
        return (Frame(False, "unknown", max(0, count - 1)),) * count
    scopes = [
        *_negations(sentence),
        *_operators(sentence),
        *_verdicts(sentence),
        *_conditions(sentence),
        *_destined(sentence),
        *_hearsay(sentence),
        *_thoughts(sentence),
    ]
    return tuple(_frame(i, [s for s in scopes if s.first <= i <= s.last]) for i in range(count))


def _frame(i: int, scopes: list[Scope]) -> Frame:
    if not scopes:
        return FACT
    denials = {s.at for s in scopes if s.mode in DENYING}
    moded = [s for s in scopes if s.mode not in DENYING]
    open_ = next((s.mode for s in moded if s.mode in OPEN), "")
    mode = open_ or (max(moded, key=lambda s: s.at).mode if moded else "")
    at = max(s.at for s in scopes)
    if len(denials) > 1:
        return Frame(False, "unknown", at)
    return Frame(bool(denials), mode, at)


def _negations(sentence: Sentence) -> Iterator[Scope]:
    for i in range(len(sentence.folded.words)):
        form = sentence.form(i)
        if not (form in NEGATIONS or form.endswith("n't")) or _is_neutral(sentence, i) or _goes_on(sentence, i):
            continue
        behind = i + 3 if sentence.form(i + 1) == "of" and sentence.form(i + 2) in RELATIVE else i + 1  # "none of whom"
        last = _scope_end(sentence, behind)
        if any(sentence.form(j) in EXCEPTED for j in range(i + 1, min(i + 1 + WITHIN, len(sentence.folded.words)))):
            continue
        yield Scope("denied", i, i + 1, last)
        if (
            form in ("no", "none", "nothing", "nobody")
            and sentence.form(i - 1) != "with"
            and not any(i < v <= last for v in sentence.verbs)
        ):
            verb = max((v for v in sentence.verbs if v < i and _scope_end(sentence, v) >= i), default=None)
            if verb is not None:
                yield Scope("denied", i, verb, verb)


def _goes_on(sentence: Sentence, i: int) -> bool:
    """True for the "nor" of a "neither" or "not" before it: both deny once."""
    return sentence.form(i) == "nor" and any(sentence.form(j) in ("neither", "not", "no") for j in range(i))


def _is_neutral(sentence: Sentence, i: int) -> bool:
    """True for a negative word of a phrase that denies nothing ("not only")."""
    for phrase in neutral_negations().get(sentence.form(i), ()):
        for shift, form in enumerate(phrase):
            first = i - shift
            if form == sentence.form(i) and all(sentence.form(first + k) == word for k, word in enumerate(phrase)):
                return True
    return False


def _operators(sentence: Sentence) -> Iterator[Scope]:
    known, held = operators(), sentence.at.keys()
    for i, key in enumerate(sentence.keys):
        begun = known.get(key)
        if not begun or (i and sentence.is_capital(i)):
            continue
        for operator in begun:
            if not held >= operator.words:
                continue
            last = _end_of(sentence, operator, i)
            first = None if last is None else _opens(sentence, operator, last)
            if first is not None and last is not None:
                yield Scope(operator.mode, i, first, _scope_end(sentence, first, operator.takes in REPORTS))
                break


def _end_of(sentence: Sentence, operator: Operator, i: int) -> int | None:
    """The last word of an operator that begins at word `i`, an adverb between two of its words; None when it does not stand there."""
    for key in operator.phrase[1:]:
        i += 1
        if i < len(sentence.keys) and sentence.keys[i] != key and _is_adverb(sentence.form(i)):
            i += 1
        if operator.takes == "ing" and key == operator.phrase[-1]:
            i = _behind_object(sentence, i, key)
        if i >= len(sentence.keys) or sentence.keys[i] != key:
            return None
    return i


def _is_adverb(form: str) -> bool:
    return form.endswith("ly") or form in ("often", "also", "now", "still", "always", "sometimes")


def _behind_object(sentence: Sentence, i: int, key: str) -> int:
    """Where the last word of "accuse of" and the like stands, with whom it is done to before it ("suspect the groom of having sent")."""
    for j in range(i, min(i + OBJECT, len(sentence.keys) - 1)):
        if sentence.keys[j] == key and sentence.form(j + 1).endswith("ing"):
            return j
        if j in sentence.verbs or STOPS.search(sentence.between(j)):
            break
    return i


def _opens(sentence: Sentence, operator: Operator, last: int) -> int | None:
    """The first word an operator frames; None when what it takes does not follow."""
    follows = sentence.form(last + 1)
    if not follows or (operator.takes != "that" and STOPS.search(sentence.between(last + 1))):
        return None
    if operator.takes == "any":
        return None if len(operator.phrase) == 1 and _is_thing_said(sentence, last) else last + 1
    if operator.takes == "ing":
        near = range(last + 1, min(last + 4, len(sentence.keys)))
        return next((j for j in near if sentence.form(j).endswith("ing")), None)
    if operator.takes == "noun":
        if sentence.form(last).endswith("ing") and not (follows in DETERMINERS or sentence.is_capital(last + 1)):
            return None  # "challenging times" challenge nothing
        return last + 1 if follows not in ("to", "that") and follows not in BE else None
    if operator.takes == "that":
        return (
            last + 1
            if follows == "that" or last + 1 in sentence.verbs or follows in SUBJECTS
            else _subject(sentence, last + 1)
        )
    reach = 6 if operator.takes in ("to", "whether") else 3
    for j in range(last + 1, min(last + 1 + reach, len(sentence.keys) - 1)):
        if j > last + 1 and _breaks(sentence, j):
            return None
        if sentence.form(j) == operator.takes:
            return j + 1
    return None


def _is_thing_said(sentence: Sentence, i: int) -> bool:
    """True for a noun that has the key of a verb ("the plan created jobs" plans nothing)."""
    return sentence.form(i - 1) in DETERMINERS and not sentence.form(i).endswith(("ed", "ing"))


def _breaks(sentence: Sentence, j: int) -> bool:
    """True for a word that cannot stand between an operator and what it takes: a verb in the past, or one behind a comma."""
    return "," in sentence.between(j) or (j in sentence.verbs and sentence.form(j - 1) not in ("to", "not"))


def _subject(sentence: Sentence, i: int) -> int | None:
    return i if sentence.is_capital(i) else None


def _scope_end(sentence: Sentence, first: int, reported: bool = False) -> int:
    """The last word of the clause that word `first` begins; what is reported runs on over commas."""
    for j in range(first + 1, len(sentence.folded.words)):
        gap, form = sentence.between(j), sentence.form(j)
        if STOPS.search(gap) or form in ("but", "although", "whereas", "though"):
            return j - 1
        if not reported and (form in CONTRAST or form in RELATIVE or "," in gap):
            return j - 1
        if not reported and form == "and" and sentence.form(j + 1) in SUBJECTS:
            return j - 1
    return len(sentence.folded.words) - 1


def _verdicts(sentence: Sentence) -> Iterator[Scope]:
    """What is told behind a thing: "plans for a runway have been shelved" frames the words before it."""
    known, held = verdicts_after(), sentence.at.keys()
    for i, key in enumerate(sentence.keys):
        for operator in known.get(key, ()):
            if (
                held >= operator.words
                and _end_of(sentence, operator, i) is not None
                and (operator.takes == "any" or _is_said(sentence, i))
            ):
                yield Scope(operator.mode, i, _clause_start(sentence, i), i - 1)
                break


def _is_said(sentence: Sentence, i: int) -> bool:
    """True with a form of "be" before word `i`, adverbs skipped."""
    j = i - 1
    while j > 0 and sentence.form(j).endswith("ly"):
        j -= 1
    return sentence.form(j) in BE


def _clause_start(sentence: Sentence, i: int) -> int:
    for j in range(i, 0, -1):
        if STOPS.search(sentence.between(j)) or sentence.form(j) in CONTRAST or sentence.form(j - 1) in ("but", "that"):
            return j
    return 0


def _destined(sentence: Sentence) -> Iterator[Scope]:
    """What somebody "is to" do, and what a thing is there "to be" done with ("oil to be delivered in May"), is planned."""
    for i in range(len(sentence.folded.words) - 2):
        if sentence.form(i) in BE and sentence.form(i + 1) == "to":
            yield Scope("planned", i, i + 2, _scope_end(sentence, i + 2))
        elif sentence.form(i + 1) == "to" and sentence.form(i + 2) == "be" and _is_thing(sentence, i):
            yield Scope("planned", i + 1, i + 2, _scope_end(sentence, i + 2))


def _is_thing(sentence: Sentence, i: int) -> bool:
    """True for a noun, unless it is told as the first or last or only one ("the last ship to be built here")."""
    near = {sentence.form(j) for j in range(max(0, i - 4), i + 1)}
    singled = any(form in SINGLED or form.endswith("est") for form in near)
    return i in sentence.content and i not in sentence.verbs and not singled


def _hearsay(sentence: Sentence) -> Iterator[Scope]:
    """What is so according to those whose word alone makes no report: all of the sentence but their name."""
    last = len(sentence.folded.words) - 1
    for i in range(last):
        if (sentence.form(i), sentence.form(i + 1)) != ("according", "to"):
            continue
        ends = next((j - 1 for j in range(i + 3, last + 1) if "," in sentence.between(j)), last)
        if any(i < places[0] <= ends for phrase in hearsay() for places in sentence.places(phrase)):
            yield Scope("alleged", i, 0, last)


def _thoughts(sentence: Sentence) -> Iterator[Scope]:
    """What stands behind "that" as the content of a report, a belief or a fear."""
    for i, key in enumerate(sentence.keys[:-1]):
        if key in thoughts() and sentence.form(i + 1) == "that" and _is_noun(sentence, i):
            yield Scope("reported", i, i + 2, _scope_end(sentence, i + 2, True))


def _is_noun(sentence: Sentence, i: int) -> bool:
    """True for a word that opens the sentence, or has an article, a preposition or "be" before it, another word between at most."""
    if sentence.form(i).endswith("ed"):
        return False
    near = [sentence.form(k) for k in (i - 1, i - 2) if k >= 0 and not (k == i - 2 and i - 1 in sentence.named)]
    return i == 0 or any(form in NOUN_BEFORE or form in BE or form == "despite" for form in near)


def _conditions(sentence: Sentence) -> Iterator[Scope]:
    """What hangs on a condition: its own clause, and all of a sentence that opens with it or says "would"."""
    last = len(sentence.folded.words) - 1
    for i in range(last):
        if sentence.form(i) in ("if", "unless"):
            whole = i == 0 or any(sentence.form(j) == "would" for j in range(last + 1))
            yield Scope("conditional", i, 0 if whole else i + 1, last if whole else _scope_end(sentence, i + 1))
        elif i == 0 and sentence.form(i) in INVERTED and any(form in WOULD for form in sentence.forms):
            yield Scope("conditional", i, 0, last)
        elif sentence.form(i) == "whether":
            yield Scope("unknown", i, i + 1, last)
