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
from compare.search.index import Index, Missed, Proposal, search
from compare.text.attribution import speaker
from seeds.model import Document, PassageKind


def compare_claim(
    claim: Claim, index: Index, documents: Sequence[Document], codes: frozenset[str] | None = None, why: bool = False
) -> Comparison:
    """One claim compared with every document."""
    question = ask(claim, index.weights, index.unknown_weight)
    searched = search(question, index)
    question = question.about(proposal.entry.passage for proposal in searched.proposals)
    evidence = one_sided(question, distinct([read(question, p, codes, why) for p in searched.proposals]))
    testimonies = tuple(_testimonies(evidence, documents, searched.missed))
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
