"""A statement held against a passage, word by word: what of it the passage holds, and what is missing."""

import re
from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass
from functools import cached_property

from compare.facts.folded_passage import Entry
from compare.facts.statement import Statement
from compare.fold import STOP
from compare.relate.links import Likeness, Link, links_of
from compare.relate.names import is_other
from compare.text.frames import Clash, Frame, clash_of, frames_of
from compare.text.operators import NEGATIONS
from compare.text.scalars import places_of_scalars
from compare.text.sentence import Sentence, sentence_of
from compare.weights import WEIGHTS

Weigh = Callable[[str], float]
"""The weight of a stem in the corpus."""

EXCLUDING = frozenset("except excluding apart unlike barring".split())
ON_THE_SPOT = 3
"""How many words before a name or noun its own denial may stand ("in Riga, not in Tallinn")."""


@dataclass(frozen=True)
class Held:
    """A statement and a passage.

    scope: the words of the statement that are held, None for all. near: what of its weight a word misses that stands around the
    passage only, None for what the table of weights says.
    """

    statement: Statement
    entry: Entry
    weigh: Weigh
    scope: frozenset[int] | None = None
    near: float | None = None

    @property
    def mine(self) -> Sentence:
        """The statement's sentence."""
        return self.statement.sentence

    @cached_property
    def theirs(self) -> Sentence:
        """The passage's sentence."""
        return sentence_of(self.entry.passage.text)

    @cached_property
    def frames(self) -> tuple[tuple[Frame, ...], tuple[Frame, ...]]:
        """How each word is said, in the statement and in the passage."""
        return frames_of(self.mine), frames_of(self.theirs)

    @cached_property
    def links(self) -> Mapping[int, Link]:
        """What stands in the passage for each word of the statement."""
        return links_of(self.mine, self.theirs, self.entry.around, self.entry.aliases)

    @cached_property
    def linked(self) -> frozenset[int]:
        """The words of the passage that stand for a word of the statement."""
        return frozenset(j for link in self.links.values() for j in link.places)

    @cached_property
    def asked(self) -> tuple[int, ...]:
        """The words of the statement the passage has to hold: those that carry meaning and belong to no value."""
        spared = self.statement.optional | _alternatives(self)
        content = sorted({*self.mine.content, *self.mine.phrasal})
        free = (i for i in content if i not in self.statement.valued and i not in spared)
        return tuple(i for i in free if self.scope is None or i in self.scope)

    @cached_property
    def runs(self) -> tuple[tuple[int, ...], ...]:
        """The names of the statement that are held."""
        free = (run for run in self.mine.runs if not self.statement.valued.intersection(run))
        return tuple(run for run in free if self.scope is None or run[-1] in self.scope)

    @cached_property
    def missing(self) -> frozenset[int]:
        """The words of those that have no link; of a name that is held, none but a rank ("the Second War" is not the First)."""
        spared = {i for run in self.mine.runs if self.names(run) for i in run} - places_of_scalars(self.mine)
        return frozenset(i for i in self.asked if i not in self.links and i not in spared)

    @cached_property
    def strangers(self) -> tuple[tuple[int, ...], ...]:
        """The names of the statement that neither the passage nor what stands around it holds."""
        return tuple(run for run in self.runs if not self.names(run))

    @cached_property
    def predicates(self) -> tuple[int, ...]:
        """The verbs of the statement, what it says its subject is, and what it says is planned, asked for or the like."""
        said = {*self.mine.complement, *self._moded}
        verbs = (
            i for i in self.mine.verbs if i not in self.statement.valued and (self.scope is None or i in self.scope)
        )
        return tuple(sorted({*verbs, *(i for i in self.asked if i in said)}))

    @cached_property
    def _moded(self) -> frozenset[int]:
        """The first word behind each operator that sets a mode in the statement."""
        frames = self.frames[0]
        first: dict[int, int] = {}
        for i in self.asked:
            at = frames[i].at
            if frames[i].mode and at is not None and at < i:
                first.setdefault(at, i)
        return frozenset(first.values())

    @cached_property
    def clashing(self) -> tuple[int, ...]:
        """The words of the statement that the passage says otherwise: verbs in another frame, other words denied on the spot."""
        told = sorted({*self.asked, *self.predicates})
        return tuple(i for i in told if i in self.links and self.links[i].places and self._clashes(i))

    def _clashes(self, i: int) -> bool:
        places = self.links[i].places
        if i in self.predicates:
            return all((clash := self.clash(i, j)) and clash[1] != "done" for j in places)
        return all(self._is_denied(i, j) for j in places)

    def _is_denied(self, i: int, j: int) -> bool:
        """True when the passage denies, on the spot, word `j` that stands for word `i` of the statement."""
        mine, theirs = self.frames[0][i], self.frames[1][j]
        denied = theirs.denied and not mine.denied and self.clash(i, j) is not None
        return denied and self._is_near(j, theirs.at or 0)

    def clash(self, i: int, j: int) -> tuple[Clash, str] | None:
        """How word `j` of the passage says word `i` of the statement otherwise; None when it says it alike.

        A verdict behind a thing on one side ("was shelved"), or a plan before it ("the idea of"), that the other side holds in its
        words is told by both.
        """
        mine, theirs = (frames[k] for frames, k in zip(self.frames, (i, j), strict=True))
        ours = mine.at is not None and mine.at > i and self.links.get(mine.at)
        if (
            self._is_within(theirs.at)
            or (ours and ours.places)
            or (theirs.at in self._worded and self._is_told_of(theirs.at or 0, i, j))
        ):
            return None
        return clash_of(mine, theirs)

    def _is_within(self, at: int | None) -> bool:
        """True for a "not" that is a part of what stands for a word of the statement ("found not guilty", "acquitted")."""
        return at in self.linked and self.theirs.form(at or 0) in NEGATIONS

    def _is_told_of(self, at: int, i: int, j: int) -> bool:
        """True for what frames word `j` of the passage from behind, or as a noun that the statement holds beside word `i` too."""
        if at > j:
            return True
        nouns = (k for k in self.asked if k != i and k not in self.mine.verbs and k in self.links)
        return at not in self.theirs.verbs and any(at in self.links[k].places for k in nouns)

    @cached_property
    def _worded(self) -> frozenset[int]:
        """The words of the passage that stand for a word of the statement that carries meaning."""
        return frozenset(j for i in self.asked if i in self.links for j in self.links[i].places)

    def _is_near(self, j: int, at: int) -> bool:
        """True when a denial at `at` stands right before word `j` of the passage, or takes out what it names ("apart from")."""
        return j - at <= ON_THE_SPOT or self.theirs.form(at) in EXCLUDING

    def gap(self, without: tuple[int, ...] = (), besides: Collection[int] = ()) -> float:
        """The share of the statement's weight that is missing, 0 to 1; the words `without` count on neither side.

        besides: words of a value, which count as held.
        """
        asked = [i for i in self.asked if i not in without]
        total = sum(self._weight(i) for i in (*asked, *besides))
        return sum(self._weight(i) * self._lacks(i) for i in asked) / total if total else 0.0

    def _lacks(self, i: int) -> float:
        if i in self.missing:
            return 1.0
        link = self.links.get(i)
        around = link is not None and link.likeness is Likeness.AROUND and i not in self.mine.named
        return (WEIGHTS.around_word if self.near is None else self.near) if around else 0.0

    @cached_property
    def _known(self) -> dict[tuple[int, ...], bool]:
        """Which names are held, as far as asked."""
        return {}

    def names(self, run: tuple[int, ...]) -> bool:
        """True when a name of the statement is held: its last word (a surname), or at least half of a longer one.

        Of a longer one its last word is enough where the passage calls it by no other word ("Mayor Ilka Brandt", "Brandt").
        """
        if run not in self._known:
            self._known[run] = self._holds_name(run)
        return self._known[run]

    def _holds_name(self, run: tuple[int, ...]) -> bool:
        words = [i for i in run if self.mine.form(i) not in STOP]
        if self._is_short(run) or self._is_common(words):
            return True
        found = [i for i in words if self._is_named(i)]
        places = frozenset(j for i in found if i in self.links for j in self.links[i].places)
        if is_other(self.mine, run, self.theirs, places):
            return False
        if len(words) < 3 or (words[-1] in found and self._is_shortened(words)):
            return not words or words[-1] in found
        return len(found) * 2 >= len(words)

    def _is_short(self, run: tuple[int, ...]) -> bool:
        """True for the second part of a body's name ("House of Lords") that passage and document call by its first alone ("the House")."""
        head = run[0] - 2
        if self.mine.form(run[0] - 1) != "of" or head not in self.mine.named or head not in self.links:
            return False
        text = self.mine.folded.text[slice(*self.mine.folded.span(head, run[0]))]
        first = text.split()[0]
        if not re.search(rf"\b[Tt]he {re.escape(first)}\b(?! of\b)", self.theirs.folded.text):
            return False
        others = re.findall(rf"\b{re.escape(first)} of (?:the )?[A-Z]\w+", self.entry.document.text)
        return all(other == text for other in others)

    def _is_common(self, words: list[int]) -> bool:
        """True for a body that the passage calls by its kind alone ("the commission"), its whole name standing before."""
        link = self.links.get(words[-1]) if len(words) > 1 else None
        if link is None or not any(self._is_definite(j) for j in link.places):
            return False
        around = (self.links.get(i) or self._around(i) for i in words[:-1])
        return all(found is not None and not found.places for found in around)

    def _around(self, i: int) -> Link | None:
        stem = self.mine.folded.words[i].stem
        return Link(Likeness.AROUND, ()) if stem in self.entry.around else None

    def _is_definite(self, j: int) -> bool:
        """True for a common noun right behind "the"."""
        return self.theirs.form(j - 1) == "the" and not self.theirs.is_capital(j)

    def _is_shortened(self, words: list[int]) -> bool:
        """True when all the names of the passage that hold the last of these words hold nothing but these."""
        link = self.links.get(words[-1]) or self._by_initial(words[-1])
        last = set(link.places) if link else set()
        keys = {self.mine.keys[i] for i in words}
        return all({self.theirs.keys[j] for j in run} <= keys for run in self.theirs.runs if last.intersection(run))

    def _is_named(self, i: int) -> bool:
        """True when what stands for a word of a name is a name too: "Lines" is not every "line"."""
        link = self.links.get(i) or self._by_initial(i)
        return link is not None and (not link.places or any(self.theirs.is_capital(j) for j in link.places))

    def _by_initial(self, i: int) -> Link | None:
        """An initial, for a word of a name that begins with it."""
        if len(self.mine.form(i)) > 1:
            return None
        begins = (j for run in self.theirs.runs for j in run if self.theirs.form(j)[0] == self.mine.form(i))
        found = tuple(begins)
        return Link(Likeness.SAME, found) if found else None

    def _weight(self, i: int) -> float:
        return self.weigh(self.mine.folded.words[i].stem)


def _alternatives(held: Held) -> frozenset[int]:
    """The words on one side of a slash whose other side the passage holds."""
    pairs = ((set(a), set(b)) for a, b in held.statement.alternatives)
    found = [(a, b) for a, b in pairs if (a | b) & held.links.keys()]
    return frozenset(i for a, b in found for i in a | b if i not in held.links)
