"""Frames: whether something is said to have happened, or only to be planned, agreed, asked for, proposed, possible or needed."""

from collections.abc import Mapping
from functools import lru_cache

from compare.fold import STOP, Folded, stem_of
from compare.text.patterns import NEGATIONS

FRAMES: Mapping[str, str] = {
    "asked for": "request requested requesting requests ask asked asking urge urged urging demand demanded demanding "
    "call called calling calls appeal",
    "agreed": "agree agreed agreeing agreement commit committed committing commitment commitments pledge pledged promise "
    "promised vow vowed",
    "decided": "decide decided decision",
    "proposed": "propose proposed proposal proposing recommend recommended recommending suggest suggested consider "
    "considering considered should ought",
    "planned": "plan plans planned planning intend intends intended intention schedule scheduled envisage envisaged envisages envision "
    "envisions envisioned expected expects aim aims aimed will shall would upcoming forthcoming hopes hoped",
    "possible": "may might possible potential possibly potentially",
    "needed": "must needs needed necessary",
    "refused": "refuse refused refusing refusal decline declined failed fail fails failing failure unable",
}  # fmt: skip
"""Frame, in words a person can read, and the words that set it."""
REACH = 4
"""How many words before a verb may set its frame."""
NOUNS = frozenset("agreement plan plans proposal aim aims request demand commitment commitments appeal decline".split())
"""Words that set a frame only with what is planned or asked for behind them ("a plan to restore")."""
OBLIGED = frozenset("is are was were".split())


@lru_cache(maxsize=1)
def stances_by_stem() -> Mapping[str, str]:
    """The frame of the stem of each verb that sets one by its sense ("request", "agree"); modal verbs have no sense alone."""
    senses = ("asked for", "agreed", "proposed")
    return {stem_of(form): frame for frame in senses for form in FRAMES[frame].split() if form not in STOP}


@lru_cache(maxsize=1)
def _by_form() -> Mapping[str, str]:
    return {form: frame for frame, forms in FRAMES.items() for form in forms.split()}


def frame_of(folded: Folded, at: int) -> tuple[str, int]:
    """The frame of the word `at` and the index of the word that sets it; ("", at) when it is said as a fact."""
    words, clauses = folded.words, folded.clauses
    for i in range(at - 1, max(-1, at - 1 - REACH), -1):
        if clauses[i] != clauses[at]:
            break
        if words[i].form in _by_form() and not _is_noun(folded, i):
            return _by_form()[words[i].form], i
        if words[i].form == "to" and i and words[i - 1].form in OBLIGED:
            return "planned", i - 1
    return "", at


def _is_noun(folded: Folded, i: int) -> bool:
    """True for the "May" of a date, and for "plan" and the like that are the subject ("the plan restored ...")."""
    word = folded.words[i]
    if word.form in ("may", "will", "call", "called") and folded.text[word.start].isupper() and i:
        return True
    follows = folded.words[i + 1].form if i + 1 < len(folded.words) else ""
    if word.form in ("called", "call", "calls", "calling"):
        return follows not in ("for", "on", "upon")
    return word.form in NOUNS and follows not in ("to", "on", "for", "of")


def is_denied(folded: Folded, first: int, last: int) -> bool:
    """True when a negation stands within three words before `first` or between it and `last`, in one clause."""
    near = range(max(0, first - 3), last)
    return any(folded.words[i].form in NEGATIONS and folded.clauses[i] == folded.clauses[last] for i in near)
