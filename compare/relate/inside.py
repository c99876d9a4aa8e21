"""Words of a statement that the passage holds inside another thing: a clause about it, what it was once, what is still under way."""

from collections.abc import Iterator

from compare.relate.held import Held
from compare.relate.identity import places_of
from compare.relate.parties import verb_pairs
from compare.text.arguments import arguments_of
from compare.text.sentence import Sentence
from compare.text.small_words import BE, DETERMINERS

OPENS = frozenset("who which that whom".split())
"""Words that open a clause about the one named before them."""
ONCE = frozenset("formerly once previously originally initially".split())
"""Words before what a thing is no longer."""
UNDER_WAY = "being"


def is_in_relative(held: Held) -> bool:
    """True when the subject of the statement is only named in a clause about the passage's subject ("the man who shot Kay was held")."""
    for i in held.predicates:
        link = held.links.get(i)
        subject = _subject(held, i)
        for verb in link.places if link and subject else ():
            if verb in held.theirs.verbs and all(_is_inside(held.theirs, j, verb) for j in subject):
                return True
    return False


def _subject(held: Held, i: int) -> frozenset[int]:
    """Where the subject of a verb of the statement stands in the passage; nowhere where the passage's is another form of it."""
    ours = arguments_of(held.mine, i)
    mine = ours.done if held.mine.is_passive(i) else ours.doer
    return places_of(held, mine & frozenset(held.asked))


def _is_inside(sentence: Sentence, j: int, verb: int) -> bool:
    """True when a clause with a verb of its own holds word `j`, and its antecedent goes on with the verb behind it."""
    if j > verb or any("," in sentence.between(k) for k in range(j + 1, verb + 1)):
        return False
    opens = next((k for k in range(j - 1, 0, -1) if sentence.form(k) in OPENS), None)
    if opens is None or opens - 1 not in sentence.content or opens - 1 in sentence.verbs:
        return False
    inner = [k for k in sentence.verbs if opens < k < j]
    outer = [k for k in sentence.verbs if j < k < verb]
    return bool(inner) and not outer


def is_whose(held: Held) -> bool:
    """True when the passage says it of what belongs to the statement's subject ("Kay, whose sister is a judge")."""
    for i in held.predicates:
        for j in held.links[i].places if i in held.links else ():
            opens = next((k for k in range(j - 1, 0, -1) if held.theirs.form(k) == "whose"), None)
            if opens is not None and not any("," in held.theirs.between(k) for k in range(opens + 1, j + 1)):
                owned = range(opens + 1, j)
                return not held.linked.intersection(k for k in owned if k in held.theirs.content)
    return False


def is_no_longer(held: Held) -> bool:
    """True when the passage tells as what was once what the statement tells without such a word ("formerly a church")."""
    once = ONCE.difference(held.mine.forms)
    places = (held.links[i].places for i in held.mine.complement if i in held.links and i in held.asked)
    return any(found and all(_before(held.theirs, j) in once for j in found) for found in places)


def _before(sentence: Sentence, j: int) -> str:
    """The word before word `j` and its article."""
    return sentence.form(j - 2 if sentence.form(j - 1) in DETERMINERS else j - 1)


def is_under_way(held: Held) -> bool:
    """True when the passage tells as going on what the statement tells as done ("is being widened")."""
    verbs = (i for i in held.predicates if i in held.mine.verbs and i in held.links)
    return any(
        held.mine.form(i - 1) != UNDER_WAY
        and bool(held.links[i].places)
        and all(_goes_on(held.theirs, j) for j in held.links[i].places)
        for i in verbs
    )


def _goes_on(sentence: Sentence, j: int) -> bool:
    return sentence.form(j - 1) == UNDER_WAY and any(sentence.form(j - k) in BE - {UNDER_WAY} for k in (2, 3))


def is_without_doer(held: Held) -> bool:
    """True when the passage tells a deed without who did it, and names the statement's doer behind another verb."""
    for i, ours, theirs in verb_pairs(held):
        verbs = [j for j in held.links[i].places if j in held.theirs.verbs]
        silent = not theirs.doer and all(held.theirs.is_passive(j) for j in verbs)
        doers = places_of(held, ours.doer & frozenset(held.asked))
        if (
            silent
            and doers
            and not held.mine.is_passive(i)
            and all(_governed_apart(held.theirs, j, verbs) for j in doers)
        ):
            return True
    return False


def _governed_apart(sentence: Sentence, j: int, verbs: list[int]) -> bool:
    """True for a word behind another verb than these."""
    behind = [k for k in sentence.verbs if k < j]
    return bool(behind) and behind[-1] not in verbs


def is_of_other_owner(held: Held) -> bool:
    """True when "'s" gives a noun to one in the statement, and to another in the passage that names the first elsewhere."""
    return any(_is_given_elsewhere(held, k, noun) for k, noun in _owners(held.mine) if k in held.links)


def _owners(sentence: Sentence) -> Iterator[tuple[int, int]]:
    """Every word with "'s", and the word behind that."""
    yield from ((i - 1, i + 1) for i in range(1, len(sentence.forms) - 1) if sentence.form(i) == "s")


def _is_given_elsewhere(held: Held, k: int, noun: int) -> bool:
    link, owned = held.links[k], held.links.get(noun)
    if owned is None or not owned.places or not link.places:
        return False
    others = {owner for owner, thing in _owners(held.theirs) if thing in owned.places}
    return bool(others) and not others.intersection(held.linked)
