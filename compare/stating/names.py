"""Names: whether the passages that speak to a sentence name the same, or another in the same place.

A title and a first name are aside: "President Aliyev" and "Ilham Aliyev" are one. Another surname behind the same title or first
name, or another name between the same two words of a passage that says nearly the same, contradicts.
"""

from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import pairwise

from rapidfuzz import fuzz, process

from compare.fold import STOP, Folded, Word
from compare.relations import Relation
from compare.search import Index, Proposal
from compare.stating.assertions import runs_of
from compare.stating.values import Found, Sought, beside_of
from compare.wordings.countries import peoples
from compare.wordings.stated import root, roots

TITLES = frozenset(
    "president vice prime minister foreign secretary deputy ambassador senator representative congressman congresswoman governor "
    "mayor chairman chairwoman chair speaker chief director general colonel king queen prince princess sir lord lady dr doctor mr "
    "mrs ms miss professor judge justice pope bishop state special envoy house senate".split()
)
"""Words before a name that many people bear."""
PERSON = 2
"""How many words the name of a person has, titles aside."""
LOOKED = 50
"""How many passages tell whether a word is a name."""
USUALLY = 0.8
"""The share of its places at which a name has a capital; addresses and headings write it otherwise."""
TITLED = 0.8
"""What a name counts behind a title only, beside one behind the same first name."""
CLOSE = 0.85
"""The share from which a passage says nearly the same, so that even another first name counts."""
OPENING = 0.6
"""What a name counts that opens or ends its sentence, so that one word only holds its place."""
VARIANT = 65.0
"""The likeness (0 to 100) from which another name may be a variant of the asserted one."""
SAME_NAME = 75.0
"""The least likeness (0 to 100) of two spellings of one name."""


def read_names(sought: Sought, sentence: Folded, proposal: Proposal, index: Index) -> Iterator[Found]:
    """The asserted name in a passage, or the one that stands in its place."""
    entry, words = proposal.entry, sentence.words
    run = [i for i in sought.assertion.words if words[i].form not in STOP and len(words[i].form) > 1]
    run = [i for i in run if i or words[0].form in TITLES or is_proper(words[0].stem, index)] or run
    if not run:
        return
    here = roots(entry.stems)
    missing = [i for i in run if root(words[i].stem) not in here]
    replaced = (
        proposal.share >= CLOSE and run[-1] not in missing and any(_before_held(words, run, missing, entry.folded))
    )
    if run[-1] not in missing and not replaced:
        at = next((w for w in entry.folded.words if root(w.stem) == root(words[run[-1]].stem)), None)
        if at:
            yield Found(proposal, at.start, at.end, entry.folded.text[at.start : at.end], Relation.SAME, proposal.share)
        return
    known = {root(word.stem) for word in words}
    for start, end, weight in _others(sought, sentence, run, missing, entry.folded, known):
        said = entry.folded.text[start:end]
        if _is_variant(sought.words, said):
            continue
        opens = next(
            (w.stem for w in entry.folded.words if w.start == start == entry.folded.words[0].start and w.end == end),
            None,
        )
        if opens and not is_proper(opens, index):
            continue
        weight = 1.0 if proposal.share >= CLOSE else weight
        yield Found(proposal, start, end, said, Relation.OTHER, proposal.share * weight)


def _before_held(
    words: Sequence[Word], run: list[int], missing: list[int], folded: Folded
) -> Iterator[tuple[int, int]]:
    """Where another name stands before a word of the name ("Heydar Aliyev" for "Ilham Aliyev")."""
    known = {root(word.stem) for word in words}
    for i, behind in pairwise(run):
        if i in missing and behind not in missing and behind == i + 1 and words[i].form not in TITLES:
            for j in folded.at.get(words[behind].stem, ())[:1]:
                shortened = any(w.form[:3] == words[i].form[:3] for w in folded.words[max(0, j - 3) : j])
                apart = j and folded.text[folded.words[j - 1].end : folded.words[j].start] != " "
                if j and not shortened and not apart and _is_other_name(folded, j - 1, known):
                    yield folded.span(j - 1, j)


def _is_variant(name: str, other: str) -> bool:
    """True when the words that only one of two names has are written much alike, or when nothing is left of one."""
    mine, theirs = name.split(), other.split()
    left, right = [w for w in mine if w not in theirs], [w for w in theirs if w not in mine]
    return not left or not right or any(fuzz.ratio(a, b) >= VARIANT for a in left for b in right)


def _others(
    sought: Sought, sentence: Folded, run: list[int], missing: list[int], folded: Folded, known: set[str]
) -> Iterator[tuple[int, int, float]]:
    """The names of a passage in the place of one that is missing there, each with what it counts."""
    bare = [i for i in run if sentence.words[i].form not in TITLES and sentence.words[i].stem not in peoples()]
    before, last = (run[-2], run[-1]) if len(run) > 1 else (-1, -1)
    if last in missing and before not in missing and before == last - 1 and len(bare) <= PERSON:
        weight = TITLED if sentence.words[before].form in TITLES else 1.0
        for j in folded.at.get(sentence.words[before].stem, ())[:1]:
            if _is_surname(folded, j + 1, known):
                yield *folded.span(j, j + 1), weight
    yield from _other_peoples(sentence, run, folded)
    for span in _before_held(sentence.words, run, missing, folded):
        yield *span, OPENING
    if len(missing) == len(run):
        for other in runs_of(folded):
            first, last = other[0], other[-1]
            if beside_of(folded, first, last) == sought.beside and all(_is_other_name(folded, i, known) for i in other):
                yield *folded.span(first, last), 1.0 if all(sought.beside) else OPENING


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


def _is_other_name(folded: Folded, i: int, known: set[str]) -> bool:
    if i >= len(folded.words):
        return False
    word = folded.words[i]
    is_name = folded.text[word.start].isupper() and word.form not in STOP and word.form not in TITLES
    return is_name and root(word.stem) not in known


@lru_cache(maxsize=10_000)
def is_proper(stem: str, index: Index) -> bool:
    """True when the corpus usually writes a word with a capital where it does not open a sentence."""
    capitals: list[bool] = []
    for i in sorted(index.holding_any((stem,)))[:LOOKED]:
        folded = index.entries[i].folded
        capitals += [folded.text[folded.words[at].start].isupper() for at in folded.at.get(stem, ()) if at]
    return sum(capitals) > USUALLY * len(capitals)


def is_unknown(word: Word, text: str, index: Index) -> bool:
    """True when the corpus holds nothing written like a name; an abbreviation may be the writer's own."""
    written = text[word.start : word.end]
    if not written[1:].islower() or len(written) < 3 or any(root(word.stem) == root(stem) for stem in index.weights):
        return False
    return process.extractOne(word.stem, list(index.weights), scorer=fuzz.ratio, score_cutoff=SAME_NAME) is None
