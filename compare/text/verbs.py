"""Which words of a sentence are verbs, and of what kind.

No parser: English marks a verb by its auxiliaries, its ending or its irregular form often enough. What is not marked is no verb here.
"""

from functools import lru_cache
from typing import TYPE_CHECKING

from compare.fold import STOP
from compare.lexicon import lines
from compare.text.small_words import (
    AUXILIARIES,
    BARE,
    BE,
    DETERMINERS,
    DO,
    GAP,
    MODALS,
    MOVING,
    NOUN_BEFORE,
    NUMBERS,
    PASSIVE_ENDINGS,
    PLURALS,
    SAYS_LITTLE,
    SKIPPED,
    UNCHANGED,
    UNFINISHED,
)

if TYPE_CHECKING:
    from compare.text.sentence import Sentence


def verbs_of(sentence: "Sentence") -> tuple[int, ...]:
    """The words that are verbs: behind an auxiliary, a modal or "to", or by their form."""
    found = tuple(i for i in range(len(sentence.folded.words)) if _is_verb(sentence, i))
    if found or any(form in AUXILIARIES or form in MODALS for form in sentence.forms):
        return found
    return tuple(i for i in range(1, len(sentence.forms)) if _can_be_present(sentence, i))


def is_finite(sentence: "Sentence", i: int) -> bool:
    """False for a verb that tells no time by itself: behind "to", "being" or "having", or in -ing without a form of "be"."""
    j = i - 1
    while (
        j >= 0
        and (sentence.form(j) in AUXILIARIES or sentence.form(j) in SKIPPED)
        and sentence.form(j) not in UNFINISHED
    ):
        j -= 1
    helped = any(sentence.form(k) in BE for k in range(j + 1, i))
    return not (
        sentence.form(j) == "to" or sentence.form(j) in UNFINISHED or (sentence.form(i).endswith("ing") and not helped)
    )


def is_passive(sentence: "Sentence", i: int) -> bool:
    """True for a participle behind a form of "be", and for one with "by" behind it that follows its noun."""
    form = sentence.form(i)
    participle = form.endswith(PASSIVE_ENDINGS)
    if participle and _helper(sentence, i) in BE | {"get", "gets", "got"}:
        return True
    return participle and sentence.form(i + 1) == "by"


def _is_verb(sentence: "Sentence", i: int) -> bool:
    form = sentence.form(i)
    if form in AUXILIARIES or form in MODALS or not form.isalpha() or (i in sentence.named and i) or form in NUMBERS:
        return False
    before = _helper(sentence, i)
    if sentence.form(i - 2) == "no" and sentence.form(i - 1) == "longer":
        return form not in STOP
    if before in MODALS or before == "to":
        return (form not in STOP or form in MOVING) and sentence.form(i - 1) not in DETERMINERS
    if before in DO and (form not in STOP or form in MOVING):
        return True
    if before in AUXILIARIES:
        return form.endswith((*PASSIVE_ENDINGS, "ing")) or form in _pasts() | UNCHANGED
    if sentence.form(i - 1) in DETERMINERS:
        return False
    if form in UNCHANGED:
        return (
            i > 0
            and sentence.form(i - 1) not in NOUN_BEFORE
            and (sentence.form(i + 1) in DETERMINERS or i + 1 in sentence.named or _measures(sentence, i + 1))
        )
    if form in BARE:
        return i > 0 and sentence.form(i - 1) not in NOUN_BEFORE
    return form in _pasts() or (form.endswith("ed") and len(form) > 3) or _is_present(sentence, i)


def _can_be_present(sentence: "Sentence", i: int) -> bool:
    """True for a form in -s that is the verb where the sentence has no other ("the river rises in Marl", "Norfab owns Helm")."""
    form, opens = (
        sentence.form(i),
        i + 1 == len(sentence.forms) or sentence.form(i + 1) in NOUN_BEFORE or i + 1 in sentence.named,
    )
    opens = opens or i - 1 in sentence.named or (i == 1 and sentence.is_capital(0))
    ends = form.endswith("s") and not form.endswith(("ss", "us", "is")) and len(form) > 3 and form.isalpha()
    counted = any(sentence.form(k) in NUMBERS or sentence.form(k).isdigit() for k in range(max(0, i - GAP), i))
    return ends and opens and i not in sentence.named and not counted and sentence.form(i - 1) not in NOUN_BEFORE


def _measures(sentence: "Sentence", i: int) -> bool:
    """True for a number, and for the word before it that bounds it ("about 40")."""
    return any(sentence.form(k)[:1].isdigit() for k in (i, i + 1))


def _is_present(sentence: "Sentence", i: int) -> bool:
    """True for a form in -s with a subject before it and an object or a complement behind it."""
    form, follows = sentence.form(i), sentence.form(i + 1)
    if not form.endswith("s") or form.endswith(("ss", "us", "is")) or len(form) < 4 or not i:
        return False
    if sentence.form(i - 1).isdigit() or sentence.form(i - 1) in NUMBERS:
        return False
    if form in SAYS_LITTLE:
        return sentence.form(i - 1) not in NOUN_BEFORE
    opens = follows in DETERMINERS or follows in ("to", "that", "as", "not", "up", "out") or follows.isdigit()
    opens = opens and "," not in sentence.between(i + 1)
    return opens and sentence.form(i - 1) not in NOUN_BEFORE


def _helper(sentence: "Sentence", i: int) -> str:
    """The auxiliary, modal or "to" in front of word `i`, adverbs skipped; "" for none."""
    j = i - 1
    while j >= 0 and (sentence.form(j) in SKIPPED or sentence.form(j).endswith("ly")) and j > i - 4:
        j -= 1
    form = sentence.form(j) if j >= 0 else ""
    return form if form in AUXILIARIES or form in MODALS or form == "to" else ""


@lru_cache(maxsize=1)
def _pasts() -> frozenset[str]:
    """Every irregular past form and participle."""
    forms = (form for line in lines("irregular") for form in line.split()[1:])
    return frozenset(form for form in forms if not PLURALS.match(form))
