"""Words that frame others by themselves: negations, operators ("fails to", "plans for") and verdicts behind a thing ("was shelved").

The words are data: `lexicon/<language>/operators.txt`, `verdicts_after.txt`, `neutral_negations.txt`.
"""

from collections.abc import Iterator

from compare.lexicon import Operator, neutral_negations, operators, verdicts_after
from compare.text.scopes import RELATIVE, STOPS, SUBJECTS, Scope, clause_start, scope_end
from compare.text.sentence import Sentence
from compare.text.small_words import BE, DETERMINERS

NEGATIONS = frozenset("not never no neither nor none nobody nothing without cannot hardly scarcely".split())
REPORTS = frozenset(("that", "whether"))
EXCEPTED = frozenset(("until", "before", "till"))
"""With "not" these assert: "did not open until 2009"."""
OBJECT = 9
"""Within how many words behind "accuse" its "of" may stand."""
WITHIN = 8
"""How many words behind "not" its "until" may stand."""


def negations(sentence: Sentence) -> Iterator[Scope]:
    """What "not" and its like deny."""
    for i in range(len(sentence.folded.words)):
        form = sentence.form(i)
        if not (form in NEGATIONS or form.endswith("n't")) or _is_neutral(sentence, i) or _goes_on(sentence, i):
            continue
        behind = i + 3 if sentence.form(i + 1) == "of" and sentence.form(i + 2) in RELATIVE else i + 1  # "none of whom"
        last = scope_end(sentence, behind)
        if form == "not" and sentence.form(i + 1) == "so" and sentence.form(i + 2) == "much":
            last = next((k - 1 for k in range(i + 3, last + 1) if sentence.form(k) == "as"), last)
        if any(sentence.form(j) in EXCEPTED for j in range(i + 1, min(i + 1 + WITHIN, len(sentence.folded.words)))):
            continue
        yield Scope("denied", i, i + 1, last)
        if (
            form in ("no", "none", "nothing", "nobody")
            and sentence.form(i - 1) != "with"
            and not any(i < v <= last for v in sentence.verbs)
        ):
            verb = max((v for v in sentence.verbs if v < i and scope_end(sentence, v) >= i), default=None)
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


def operated(sentence: Sentence) -> Iterator[Scope]:
    """What the listed operators of a sentence frame."""
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
                yield Scope(operator.mode, i, first, scope_end(sentence, first, operator.takes in REPORTS))
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


def verdicts(sentence: Sentence) -> Iterator[Scope]:
    """What is told behind a thing: "plans for a runway have been shelved" frames the words before it."""
    known, held = verdicts_after(), sentence.at.keys()
    for i, key in enumerate(sentence.keys):
        for operator in known.get(key, ()):
            if (
                held >= operator.words
                and _end_of(sentence, operator, i) is not None
                and (operator.takes == "any" or _is_said(sentence, i))
            ):
                yield Scope(operator.mode, i, clause_start(sentence, i), i - 1)
                break


def _is_said(sentence: Sentence, i: int) -> bool:
    """True with a form of "be" before word `i`, adverbs skipped."""
    j = i - 1
    while j > 0 and sentence.form(j).endswith("ly"):
        j -= 1
    return sentence.form(j) in BE
