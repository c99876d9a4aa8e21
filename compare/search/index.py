"""Search: the passages of a corpus that may speak to a claim, each with a score from 0 to 100. It proposes, checks dispose.

With `terms`, a passage is proposed when one of them matches in it. Without, as `compare.search.ranker` ranks it for the statement.
"""

import math
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from itertools import islice
from typing import NamedTuple

import numpy as np

from compare.facts.asked_claim import Question
from compare.facts.folded_passage import Entry, join, unbroken
from compare.search.entries import Entries
from compare.search.lookup import Lookup
from compare.search.ranker import Ranked, lacking, ranked
from compare.search.rows import Numbers, runs
from compare.search.stored import tables_of
from compare.search.tables import Tables, all_of
from compare.search.weighing import Weights
from compare.text.patterns import Match, Step, find_pattern, parse_pattern
from compare.weights import WEIGHTS
from seeds.corpus import Corpus
from seeds.model import Span

MATCHES = 12
"""How often a term is looked for in one passage."""
SAME_PERCENT = 0.001
"""Scores, of 1, that are no farther apart may be the same in percent."""
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

    @cached_property
    def tables(self) -> Tables:
        """What is searched by: kept from an earlier run, or made of the documents."""
        return tables_of(self.documents)

    @cached_property
    def entries(self) -> Entries:
        """The passages that can speak to a claim, document by document; they are folded when first asked for."""
        return Entries(self.documents, self.tables)

    @property
    def numbers(self) -> Mapping[int, int]:
        """The number of every entry by its identity."""
        return self.entries.numbers

    @cached_property
    def lookup(self) -> Lookup:
        """The passages by what the ranker finds them by; made when the first claim without terms is asked."""
        return Lookup(self.entries, self.tables, self.documents)

    @cached_property
    def weights(self) -> Weights:
        """The idf of every stem."""
        return Weights(self.tables)

    @cached_property
    def unknown_weight(self) -> float:
        """The idf given to a stem the corpus does not hold."""
        return math.log(1 + max(1, len(self.entries)))

    def matching(self, term: str) -> Iterator[tuple[int, Match]]:
        """Every entry, by its number, in which the pattern `term` matches, with each match that begins behind the last."""
        for i in all_of([self._places(step) for step in parse_pattern(term)]).tolist():
            last = -1
            for match in islice(find_pattern(term, self.entries.folded(i)), MATCHES):
                if match.first > last:
                    yield i, match
                    last = match.last

    def following(self, i: int) -> tuple[Entry, ...]:
        """The two entries behind entry `i` in its document."""
        document = self.entries[i].document
        return tuple(entry for entry in self.entries[i + 1 : i + 3] if entry.document is document)

    def holding_any(self, stems: Iterable[str]) -> Counter[int]:
        """How many of `stems` each entry holds."""
        return Counter(i for stem in stems for i in self.tables.of_stem(stem).tolist())

    def _places(self, step: Step) -> Numbers:
        return self.tables.begun(step.stem) if step.prefix else self.tables.of_stem(step.stem)


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


def search(question: Question, index: Index, missed: bool = False) -> Searched:
    """The passages proposed for a claim. missed: of sources that have none, found without terms, the nearest too."""
    nearest: tuple[Missed, ...] = ()
    if question.claim.terms:
        found: dict[int, list[Match]] = defaultdict(list)
        for term in question.claim.terms:
            for i, match in index.matching(term):
                if not any(match.first <= other.last and other.first <= match.last for other in found[i]):
                    found[i].append(match)
        proposals = [_by_terms(index, i, match, question) for i, matches in sorted(found.items()) for match in matches]
    else:
        spoken, silent = _by_source(ranked(question, index), index)
        proposals = [_ranked_proposal(i, score, question, index) for i, score in spoken.pairs()]
        nearest = tuple(_missed(i, score, question, index) for i, score in silent.pairs()) if missed else ()
    proposals.sort(
        key=lambda p: (p.entry.document.source.id, -p.score, p.entry.passage.spans, p.term.first if p.term else 0)
    )
    return Searched(tuple(proposals), nearest)


def best_of(question: Question, index: Index, limit: int) -> tuple[tuple[Proposal, ...], int]:
    """The best passages proposed for a claim without terms, at most `limit` of all sources, and how many are proposed."""
    spoken, _ = _by_source(ranked(question, index), index)
    least = np.sort(spoken.scores)[-limit:][:1]
    near = spoken.scores >= least - SAME_PERCENT if len(least) else spoken.scores > 1
    shown = Ranked(spoken.numbers[near], spoken.scores[near])
    proposals = [_ranked_proposal(i, score, question, index) for i, score in shown.pairs()]
    proposals.sort(key=lambda p: (-p.score, p.entry.document.source.id, p.entry.passage.spans))
    return tuple(proposals[:limit]), len(spoken.numbers)


class Surveyed(NamedTuple):
    """The passages proposed for a sentence, and those that hold less of it or stand behind a proposed one, both best first."""

    proposals: tuple[Proposal, ...]
    faint: tuple[Proposal, ...]


def survey(question: Question, index: Index) -> Surveyed:
    """The best passages of all sources for a sentence, `SURVEYED` of them; what is proposed for a claim of its words stands apart."""
    best, places = ranked(question, index, SCORED), index.numbers
    spoken, _ = _by_source(best, index)
    proposed = [_ranked_proposal(i, score, question, index) for i, score in spoken.pairs()]
    proposed.sort(key=lambda p: (-p.score, places[id(p.entry)]))
    known = set(spoken.numbers.tolist())
    behind = [pair for pair in best.pairs() if pair[0] not in known][: max(0, SURVEYED - len(proposed))]
    known |= {i for i, _ in behind}
    follow = dict.fromkeys(i for p in proposed for i in (places[id(e)] for e in p.following) if i not in known)
    behind += [(i, 0.0) for i in follow]
    faint = (_ranked_proposal(i, score, question, index) for i, score in behind)
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


def _by_source(best: Ranked, index: Index) -> tuple[Ranked, Ranked]:
    """The passages proposed of each source that speaks, and the best one of each that does not."""
    order = np.argsort(index.lookup.sources[best.numbers], kind="stable")
    numbers, scores = best.numbers[order], best.scores[order]
    first, behind = runs(index.lookup.sources[numbers])
    best_score = scores[np.arange(len(scores)) - behind]
    spoken = (best_score >= WEIGHTS.speaks) & (behind < PROPOSED) & (scores >= WEIGHTS.behind_best * best_score)
    silent = first[scores[first] < WEIGHTS.speaks]
    return Ranked(numbers[spoken], scores[spoken]), Ranked(numbers[silent], scores[silent])


def _missed(i: int, score: float, question: Question, index: Index) -> Missed:
    lost = lacking(question, index.lookup, i)
    return Missed(index.entries[i], round(100 * score, 1), 100 * WEIGHTS.speaks, lost)


def _ranked_proposal(i: int, score: float, question: Question, index: Index) -> Proposal:
    entry = index.entries[i]
    return Proposal(entry, round(100 * score, 1), share_of(question.words, entry), None, index.following(i))
