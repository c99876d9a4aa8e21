"""What kind of thing a name is of where the words in and around it do not tell: what the rest of the corpus says of it."""

from collections import Counter
from collections.abc import Sequence

from compare.fold import Folded
from compare.search.index import Index
from compare.stating.assertions import runs_of
from compare.stating.classes import ORGANISATIONS, THINGS, NameClass, bare, is_bare_name, told_by_words
from compare.stating.corpus_view import view_of
from compare.stating.known import LOOKED
from compare.stating.rivals import is_country


def class_of(folded: Folded, run: Sequence[int], index: Index) -> NameClass | None:
    """The kind of the name at the words `run`; None where nothing tells."""
    run = bare(folded, run)
    words = [folded.words[i] for i in run]
    if any(word.form in ORGANISATIONS for word in words):
        return NameClass.ORGANISATION
    if all(is_country(word.stem) for word in words):
        return NameClass.COUNTRY
    if any(word.form in THINGS or is_country(word.stem) or word.form.isdigit() for word in words):
        return None
    told = told_by_words(folded, run)
    if told:
        return told
    usual = _usual(tuple(word.stem for word in words), index)
    if usual is None and is_bare_name(folded, run) and len(run) > 1:
        return NameClass.PERSON
    return NameClass(usual) if usual else None


def _usual(stems: tuple[str, ...], index: Index) -> str | None:
    """The kind that most places of the corpus tell for a name, "" for one that is none; None where it is known nowhere."""
    known = view_of(index).classes
    if stems not in known:
        known[stems] = _most(stems, index)
    return known[stems]


def _most(stems: tuple[str, ...], index: Index) -> str | None:
    """The kind told most often; what the words right before a name tell goes before how it is written."""
    sure: Counter[str] = Counter()
    faint: Counter[str] = Counter()
    for i in view_of(index).places(stems[-1])[:LOOKED]:
        folded = index.entries[i].folded
        for run in runs_of(folded):
            if tuple(folded.words[j].stem for j in run)[-len(stems) :] == stems:
                told = told_by_words(folded, run)
                if told or folded.words[max(0, run[0] - 1)].form == "the":
                    sure[told or ""] += 1
                else:
                    faint[NameClass.PERSON if is_bare_name(folded, run) and len(run) > 1 else ""] += 1
    votes = sure or faint
    return max(sorted(votes), key=lambda kind: votes[kind]) if votes else None
