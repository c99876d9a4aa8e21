"""A sentence as reading sees it: its words by their keys, which of them carry meaning, its verbs and its names."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property, lru_cache

from compare.fold import STOP, Folded, fold
from compare.lexicon import Phrase, key_of, light
from compare.text.names_and_negation import CAPITALS, names
from compare.text.small_words import BE, DETERMINERS, GAP, LONGEST, NOUN_BEFORE, OBJECT_GAP, PARTICLES, RELATORS, UNSAID
from compare.text.verbs import is_finite, is_passive, verbs_of


@dataclass(frozen=True, eq=False)
class Sentence:
    """A folded sentence and what is known of its words; indices are those of `folded.words`.

    There is one of a text (`sentence_of`), so that what is kept of it is found by its identity.
    """

    folded: Folded

    @cached_property
    def keys(self) -> tuple[str, ...]:
        """What each word is compared by."""
        return tuple(key_of(word.form, word.stem) for word in self.folded.words)

    @cached_property
    def at(self) -> Mapping[str, tuple[int, ...]]:
        """Where each key stands."""
        found: dict[str, list[int]] = {}
        for i, key in enumerate(self.keys):
            found.setdefault(key, []).append(i)
        return {key: tuple(places) for key, places in found.items()}

    @cached_property
    def forms(self) -> tuple[str, ...]:
        """The folded form of every word."""
        return tuple(word.form for word in self.folded.words)

    @cached_property
    def copula(self) -> int | None:
        """The first form of "be"; None without."""
        return next((i for i, form in enumerate(self.forms) if form in BE), None)

    def form(self, i: int) -> str:
        """The folded form of word `i`; "" beyond either end."""
        forms = self.forms
        return forms[i] if 0 <= i < len(forms) else ""

    def is_capital(self, i: int) -> bool:
        """True for a word written with a capital."""
        return self.folded.text[self.folded.words[i].start] in CAPITALS

    def between(self, i: int) -> str:
        """The characters between word `i` and the word before it."""
        words = self.folded.words
        return self.folded.text[words[i - 1].end if i else 0 : words[i].start]

    @cached_property
    def content(self) -> tuple[int, ...]:
        """The words that carry meaning, those that relate two things in time or cause with them."""
        heavy = (i for i, w in enumerate(self.folded.words) if w.form not in STOP or w.form in RELATORS)
        words = (i for i in heavy if self.form(i) not in UNSAID and len(self.form(i)) <= LONGEST)
        free = [i for i in words if self.keys[i] not in light() and not self._is_initial(i)]
        return tuple(sorted({*free, *(i for i in range(len(self.forms)) if self._is_state(i))}))

    def _is_state(self, i: int) -> bool:
        """True for a small word that says by itself what something is ("the strike is over", "the deal is off")."""
        ends = i + 1 == len(self.forms) or bool(self.between(i + 1).strip())
        return ends and self.form(i) in PARTICLES and self.form(i - 1) in BE

    def _is_initial(self, i: int) -> bool:
        """True for a letter that stands for a given name ("E. Calloway")."""
        word = self.folded.words[i]
        return len(word.form) == 1 and self.is_capital(i) and self.folded.text[word.end : word.end + 1] == "."

    @cached_property
    def phrasal(self) -> tuple[int, ...]:
        """The verbs that say little by themselves and much with the small word behind them ("goes on", "gave up")."""
        return tuple(i for i in self.verbs if self.form(i) in STOP and self.form(i + 1) in PARTICLES)

    @cached_property
    def segments(self) -> tuple[int, ...]:
        """For each word the number of semicolons before it: what they part are sentences of their own."""
        found, count = [], 0
        for i in range(len(self.folded.words)):
            count += ";" in self.between(i)
            found.append(count)
        return tuple(found)

    @cached_property
    def runs(self) -> tuple[tuple[int, ...], ...]:
        """The names, as runs of words; the first word of a sentence is one by itself only with a name behind it."""
        return tuple(names(self.folded))

    @cached_property
    def named(self) -> frozenset[int]:
        """The words of the names."""
        return frozenset(i for run in self.runs for i in run)

    @cached_property
    def verbs(self) -> tuple[int, ...]:
        """The words that are verbs: behind an auxiliary, a modal or "to", or by their form."""
        return verbs_of(self)

    def is_finite(self, i: int) -> bool:
        """False for a verb that tells no time by itself: behind "to", "being" or "having", or in -ing without a form of "be"."""
        return is_finite(self, i)

    def is_passive(self, i: int) -> bool:
        """True for a participle behind a form of "be", and for one with "by" behind it that follows its noun."""
        return is_passive(self, i)

    @cached_property
    def complement(self) -> tuple[int, ...]:
        """What the sentence says its subject is: the words behind a "be" that no verb follows; none where it says what is done."""
        for i in range(len(self.folded.words)):
            if self.form(i) in BE and not any(
                j in self.verbs for j in range(i + 1, min(i + 4, len(self.folded.words)))
            ):
                ends = next(
                    (j for j in range(i + 2, len(self.folded.words)) if self.form(j) in NOUN_BEFORE - DETERMINERS), None
                )
                return tuple(j for j in self.content if i < j and (ends is None or j < ends))
        return ()

    def places(self, phrase: Phrase) -> Iterator[tuple[int, ...]]:
        """Where a word or phrase stands: the words of it, in order, at most `GAP` others between two, no verb and no comma."""
        for first in self.at.get(phrase[0], ()):
            found = [first]
            for key in phrase[1:]:
                most = (
                    OBJECT_GAP
                    if len(found) == 1 and first in self.verbs and (key in PARTICLES or key == "not")
                    else GAP
                )
                behind = (j for j in self.at.get(key, ()) if found[-1] < j <= found[-1] + 1 + most)
                nearest = next(behind, None)
                if nearest is None or self._is_broken(found[-1], nearest):
                    break
                found.append(nearest)
            if len(found) == len(phrase):
                yield tuple(found)

    def _is_broken(self, i: int, j: int) -> bool:
        """True when a verb or a comma stands between two words."""
        return any(k in self.verbs or "," in self.between(k) for k in range(i + 1, j)) or "," in self.between(j)


@lru_cache(maxsize=20_000)
def sentence_of(text: str) -> Sentence:
    """The sentence of a text; kept, since every claim asks the same passages."""
    return Sentence(fold(text))
