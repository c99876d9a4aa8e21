"""Search: the passages of a corpus that may speak to a claim, each with a score from 0 to 100. It proposes, checks dispose.

With `terms`, a passage is proposed when one of them matches in it. Without, as `compare.search.ranker` ranks it for the statement.
"""

import math
from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import islice, takewhile
from typing import NamedTuple

from compare.facts.asked_claim import Question
from compare.facts.folded_passage import Entry, entries_of, join, unbroken
from compare.search.aliases import find_aliases
from compare.search.lookup import Lookup
from compare.search.ranker import lacking, rank
from compare.text.patterns import Match, Step, find_pattern, parse_pattern
from compare.weights import WEIGHTS
from seeds.corpus import Corpus
from seeds.model import Span

MATCHES = 12
"""How often a term is looked for in one passage."""
PROPOSED = 20
"""How many passages of a source are proposed for a claim without terms."""

SCORED, SURVEYED = 180, 60
"""How many passages of all sources are scored for a sentence of a draft, the best by words, and how many are read."""


@dataclass(frozen=True)
class Proposal:
    """A passage proposed for a claim.

    score: 0 to 100. share: 0 to 1, how much of the weight of the claim's words stands in the passage, and, counting less,
    around it. term: the match of the claim's terms, None for a claim without; narrow: its words are so rare that they would stand
    together in no passage by chance. following: the passages behind it in the same document.
    """

    entry: Entry
    score: float
    share: float
    term: Match | None
    following: tuple[Entry, ...] = ()
    narrow: bool = False

    def show(self, start: int, end: int) -> tuple[Span, Span]:
        """The place shown for the cleaned characters `start` to `end`, and the place of the very words, in the document.

        Both are unbroken: of what a page break or a footnote interrupts, the piece is shown that holds most of the words.
        """
        window = self.entry if end <= len(self.entry.passage.text) else join((self.entry, *self.following))
        text = self.entry.document.text
        first, last = window.passage.place(start, end)
        pieces = unbroken(text, window.passage.spans if window is not self.entry else self.entry.passage.spans)
        a, b = max(pieces, key=lambda piece: min(last, piece[1]) - max(first, piece[0]))
        return (a, b), (max(first, a), min(last, b))


class Index:
    """All passages of a corpus by their stems."""

    def __init__(self, corpus: Corpus) -> None:
        self.documents = corpus.documents
        self._begun: dict[str, Sequence[int]] = {}
        """The entries that hold a word with a beginning, as far as asked."""

    @cached_property
    def entries(self) -> tuple[Entry, ...]:
        """The passages that can speak to a claim, document by document; they are folded when first asked for."""
        aliases = find_aliases(passage for document in self.documents for passage in document.passages)
        return tuple(entry for document in self.documents for entry in entries_of(document, aliases))

    @cached_property
    def numbers(self) -> Mapping[int, int]:
        """The number of every entry by its identity."""
        return {id(entry): i for i, entry in enumerate(self.entries)}

    @cached_property
    def _by_stem(self) -> Mapping[str, list[int]]:
        found: dict[str, list[int]] = defaultdict(list)
        for i, entry in enumerate(self.entries):
            for stem in entry.stems:
                found[stem].append(i)
        return found

    @cached_property
    def _by_form(self) -> Mapping[str, list[int]]:
        found: dict[str, list[int]] = defaultdict(list)
        for i, entry in enumerate(self.entries):
            for form in {word.form for word in entry.folded.words}:
                found[form].append(i)
        return found

    @cached_property
    def _forms(self) -> list[str]:
        return sorted(self._by_form)

    @cached_property
    def lookup(self) -> Lookup:
        """The passages by what the ranker finds them by; made when the first claim without terms is asked."""
        return Lookup(self.entries)

    @cached_property
    def weights(self) -> Mapping[str, float]:
        """The idf of every stem."""
        count = len(self.entries)
        return {stem: math.log(1 + count / len(places)) for stem, places in self._by_stem.items()}

    @cached_property
    def unknown_weight(self) -> float:
        """The idf given to a stem the corpus does not hold."""
        return math.log(1 + max(1, len(self.entries)))

    def matching(self, term: str) -> Iterator[tuple[int, Match]]:
        """Every entry, by its number, in which the pattern `term` matches, with each match that begins behind the last."""
        for i in self._holding(parse_pattern(term)):
            last = -1
            for match in islice(find_pattern(term, self.entries[i].folded), MATCHES):
                if match.first > last:
                    yield i, match
                    last = match.last

    def following(self, i: int) -> tuple[Entry, ...]:
        """The two entries behind entry `i` in its document."""
        document = self.entries[i].document
        return tuple(entry for entry in self.entries[i + 1 : i + 3] if entry.document is document)

    def holding_any(self, stems: Iterable[str]) -> Counter[int]:
        """How many of `stems` each entry holds."""
        return Counter(i for stem in stems for i in self._by_stem.get(stem, ()))

    def _holding(self, steps: Sequence[Step]) -> Sequence[int]:
        """The entries that hold the rarest word of a pattern."""
        return min((self._places(step) for step in steps), key=len)

    def _places(self, step: Step) -> Sequence[int]:
        if not step.prefix:
            return self._by_stem.get(step.stem, ())
        if step.stem not in self._begun:
            first = bisect_left(self._forms, step.stem)
            forms = takewhile(lambda form: form.startswith(step.stem), islice(self._forms, first, None))
            self._begun[step.stem] = sorted({i for form in forms for i in self._by_form[form]})
        return self._begun[step.stem]


class Missed(NamedTuple):
    """The best passage of a source that is silent on a claim: its score is below `needed`, both 0 to 100.

    lacking: the words of the claim that it does not hold, nor anything that counts for them.
    """

    entry: Entry
    score: float
    needed: float
    lacking: tuple[str, ...]


class Searched(NamedTuple):
    """The passages proposed for a claim, and the nearest ones of the sources that have none."""

    proposals: tuple[Proposal, ...]
    missed: tuple[Missed, ...] = ()


def propose(question: Question, index: Index) -> tuple[Proposal, ...]:
    """The passages proposed for a claim, by source, best first; one in which terms match twice is proposed twice."""
    return search(question, index).proposals


def search(question: Question, index: Index) -> Searched:
    """The passages proposed for a claim; of sources that have none, found without terms, the nearest."""
    missed: tuple[Missed, ...] = ()
    if question.claim.terms:
        found: dict[int, list[Match]] = defaultdict(list)
        for term in question.claim.terms:
            for i, match in index.matching(term):
                if not any(match.first <= other.last and other.first <= match.last for other in found[i]):
                    found[i].append(match)
        proposals = [_by_terms(index, i, match, question) for i, matches in sorted(found.items()) for match in matches]
    else:
        ranked, places = _ranked(question, index), index.numbers
        proposals = list(_by_words(ranked, places, question, index))
        best = [passages[0] for passages in ranked.values()]
        missed = tuple(
            Missed(
                entry, round(100 * score, 1), 100 * WEIGHTS.speaks, lacking(question, index.lookup, places[id(entry)])
            )
            for entry, score in best
            if score < WEIGHTS.speaks
        )
    proposals.sort(
        key=lambda p: (p.entry.document.source.id, -p.score, p.entry.passage.spans, p.term.first if p.term else 0)
    )
    return Searched(tuple(proposals), missed)


class Surveyed(NamedTuple):
    """The passages proposed for a sentence, and those that hold less of it or stand behind a proposed one, both best first."""

    proposals: tuple[Proposal, ...]
    faint: tuple[Proposal, ...]


def survey(question: Question, index: Index) -> Surveyed:
    """The best passages of all sources for a sentence, `SURVEYED` of them; what is proposed for a claim of its words stands apart."""
    ranked, places = _ranked(question, index, SCORED), index.numbers
    proposed = sorted(_by_words(ranked, places, question, index), key=lambda p: (-p.score, places[id(p.entry)]))
    known = {id(p.entry) for p in proposed}
    rest = ((entry, score) for passages in ranked.values() for entry, score in passages if id(entry) not in known)
    behind = sorted(rest, key=lambda pair: (-pair[1], places[id(pair[0])]))[: max(0, SURVEYED - len(proposed))]
    known |= {id(entry) for entry, _ in behind}
    follow = {id(e): e for p in proposed for e in p.following if id(e) not in known}
    behind += [(entry, 0.0) for entry in follow.values()]
    faint = (_ranked_proposal(entry, score, places, question, index) for entry, score in behind)
    return Surveyed(tuple(proposed[:SURVEYED]), tuple(faint))


def lacking_in(question: Question, entry: Entry, index: Index) -> tuple[str, ...]:
    """The words of a sentence that a passage does not hold, nor anything that counts for them."""
    return lacking(question, index.lookup, index.numbers[id(entry)])


def share_of(words: Mapping[str, float], entry: Entry) -> float:
    """The share of the weight of `words` in the passage, those around it counting less, 0 to 1."""
    total = sum(words.values())
    if not total:
        return 0.0
    inside = sum(weight for stem, weight in words.items() if stem in entry.stems)
    around = sum(weight for stem, weight in words.items() if stem in entry.context and stem not in entry.stems)
    return (inside + WEIGHTS.context_word * around) / total


def _by_terms(index: "Index", i: int, match: Match, question: Question) -> Proposal:
    entry = index.entries[i]
    share = share_of(question.words, entry)
    stems = {entry.folded.words[j].stem for j in match.words}
    narrow = sum(index.weights.get(stem, index.unknown_weight) for stem in stems) >= index.unknown_weight
    return Proposal(entry, round(100 * share, 1), share, match, index.following(i), narrow)


def _ranked(question: Question, index: Index, most: int | None = None) -> Mapping[str, list[tuple[Entry, float]]]:
    """The passages that hold anything of a claim, by source, best first."""
    ranked: dict[str, list[tuple[Entry, float]]] = defaultdict(list)
    for entry, score in rank(question, index, most):
        ranked[entry.document.source.id].append((entry, score))
    return ranked


def _by_words(
    ranked: Mapping[str, list[tuple[Entry, float]]], places: Mapping[int, int], question: Question, index: Index
) -> Iterator[Proposal]:
    for source in sorted(ranked):
        best = ranked[source][0][1]
        for entry, score in ranked[source][:PROPOSED] if best >= WEIGHTS.speaks else ():
            if score >= WEIGHTS.behind_best * best:
                yield _ranked_proposal(entry, score, places, question, index)


def _ranked_proposal(
    entry: Entry, score: float, places: Mapping[int, int], question: Question, index: Index
) -> Proposal:
    share = share_of(question.words, entry)
    return Proposal(entry, round(100 * score, 1), share, None, index.following(places[id(entry)]))
