"""Does the passage say that something else was done to the same thing?

Read, for descriptions and statuses without curated positions: verbs and their nouns that tell what happened to a law, a body, a
paper, a project or a quantity, where they govern the same words as the claim's verb. It differs when the verb says something else
("extended" for "reinstated"), contradicts when it says the opposite ("grew", "shrank"), and is less precise when one includes the
other ("restricted", "prohibited"). That the same was done is read by SRC302.

Not read: verbs outside the list, verbs that are negated, and passages that give another date than the claim or hold too few of
its words.
Cannot see: that two different things were done to the same thing one after the other, where no date says so.
"""

from claims.model import Kind
from compare.evidence.basis import Basis, Passed
from compare.evidence.model import Answer, Stance
from compare.facts.asked_claim import Question
from compare.facts.stated import both_dated, name_stems, root, roots, same_time, share, spared_stems
from compare.fold import Folded
from compare.search.index import Proposal
from compare.text.deeds import Deed, find_deeds, is_passive
from compare.text.modality import frame_of, is_denied
from compare.text.status_verbs import excludes, graded, opposite, same_act, stages
from compare.values.relations import Relation
from compare.weights import WEIGHTS

CODE = "SRC303"
NAME = "status"
KINDS = (Kind.DESCRIPTION, Kind.STATUS)


def read(question: Question, proposal: Proposal) -> Answer | Passed | None:
    """The stance of what the passage says was done."""
    claimed = claimed_deed(question)
    if question.claim.positions or claimed is None:
        return None
    if not same_time(question, proposal.entry):
        return Passed("speaks of another time")
    folded = proposal.entry.folded
    about = [deed for deed in find_deeds(folded) if _governs_same(question, claimed, deed, folded)]
    _, first = frame_of(question.folded, claimed.at)
    if is_denied(question.folded, first, claimed.at):
        return None
    if any(same_act(deed.group, claimed.group) for deed in about):
        return Passed(f"tells the claim's own act, {claimed.group}, but not all the claim says of it")
    if not same_time(question, proposal.entry, sure=False):
        return Passed("may speak of another time")
    other = next((d for d in about if _differs(question, proposal, claimed, d)), None)
    return _difference(claimed, other, folded) if other else Passed("tells no other act of the same thing")


def _differs(question: Question, proposal: Proposal, claimed: Deed, deed: Deed) -> bool:
    """True for another act in a passage about the claim; another stage ("started", "completed") only when both are dated alike."""
    if share(question, proposal.entry) < WEIGHTS.status_share:
        return False
    if graded(deed.group, claimed.group) or opposite(deed.group, claimed.group):
        return True
    if stages(deed.group, claimed.group):
        return both_dated(question, proposal.entry)
    return excludes(deed.group, claimed.group)


def claimed_deed(question: Question) -> Deed | None:
    """The claim's own deed: the first that is no infinitive, None when it has none."""
    folded = question.folded
    deeds = list(find_deeds(folded))
    main = [d for d in deeds if d.at == 0 or folded.words[d.at - 1].form != "to"]
    passive = [d for d in main if is_passive(folded, d.at)]
    return next(iter(passive or main), None)


def _governs_same(question: Question, claimed: Deed, deed: Deed, folded: Folded) -> bool:
    mine = _object(question, claimed)
    theirs = roots(frozenset(folded.words[i].stem for i in deed.governed))
    held = {stem for stem in mine if root(stem) in theirs}
    if _is_parted(deed, {root(stem) for stem in held}, folded):
        return False
    named = name_stems(question) & set(mine) | {stem for stem in mine if stem.isdigit()}
    return sum(mine[s] for s in held) >= WEIGHTS.governed * sum(mine.values()) > 0 and (not named or bool(named & held))


def _is_parted(deed: Deed, held: set[str], folded: Folded) -> bool:
    """True when another deed stands between this one and the first word it would share with the claim."""
    first = min((i for i in deed.governed if i > deed.at and root(folded.words[i].stem) in held), default=deed.at)
    return any(deed.at < other.at < first and other.group != deed.group for other in find_deeds(folded))


def _object(question: Question, deed: Deed) -> dict[str, float]:
    """The stems the claim's deed governs, with their weight, its dates and optional words left out."""
    words, own = question.folded.words, {question.folded.words[deed.at].stem}
    spared = spared_stems(question.folded, own) | own
    stems = [words[i].stem for i in deed.governed]
    return {stem: question.words[stem] for stem in stems if stem in question.words and stem not in spared}


def _difference(claimed: Deed, deed: Deed, folded: Folded) -> Answer | Passed:
    frame, first = frame_of(folded, deed.at)
    if is_denied(folded, first, deed.at):
        return Passed("denies another act of the same thing")
    start, end = folded.span(first, deed.at)
    value = folded.text[start:end] if frame else deed.group
    if graded(deed.group, claimed.group):
        reason = f"says {value}, of which {claimed.group} is another degree"
        basis = Basis(claimed.group, value, Relation.COARSER)
        return Answer(Stance.LESS_PRECISE, value, reason, start, end, basis=basis)
    against = opposite(deed.group, claimed.group) and not frame
    stance = Stance.CONTRADICTS if against else Stance.DIFFERS
    basis = Basis(claimed.group, value, Relation.OTHER)
    return Answer(stance, value, f"says {value}, the claim says {claimed.group}", start, end, basis=basis)
