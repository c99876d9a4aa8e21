"""Answers that other documents give, found again in a document that is hard to read: a list, a table, a fragment.

Only where a document is brief: in a long one anything may stand by chance. The words must stand one behind the other; a phrase is
known by its last two words. Values and members of a class are not looked for: wherever they stand they were candidates already.
"""

from collections.abc import Mapping, Sequence

from compare.answering.model import Asked, Candidate, Tokens, Wanted
from compare.answering.reading import brevity
from compare.entry import Entry
from compare.fold import STOP, stem_of

HEAD = 2
"""How many of the last words of a phrase are looked for."""
FEW = 4
"""How many letters a single word has at least."""


def echoes(asked: Asked, given: Mapping[int, Candidate], entries: Sequence[Sequence[Entry]]) -> Mapping[int, Candidate]:
    """For silent documents, by position, the place where they hold what another one gives, the surest first."""
    answers = sorted(given.items(), key=lambda item: (-item[1].strength, item[0]))
    looked = [words for _, candidate in answers if (words := _looked_for(asked, candidate))]
    found = {}
    for number in set(range(len(entries))) - set(given):
        places = (
            written(words, entry) for words in looked for entry in entries[number] if brevity(entry.document) == 1.0
        )
        first = next((place for place in places if place), None)
        if first:
            found[number] = first
    return found


def written(words: Tokens, entry: Entry) -> Candidate | None:
    """The first place where words with these stems stand one behind the other, small words aside."""
    if not set(words) <= set(entry.folded.stems):
        return None
    places = [i for i, word in enumerate(entry.folded.words) if word.form not in STOP]
    stems = tuple(entry.folded.words[i].stem for i in places)
    for at in range(len(stems) - len(words) + 1) if words else ():
        if stems[at : at + len(words)] == words:
            start, end = entry.folded.span(places[at], places[at + len(words) - 1])
            return Candidate(entry, start, end, words, 0.0)
    return None


def _looked_for(asked: Asked, candidate: Candidate) -> Tokens:
    if asked.wanted is Wanted.MEMBER or not isinstance(candidate.value, tuple):
        return ()
    words = tuple(stem_of(word) for word in candidate.value)[-HEAD if asked.wanted is Wanted.PHRASE else 0 :]
    return words if len(words) > 1 or len(words[0]) >= FEW else ()
