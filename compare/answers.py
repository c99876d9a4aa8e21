"""What does each source give as the answer to one question, and which sources agree?

A question is taken apart (`answering.asked`), candidates are read in every document (`answering.reading`), and the documents are
grouped by the answer they give (`answering.grouping`). A document that does not say is silent.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from compare.answering.asked import take_apart
from compare.answering.echo import echoes
from compare.answering.given import Reply, reply
from compare.answering.grouping import assign, groups_of
from compare.answering.model import Candidate
from compare.answering.reading import candidates_of, entries_of
from seeds.model import Document

__all__ = ["Answered", "Reply", "Said", "answer", "check_answer"]

ALARM = 0.55
"""How strong a document's reading of an answer must be to count as a different one."""


@dataclass(frozen=True)
class Said:
    """What a document gives as the answer.

    start, end: its place, characters of the document's text, end exclusive. exact: the words there. strength: 0 to about 1, how
    surely they are the answer (0 where the words only stand there).
    """

    document: Document
    start: int
    end: int
    exact: str
    strength: float


@dataclass(frozen=True)
class Answered:
    """A question and what the documents say to it.

    groups: the documents that give the same answer, the larger groups first. silent: those that give none.
    """

    question: str
    groups: tuple[tuple[Said, ...], ...]
    silent: tuple[Document, ...]

    @property
    def discrepancy(self) -> bool:
        """True when two different answers are read surely: one that is doubtful raises no alarm."""
        return sum(any(said.strength >= ALARM for said in group) for group in self.groups) > 1


def answer(question: str, documents: Sequence[Document]) -> Answered:
    """What each document gives as the answer to a question, grouped by the same answer."""
    asked = take_apart(question)
    read = assign([candidates_of(asked, document) for document in documents], asked.wanted)
    given = {**read, **echoes(asked, read, [entries_of(document) for document in documents])}
    groups = tuple(
        tuple(said_of(given[number], documents[number]) for number in group) for group in groups_of(given, asked.wanted)
    )
    return Answered(question, groups, tuple(d for i, d in enumerate(documents) if i not in given))


def check_answer(question: str, said: str, document: Document) -> tuple[Reply, Said | None]:
    """Whether a document gives the answer `said` to a question, another one or none; and the place that shows it."""
    found, shown = reply(said, candidates_of(take_apart(question), document), entries_of(document))
    return found, said_of(shown, document) if shown else None


def said_of(candidate: Candidate, document: Document) -> Said:
    """A candidate with its place in its document."""
    start, end = candidate.entry.passage.place(candidate.start, candidate.end)
    return Said(document, start, end, document.text[start:end], round(candidate.strength, 3))
