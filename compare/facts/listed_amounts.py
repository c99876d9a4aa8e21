"""How many a list names: "the composers Mbali, Ostrak and Fairweather" are three composers."""

from collections.abc import Iterator

from claims.values import Amount, Reading
from compare.text.enumerations import enumerations_of
from compare.text.sentence import Sentence
from compare.text.small_words import NUMBERS
from compare.values.quantities import find_quantities


def listed_amounts(sentence: Sentence) -> Iterator[Reading]:
    """For each list behind the noun that tells what its members are, their number; none where the sentence gives a number itself."""
    words, text = sentence.folded.words, sentence.folded.text
    for listed in enumerations_of(sentence):
        if listed.noun is None or not all(sentence.named.issuperset(member) for member in listed.members):
            continue
        start, end = words[listed.noun].start, words[listed.members[-1][-1]].end
        counted = find_quantities(f"{len(listed.members)} {text[start : words[listed.noun].end]}")
        if counted and isinstance(counted[0].value, Amount) and not _is_counted(sentence, listed.noun):
            yield Reading(start, end, counted[0].value)


def _is_counted(sentence: Sentence, noun: int) -> bool:
    """True for a noun right behind a number."""
    return any(sentence.form(noun - k)[:1].isdigit() or sentence.form(noun - k) in NUMBERS for k in (1, 2))
