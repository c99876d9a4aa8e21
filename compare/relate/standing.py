"""Words of a statement without which another thing is said, however little they weigh."""

from compare.lexicon import privative
from compare.relate.held import Held
from compare.relate.shares import ALONE
from compare.text.scalars import places_of_scalars
from compare.text.sentence import Sentence
from compare.text.small_words import AUXILIARIES, DETERMINERS, MODALS, RELATORS

JOINING = frozenset(("and", "or", "nor"))
LISTED = 4
"""How many words, with articles and "and", two of a list stand apart at most."""
LIMITING = ALONE | {"sole", "first"}
"""Words that deny of all others what they say of one."""


def must_stand(held: Held, i: int) -> bool:
    """True for a word without which another thing is said, however little it weighs.

    What relates two things, "only", "deputy", a rank or score, a verb, its subject, the noun that tells what that is, and one of a list.
    """
    says = i in held.predicates and (i in held.mine.verbs or i == max(held.mine.complement, default=i))
    return (
        says
        or i in places_of_scalars(held.mine)
        or _is_listed(held, i)
        or _is_subject(held.mine, i)
        or held.mine.form(i) in RELATORS | LIMITING | privative()
    )


def _is_subject(sentence: Sentence, i: int) -> bool:
    """True for the noun right before a verb, of which the sentence speaks ("pottery is taught"), or that opens it ("the beech at")."""
    if i == _opening_noun(sentence):
        return True
    behind = i + 1
    while sentence.form(behind) in MODALS or sentence.form(behind).endswith("ly"):
        behind += 1
    speaks = behind in sentence.verbs or sentence.form(behind) in AUXILIARIES
    return speaks and i not in sentence.verbs and not sentence.form(i).endswith("ly") and sentence.between(i + 1) == " "


def _opening_noun(sentence: Sentence) -> int | None:
    """The head of the group of words that opens a sentence ("the old beech at Marl"); None for a name or a preposition."""
    head = None
    for i, form in enumerate(sentence.forms):
        if i in sentence.verbs or i in sentence.named or form in AUXILIARIES or (i and sentence.between(i) != " "):
            break
        if i in sentence.content:
            head = i
        elif form not in DETERMINERS:
            break
    return head


def _is_listed(held: Held, i: int) -> bool:
    """True for a word in a list of which the passage holds another ("a cup, a goose and a pair of boots")."""
    mine = held.mine
    for step in (-1, 1):
        k, joined = i, False
        while abs(k - i) < LISTED and 0 <= k + step < len(mine.keys):
            k += step
            joined = joined or "," in mine.between(max(k, k - step)) or mine.form(k) in JOINING
            if k in held.asked:
                if joined and k in held.links and k not in mine.verbs:
                    return True
                break
    return False
