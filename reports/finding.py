"""`find`: passages for a text or a pattern, what is left out of the sources too, as lines for the terminal."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from claims.errors import InputError
from claims.model import Claim, Kind
from compare.facts.asked_claim import ask
from compare.search.index import Index, Proposal, best_of, propose
from compare.search.stored import left_out_of
from compare.text.patterns import parse_pattern
from reports.places import place_of, unwrap
from reports.printable import printable
from seeds.corpus import Corpus, distinct


def find_lines(text: str, pattern: bool, limit: int, corpus: Corpus) -> Iterator[str]:
    """The best passages, each with place, score and its own words; then how many were found.

    Raises InputError when the text or pattern holds no word.
    """
    try:
        parse_pattern(text.replace("*", " ") if not pattern else text)
    except ValueError as error:
        raise InputError(f"{error}; give some words") from None
    documents = distinct(corpus).documents
    claim = Claim("find", "find", Kind.DESCRIPTION, text, terms=(text,) if pattern else ())
    found: list[Proposal] = []
    count = 0
    for own in (documents, tuple(map(left_out_of, documents))):
        proposals, many = _found(claim, Index(replace(corpus, documents=own)), limit)
        found += proposals
        count += many
    found.sort(key=lambda p: (-p.score, p.entry.document.source.id, p.entry.passage.spans))
    for proposal in found[:limit]:
        yield _line(proposal)
    yield f"{count} passage{'s' if count != 1 else ''} found, {min(limit, count)} shown"


def _found(claim: Claim, index: Index, limit: int) -> tuple[Sequence[Proposal], int]:
    """The best passages, and how many are found."""
    question = ask(claim, index.weights, index.unknown_weight)
    if not claim.terms:
        return best_of(question, index, limit)
    proposed = {id(p.entry): p for p in propose(question, index)}
    return tuple(proposed.values()), len(proposed)


def _line(proposal: Proposal) -> str:
    document, passage = proposal.entry.document, proposal.entry.passage
    where = place_of(document, passage.spans[0], passage)
    pieces = [unwrap(document.text[a:b]) for a, b in passage.spans]
    left = f"(left out: {passage.reason}) " if passage.reason else ""
    return printable(f"{where}: {proposal.score:.0f}  {left}{' […] '.join(pieces)}")
