"""Does the source hold the claim's quoted words?

Read: the place where the words stand, over sentence ends too. It agrees when they stand there verbatim; line breaks, footnote
marks, quote styles and capitals are no changes. It contradicts when words were changed, added or left out, and says which.

Not read: a paraphrase of the quotation. Cannot see: who spoke; and a quotation cut so that its sense changes.
"""

from claims.model import Kind
from compare.entry import join
from compare.model import Answer, Stance
from compare.question import Question
from compare.quotes import Found, find_quote
from compare.search import Proposal

CODE = "SRC201"
NAME = "quotation"
KINDS = (Kind.QUOTE,)


def read(question: Question, proposal: Proposal) -> Answer | None:
    """The stance of the passage and the two behind it towards the quotation."""
    for many in (1, 2, 3):
        window = join((proposal.entry, *proposal.following)[:many])
        found = find_quote(question.quote, window.passage.text)
        if found and found.start < len(proposal.entry.passage.text):
            best = found
            if not found.changes or many > len(proposal.following):
                return _answer(best)
            wider = join((proposal.entry, *proposal.following)[: many + 1])
            more = find_quote(question.quote, wider.passage.text)
            if more is None or len(more.changes) >= len(found.changes):
                return _answer(best)
    return None


def _answer(found: Found) -> Answer:
    if not found.changes:
        return Answer(Stance.SUPPORTS, "verbatim", "gives the words verbatim", found.start, found.end)
    what = "; ".join(_say(old, new) for old, new in found.changes[:4])
    return Answer(Stance.CONTRADICTS, f"altered: {what}", f"gives other words: {what}", found.start, found.end)


def _say(old: str, new: str) -> str:
    if not old:
        return f"adds “{new}”"
    return f"“{new}” for “{old}”" if new else f"lacks “{old}”"
