"""What a sentence tells as a condition, as destined, as hearsay or as somebody's thought: none of it is said as a fact."""

from collections.abc import Iterator

from compare.lexicon import hearsay, thoughts
from compare.text.scopes import Scope, scope_end
from compare.text.sentence import Sentence
from compare.text.small_words import BE, NOUN_BEFORE

INVERTED, WOULD = frozenset("had were should".split()), frozenset("would could might".split())
"""With one of these first and one of those behind it a sentence tells what did not happen ("Had he voted, it would have passed")."""
SINGLED = frozenset("first second third last only".split())


def conditions(sentence: Sentence) -> Iterator[Scope]:
    """What hangs on a condition: its own clause, and all of a sentence that opens with it or says "would"."""
    last = len(sentence.folded.words) - 1
    for i in range(last):
        if sentence.form(i) in ("if", "unless"):
            whole = i == 0 or any(sentence.form(j) == "would" for j in range(last + 1))
            yield Scope("conditional", i, 0 if whole else i + 1, last if whole else scope_end(sentence, i + 1))
        elif i == 0 and sentence.form(i) in INVERTED and any(form in WOULD for form in sentence.forms):
            yield Scope("conditional", i, 0, last)
        elif sentence.form(i) == "whether":
            yield Scope("unknown", i, i + 1, last)


def destined(sentence: Sentence) -> Iterator[Scope]:
    """What somebody "is to" do, and what a thing is there "to be" done with ("oil to be delivered in May"), is planned."""
    for i in range(len(sentence.folded.words) - 2):
        if sentence.form(i) in BE and sentence.form(i + 1) == "to":
            yield Scope("planned", i, i + 2, scope_end(sentence, i + 2))
        elif sentence.form(i + 1) == "to" and sentence.form(i + 2) == "be" and _is_thing(sentence, i):
            yield Scope("planned", i + 1, i + 2, scope_end(sentence, i + 2))


def _is_thing(sentence: Sentence, i: int) -> bool:
    """True for a noun, unless it is told as the first or last or only one ("the last ship to be built here")."""
    near = {sentence.form(j) for j in range(max(0, i - 4), i + 1)}
    singled = any(form in SINGLED or form.endswith("est") for form in near)
    return i in sentence.content and i not in sentence.verbs and not singled


def hearsay_of(sentence: Sentence) -> Iterator[Scope]:
    """What is so according to those whose word alone makes no report: all of the sentence but their name."""
    last = len(sentence.folded.words) - 1
    for i in range(last):
        if (sentence.form(i), sentence.form(i + 1)) != ("according", "to"):
            continue
        ends = next((j - 1 for j in range(i + 3, last + 1) if "," in sentence.between(j)), last)
        if any(i < places[0] <= ends for phrase in hearsay() for places in sentence.places(phrase)):
            yield Scope("alleged", i, 0, last)


def thoughts_of(sentence: Sentence) -> Iterator[Scope]:
    """What stands behind "that" as the content of a report, a belief or a fear."""
    for i, key in enumerate(sentence.keys[:-1]):
        if key in thoughts() and sentence.form(i + 1) == "that" and _is_noun(sentence, i):
            yield Scope("reported", i, i + 2, scope_end(sentence, i + 2, True))


def _is_noun(sentence: Sentence, i: int) -> bool:
    """True for a word that opens the sentence, or has an article, a preposition or "be" before it, another word between at most."""
    if sentence.form(i).endswith("ed"):
        return False
    near = [sentence.form(k) for k in (i - 1, i - 2) if k >= 0 and not (k == i - 2 and i - 1 in sentence.named)]
    return i == 0 or any(form in NOUN_BEFORE or form in BE or form == "despite" for form in near)
