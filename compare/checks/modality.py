"""Does the passage say that it happened, or only that it is planned, agreed, asked for or possible?

Read, for descriptions and statuses without curated positions: the words just before the claim's verb or its noun. A passage that
holds the claim's words differs when it speaks of a plan, an agreement, a request, a proposal or a possibility where the claim
says it happened ("the planned visit", "agreed to dissolve"), when it names another of these, and when it says that happened
which the claim only plans.

Not read: passages that hold too few of the claim's words, or give another date.
Cannot see: a plan told in words that stand far from the verb, and irony.
"""

import re

from claims.model import Kind
from compare.checks.status import claimed_deed
from compare.entry import Entry
from compare.fold import STOP, Folded
from compare.model import Answer, Stance
from compare.question import Question
from compare.search import Proposal
from compare.wordings.deeds import find_deeds
from compare.wordings.frames import compatible, frame_of, is_denied
from compare.wordings.stated import STATED, holds_keys, holds_names, root, same_time, share
from compare.wordings.status_verbs import same_act
from seeds.model import PassageKind

CODE = "SRC304"
NAME = "modality"
KINDS = (Kind.DESCRIPTION, Kind.STATUS)
PAST = re.compile(r"[a-z]{2,}ed$")


def read(question: Question, proposal: Proposal) -> Answer | None:
    """The stance of the frame in which the passage tells what the claim tells."""
    entry = proposal.entry
    at = predicate(question)
    if question.claim.positions or at is None or not _is_about(question, entry):
        return None
    claimed, _ = frame_of(question.folded, at)
    places = list(_same_predicate(question, at, entry.folded))
    frames = [frame_of(entry.folded, i) for i in places]
    if not places or any(compatible(claimed, frame) for frame, _ in frames):
        return None
    (frame, first), place = frames[0], places[0]
    if is_denied(entry.folded, first, place) or (not frame and not PAST.match(entry.folded.words[place].form)):
        return None
    said = frame or "done"
    reason = f"says {said}, the claim says {claimed or 'that it happened'}"
    return Answer(Stance.DIFFERS, said, reason, *entry.folded.span(first, place))


def _is_about(question: Question, entry: Entry) -> bool:
    """True when the passage holds the claim's names and enough of its words; its verb is looked for apart."""
    if entry.passage.kind is PassageKind.FOOTNOTE or not same_time(question, entry):
        return False
    return share(question, entry) >= STATED and holds_names(question, entry) and holds_keys(question, entry)


def predicate(question: Question) -> int | None:
    """The index of the claim's verb: a listed one, else its first past form that is no part of a name."""
    deed = claimed_deed(question)
    if deed:
        return deed.at
    folded = question.folded
    forms = ((i, word) for i, word in enumerate(folded.words) if word.form not in STOP)
    return next((i for i, w in forms if PAST.match(w.form) and folded.text[w.start].islower()), None)


def _same_predicate(question: Question, at: int, folded: Folded) -> list[int]:
    """The places of the claim's verb in the passage, or of one of the same group."""
    deed = claimed_deed(question)
    if deed:
        return [d.at for d in find_deeds(folded) if same_act(d.group, deed.group)]
    stem = root(question.folded.words[at].stem)
    return [i for i, word in enumerate(folded.words) if root(word.stem) == stem]
