"""The names of a passage that stand in the place of one a sentence asserts and the passage lacks.

Another surname behind the same title or first name, another first name before the same surname, another person behind the same
title, another nationality before the same word, or another name between the same two words.
"""

from collections.abc import Iterator, Sequence
from itertools import pairwise

from rapidfuzz import fuzz

from compare.facts.stated import root
from compare.fold import STOP, Folded, Word
from compare.stating.assertions import beside_of, runs_of
from compare.stating.found import Sought
from compare.text.countries import peoples

TITLES = frozenset(
    "president vice prime minister foreign secretary deputy ambassador senator representative congressman congresswoman governor "
    "mayor chairman chairwoman chair speaker chief director general colonel king queen prince princess sir lord lady dr doctor mr "
    "mrs ms miss professor judge justice pope bishop state special envoy house senate".split()
)
"""Words before a name that many people bear."""
OF_PLACES = frozenset(
    "new north south east west northern southern eastern western saint st san santa los las port fort mount lake river upper lower "
    "great little old cape isle point grand".split()
)
"""Words that begin the names of many places: what else follows one is another place ("New Jersey", "New York")."""
PERSON = 2
"""How many words the name of a person has, titles aside."""
TITLED = 0.8
"""What a name counts behind a title only, beside one behind the same first name."""
OPENING = 0.6
"""What a name counts that opens or ends its sentence or stands behind an article, so that one word only holds its place."""
ARTICLES = frozenset(("", "the", "a", "an"))
VARIANT = 70.0
"""The likeness (0 to 100) from which another name may be a variant of the asserted one."""


def rivals_of(
    sought: Sought, sentence: Folded, run: list[int], missing: list[int], folded: Folded, known: set[str]
) -> Iterator[tuple[int, int, float]]:
    """The names of a passage in the place of one that is missing there, each with what it counts."""
    bare = [i for i in run if sentence.words[i].form not in TITLES and not is_country(sentence.words[i].stem)]
    before, last = (run[-2], run[-1]) if len(run) > 1 else (-1, -1)
    given = before >= 0 and sentence.words[before].form not in OF_PLACES
    if given and last in missing and before not in missing and before == last - 1 and len(bare) <= PERSON:
        weight = TITLED if sentence.words[before].form in TITLES else 1.0
        for j in folded.at.get(sentence.words[before].stem, ())[:1]:
            if _is_surname(folded, j + 1, known):
                yield *folded.span(j, j + 1), weight
    yield from _others_titled(sentence, bare, missing, folded, known)
    yield from _other_peoples(sentence, run, folded)
    for span in renamed_in(sentence.words, run, missing, folded):
        yield *span, OPENING
    if len(missing) == len(run):
        for other in runs_of(folded):
            first, last = other[0], other[-1]
            if beside_of(folded, first, last) == sought.beside and all(_is_other_name(folded, i, known) for i in other):
                yield *folded.span(first, last), 1.0 if ARTICLES.isdisjoint(sought.beside) else OPENING


def _others_titled(
    sentence: Folded, bare: list[int], missing: list[int], folded: Folded, known: set[str]
) -> Iterator[tuple[int, int, float]]:
    """Another person behind the title of one no word of whose name the passage holds."""
    if not bare or not set(bare) <= set(missing) or len(bare) > PERSON:
        return
    before = sentence.words[max(0, bare[0] - 2) : bare[0]]
    title = [word.stem for word in before if word.form in TITLES]
    for i in folded.at.get(title[-1], ()) if title and before[-1].form in TITLES else ():
        held = [word.stem for word in folded.words[max(0, i - len(title) + 1) : i + 1]]
        behind = [j for j in range(i + 1, i + 1 + PERSON) if _is_other_name(folded, j, known)]
        if held == title and behind[:1] == [i + 1] and folded.clauses[i] == folded.clauses[behind[-1]]:
            yield *folded.span(i + 1, behind[-1]), TITLED


def _is_surname(folded: Folded, i: int, known: set[str]) -> bool:
    """True for a name that ends with this word, right behind the word before it."""
    if not _is_other_name(folded, i, known) or folded.text[folded.words[i - 1].end : folded.words[i].start] != " ":
        return False
    follows = folded.text[folded.words[i].end :][:2]
    return not (follows[:1] in (" ", "-", "–") and follows[1:].isupper())


def _other_peoples(sentence: Folded, run: list[int], folded: Folded) -> Iterator[tuple[int, int, float]]:
    """Another nationality before a word that the asserted one stands before as well."""
    last = run[-1]
    if sentence.words[last].stem not in peoples():
        return
    follows = {word.stem for word in sentence.words[last + 1 : last + 4] if word.form not in STOP}
    for i, word in enumerate(folded.words):
        if word.stem in peoples() and follows & {w.stem for w in folded.words[i + 1 : i + 4]}:
            yield word.start, word.end, 1.0


def is_country(stem: str) -> bool:
    """True for the name of a country or of its people."""
    return stem in peoples() or stem in peoples().values()


def _is_other_name(folded: Folded, i: int, known: set[str]) -> bool:
    if i >= len(folded.words):
        return False
    word = folded.words[i]
    is_name = folded.text[word.start].isupper() and word.form not in STOP and word.form not in TITLES
    return is_name and root(word.stem) not in known


def renamed_in(words: Sequence[Word], run: list[int], missing: list[int], folded: Folded) -> Iterator[tuple[int, int]]:
    """Where another name stands before a word of the name ("Heydar Aliyev" for "Ilham Aliyev")."""
    known = {root(word.stem) for word in words}
    for i, behind in pairwise(run):
        if i in missing and behind not in missing and behind == i + 1 and words[i].form not in TITLES:
            for j in folded.at.get(words[behind].stem, ())[:1]:
                shortened = any(w.form[:3] == words[i].form[:3] for w in folded.words[max(0, j - 3) : j])
                apart = j and folded.text[folded.words[j - 1].end : folded.words[j].start] != " "
                if j and not shortened and not apart and _is_other_name(folded, j - 1, known):
                    yield folded.span(j - 1, j)


def is_variant(name: str, other: str) -> bool:
    """True when one name is the other's initials, the words only one has are written much alike, or nothing is left of one."""
    mine, theirs = name.split(), other.split()
    if "".join(w[0] for w in mine) == other or "".join(w[0] for w in theirs) == name:
        return True
    left, right = [w for w in mine if w not in theirs], [w for w in theirs if w not in mine]
    return not left or not right or any(fuzz.ratio(a, b) >= VARIANT for a in left for b in right)
