"""A claim held against every document: search proposes passages, checks read them, verdicts sum up."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from claims.model import Claim
from compare.checks import readers_of
from compare.checks.unread import CODE as UNREAD
from compare.checks.unread import answer as unread
from compare.decide.asked import asked_of
from compare.decide.confirming import confirmed
from compare.decide.ranking import best_first, distinct
from compare.decide.sides import one_sided
from compare.decide.verdicts import judge, source_stance
from compare.evidence.basis import Passed
from compare.evidence.model import Answer, Comparison, Evidence, Testimony
from compare.facts.asked_claim import Question, ask
from compare.search.index import Index, Missed, Proposal, Searched, search
from compare.text.attribution import speaker
from seeds.model import Document, PassageKind


def compare_claim(
    claim: Claim, index: Index, documents: Sequence[Document], codes: frozenset[str] | None = None, why: bool = False
) -> Comparison:
    """One claim compared with every document."""
    question, searched = searched_for(claim, index, why)
    evidence = [read(question, proposal, codes, why) for proposal in searched.proposals]
    return settled(question, evidence, documents, codes, searched.missed)


def searched_for(claim: Claim, index: Index, why: bool = False) -> tuple[Question, Searched]:
    """What a claim asks, and the passages proposed for it. why: with the nearest ones of sources that have none."""
    question = ask(claim, index.weights, index.unknown_weight)
    searched = search(question, index, missed=why)
    return question.about(proposal.entry.passage for proposal in searched.proposals), searched


def settled(
    question: Question,
    evidence: Sequence[Evidence],
    documents: Sequence[Document],
    codes: frozenset[str] | None,
    missed: Sequence[Missed] = (),
) -> Comparison:
    """The comparison of a claim of which everything proposed was read, in the order it was proposed."""
    claim = question.claim
    testimonies = tuple(_testimonies(one_sided(question, distinct(evidence)), documents, missed))
    grounds = judge(claim, testimonies, codes)
    flags = tuple(ground.verdict for ground in grounds)
    return Comparison(claim, flags[0], flags, testimonies, grounds, question, asked_of(question, testimonies))


def read(question: Question, proposal: Proposal, codes: frozenset[str] | None = None, why: bool = False) -> Evidence:
    """What the first check that can read a proposed passage finds in it; unread when none can. why: what it rests on is kept."""
    answer, by = unread(question, proposal), UNREAD
    passed: list[tuple[str, Passed]] = []
    for code, check in readers_of(question.claim.kind):
        found = check(question, proposal) if codes is None or code in codes else None
        if isinstance(found, Passed):
            passed.append((code, found))
        elif found:
            (answer, by) = confirmed(question, proposal, found, code)
            if answer.basis and answer.basis.related and by == UNREAD:
                passed.append((code, Passed(answer.basis.related.reason, answer.basis)))
            if by != UNREAD:
                answer = attributed(answer, proposal)
                break
    (start, end), focus = proposal.show(answer.start, answer.end)
    entry = proposal.entry
    trace = (proposal, tuple(passed)) if why else ()
    answer = answer if why or not answer.basis else replace(answer, basis=None)
    return Evidence(entry.document, entry.passage, start, end, focus, proposal.score, answer, by, *trace)


def attributed(answer: Answer, proposal: Proposal) -> Answer:
    """The answer with its speaker, where the passage reports the words as somebody's."""
    entry = proposal.entry
    speaks = entry.passage.kind is not PassageKind.FOOTNOTE and answer.end <= len(entry.passage.text)
    who = speaker(entry.folded, answer.start, answer.end) if speaks else ""
    return replace(answer, speaker=who, reason=f"{answer.reason} (said by {who})") if who else answer


def _testimonies(
    evidence: Sequence[Evidence], documents: Sequence[Document], missed: Sequence[Missed]
) -> Iterator[Testimony]:
    for document in documents:
        own = best_first([e for e in evidence if e.document is document])
        nearest = next((m for m in missed if m.entry.document is document), None)
        yield Testimony(document, source_stance(own), own, nearest)
