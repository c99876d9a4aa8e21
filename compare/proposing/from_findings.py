"""Candidates from what a scan found: each finding as a claim whose comparison shows the same places."""

from bisect import bisect_left
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from claims.model import Claim, Kind, Position, Severity
from claims.values import When
from compare.facts.folded_passage import Entry
from compare.proposing.candidate import Candidate, Group, expected_of, is_prose, reading_at
from compare.proposing.proving import DIFFERS, Prover, read_in, speaking
from compare.proposing.statements import leaning_statement, statement_of, statement_of_thing
from compare.proposing.terms import Meant
from compare.scanning import calendar, quotations, spellings, sums, swaps, values
from compare.scanning.finding import Finding, Place
from compare.text.names_and_negation import names, quoted
from seeds.model import Passage, Span

SHOWN = 3
"""How many places that say the same are to be found, besides those that say otherwise."""
Spot = tuple[Place, Entry, Span]
"""A place of a finding, its passage in the index, and its characters there."""


def candidates(findings: Iterable[Finding], prover: Prover) -> Iterator[Candidate]:
    """A candidate for each finding that can be a claim, in their order."""
    for finding in findings:
        spots = [(p, entry, inside(p.passage, p.start, p.end)) for p in finding.places if (entry := _entry(p, prover))]
        make = MAKERS.get(finding.code)
        found = make(finding, spots, prover) if make and spots else None
        if found:
            yield found


def inside(passage: Passage, start: int, end: int) -> Span:
    """The characters of a passage's cleaned text that were read from the document's characters `start` to `end`."""
    first = bisect_left(passage.offsets, start)
    return first, max(first + 1, bisect_left(passage.offsets, end))


def _entry(place: Place, prover: Prover) -> Entry | None:
    number = prover.numbers.get(id(place.passage))
    return None if number is None else prover.index.entries[number]


def _value(finding: Finding, spots: Sequence[Spot], prover: Prover) -> Candidate | None:
    """A date or a figure that places give differently; stated as most of them do."""
    counts = Counter(place.value for place, _, _ in spots)
    order = sorted(spots, key=lambda s: -counts[s[0].value])
    for make in (statement_of, statement_of_thing, leaning_statement):
        for place, entry, span in order:
            reading = reading_at(entry, span)
            statement = make(entry.passage.text, span) if is_prose(entry) else ""
            if reading is None or not statement:
                continue
            kind = Kind.DATE if isinstance(reading.value, When) else Kind.FIGURE
            claim = Claim("", "", kind, statement, expected_of(reading.value))
            found = _proved(claim, (place, entry, span), spots, finding, prover)
            if found:
                return found
    return None


def _single(finding: Finding, spots: Sequence[Spot], prover: Prover) -> Candidate | None:
    """A value that cannot be as its own source gives it: stated as it stands, for an editor to look at."""
    for _, entry, span in spots:
        reading, statement = reading_at(entry, span), _statement(entry, span)
        if reading is not None and statement:
            kind = Kind.DATE if isinstance(reading.value, When) else Kind.FIGURE
            claim = Claim("", "", kind, statement, expected_of(reading.value))
            own = Meant(prover.numbers[id(entry.passage)], span)
            termed, comparison = prover.with_terms(claim, [own])
            if own.number in read_in(comparison, prover):
                return _candidate(termed, entry, span, finding, (own.number,), (entry.document.source.id,))
    return None


def _name(finding: Finding, spots: Sequence[Spot], prover: Prover) -> Candidate | None:
    """A name in two spellings: each a position, stated as most places spell it."""
    written = [(spot, _whole_name(spot[1], spot[2])) for spot in spots]
    counts = Counter(place.value for (place, _, _), _ in written)
    positions = tuple(
        Position(word, tuple(dict.fromkeys(n for (p, _, _), n in written if p.value == word))) for word in counts
    )
    for (place, entry, span), _ in sorted(written, key=lambda w: (-counts[w[0][0].value], not _statement(*w[0][1:]))):
        statement = _statement(entry, span) or f"The name is spelled {_whole_name(entry, span).title()}."
        if statement:
            claim = Claim("", "", Kind.NAME, statement, place.value, positions)
            terms = tuple(dict.fromkeys(pattern for position in positions for pattern in position.patterns))
            found = _proved(replace(claim, terms=terms), (place, entry, span), spots, finding, prover)
            if found:
                return found
    return None


def _whole_name(entry: Entry, span: Span) -> str:
    """The name of which a word is part: two words of it, so that the pattern finds no other."""
    folded = entry.folded
    at = next((i for i, w in enumerate(folded.words) if w.start >= span[0]), 0)
    run = next((run for run in names(folded) if at in run), (at,))
    whole = [i for i in run if len(folded.words[i].form) > 1]
    k = whole.index(at) if at in whole else 0
    near = whole[k : k + 2] if k + 1 < len(whole) else whole[max(0, k - 1) : k + 1]
    return " ".join(folded.words[i].form for i in near)


def _quote(finding: Finding, spots: Sequence[Spot], prover: Prover) -> Candidate | None:
    """A quotation in two wordings, stated in one of them with whoever is named as its speaker."""
    for place, entry, span in spots:
        words = " ".join(entry.passage.text[slice(*span)].split())
        whole = quoted(entry.passage.text)
        words = (whole if words in whole and len(whole.split()) <= len(words.split()) + 8 else words).rstrip(" ,;")
        statement = _statement(entry, span) or f"The quotation reads: “{words}”."
        claim = Claim("", "", Kind.QUOTE, statement, words)
        found = _proved(claim, (place, entry, span), spots, finding, prover)
        if found:
            return found
    return None


def _swap(finding: Finding, spots: Sequence[Spot], prover: Prover) -> Candidate | None:
    """Sentences alike but for some words: these are the positions."""
    labels = tuple(dict.fromkeys(" ".join(place.value.lower().split()) for place, _, _ in spots))
    if len(labels) < 2 or not all(
        any(c.isalpha() for c in label) and not set(label) & set(":;,|*") for label in labels
    ):
        return None
    positions = tuple(Position(label, (label,)) for label in labels)
    for place, entry, span in spots:
        statement = _statement(entry, span)
        if statement:
            claim = Claim("", "", Kind.DESCRIPTION, statement, " ".join(place.value.lower().split()), positions)
            found = _proved(claim, (place, entry, span), spots, finding, prover)
            if found:
                return found
    return None


MAKERS: Mapping[str, Callable[[Finding, Sequence[Spot], Prover], Candidate | None]] = {
    values.CODE: _value,
    swaps.CODE: _swap,
    calendar.CODE: _single,
    sums.CODE: _single,
    spellings.CODE: _name,
    quotations.CODE: _quote,
}
"""How a finding of each family becomes a claim; a family without an entry proposes nothing."""


def _statement(entry: Entry, span: Span) -> str:
    return statement_of(entry.passage.text, span) if is_prose(entry) else ""


def _proved(claim: Claim, own: Spot, spots: Sequence[Spot], finding: Finding, prover: Prover) -> Candidate | None:
    """The claim with terms, when its comparison tells two places of the finding apart; without, when only so it does."""
    rivals = [spot for spot in spots if spot[0].value != own[0].value]
    alike = [spot for spot in spots if spot[0].value == own[0].value][:SHOWN]
    meant = [Meant(prover.numbers[id(entry.passage)], span) for _, entry, span in (own, *rivals, *alike)]
    against = {prover.numbers[id(entry.passage)] for _, entry, _ in rivals}
    tries = [claim] if claim.terms else []
    for tried in (*tries, prover.with_terms(claim, list(dict.fromkeys(meant)))[0], replace(claim, terms=())):
        comparison = prover.compared(tried)
        found = read_in(comparison, prover)
        if DIFFERS & set(comparison.flags) and against & set(found) and meant[0].number in found:
            return _candidate(tried, own[1], own[2], finding, found, speaking(comparison))
    return None


def _candidate(
    claim: Claim, entry: Entry, span: Span, finding: Finding, meant: tuple[int, ...], sources: tuple[str, ...]
) -> Candidate:
    why = f"scan {finding.code}: {finding.headline}"
    group = Group.ROUNDED if finding.severity is Severity.LOW else Group.FINDING
    return Candidate(claim, entry, span, meant, sources, group, finding.severity.value, why, finding.score)
