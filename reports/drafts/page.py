"""Checked drafts as one page of HTML: the draft's own text with the words that findings mark, the sources' words beside it.

Places lead into the sources' own text at its end. The page loads nothing; its only script steps through the findings with j and k.
All that is said in it goes through `printable` and is escaped.
"""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import lru_cache

from jinja2 import Environment
from markupsafe import Markup

from compare.drafting.model import CheckedDraft, Finding, Noted, Stance
from compare.evidence.place import Place
from reports.drafts.pieces import Piece, around, side_by_side
from reports.drafts.rows import LEFT_OUT, rows_of
from reports.drafts.source_view import views_of
from reports.drafts.words import NAMES, looked_up, problems, relative, says, title, where
from reports.places import has_lines, position
from reports.templating import environment, hash_of, script_of
from seeds.model import Document

COLUMNS = ("findings", "known", "silenced")
"""How findings are counted: as they are, as standing in the baseline, as silenced by a comment."""

OTHERWISE = (Stance.CONTRADICTED, Stance.ALTERED_QUOTE, Stance.DISPUTED)
FEW = 3
"""Places shown of a finding that no source is against."""


def to_html(drafts: Sequence[CheckedDraft], sources: Sequence[Document]) -> str:
    """All drafts on one page. sources: the documents they were checked against."""
    page, script = _environment().get_template("draft.html.j2"), script_of("draft.js")
    every = [_with_all(draft) for draft in drafts]
    views, ids = views_of(
        sources, [place for draft in every for noted in draft.noted for place in _shown(noted.finding)]
    )
    return page.render(
        drafts=[(*pair, len(pair[0].noted)) for pair in zip(drafts, every, strict=True)],
        views=views,
        ids=ids,
        script=Markup(script),
        script_hash=hash_of(script),
        sources=sources,
        names={stance.value: name for stance, name in NAMES.items()},
        told=[stance.value for stance in Stance if any(n.finding.stance is stance for d in drafts for n in d.noted)],
        columns=COLUMNS,
        counts=_counts(drafts),
        looked_up=looked_up(drafts),
        mended=sum(draft.gone for draft in drafts),
    )


def _with_all(draft: CheckedDraft) -> CheckedDraft:
    """The draft with all its facts, what is told before what is shown when asked for."""
    told = {noted.id for noted in draft.noted}
    return replace(draft, noted=(*draft.noted, *(noted for noted in draft.facts if noted.id not in told)))


def _counts(drafts: Sequence[CheckedDraft]) -> dict[str, tuple[int, ...]]:
    """Of each outcome: the findings as they count, and the assertions looked up."""
    found = Counter((n.finding.stance, _standing(n)) for draft in drafts for n in draft.noted)
    asserted: Counter[Stance] = Counter()
    for draft in drafts:
        asserted.update(dict(draft.coverage.outcomes))
    return {s.value: (*(found[s, column] for column in COLUMNS), asserted[s]) for s in Stance}


def _standing(noted: Noted) -> str:
    new, known, silenced = COLUMNS
    return silenced if noted.suppression else known if noted.known else new


def _gravest(numbers: Sequence[int], draft: CheckedDraft) -> str:
    """The gravest outcome of the findings with these numbers."""
    order = list(Stance)
    return min((draft.noted[n - 1].finding.stance for n in numbers), key=order.index).value


def _sentence(finding: Finding, draft: CheckedDraft) -> tuple[Piece, ...]:
    return around(draft.document.text, finding.sentence, (finding.start, finding.end))


def _passage(place: Place) -> tuple[Piece, ...]:
    passage = place.start, place.end
    return around(place.document.text, passage, place.focus if place.value else passage)


def _shown(finding: Finding) -> tuple[Place, ...]:
    """The places that are shown: all where the sources say otherwise, else the first few."""
    return finding.places if finding.stance in OTHERWISE else finding.places[:FEW]


def _wordings(finding: Finding, draft: CheckedDraft) -> tuple[tuple[Piece, ...], tuple[Piece, ...]]:
    """The words of an altered quotation and the source's."""
    place = finding.places[0]
    mine, theirs = draft.document.text[finding.start : finding.end], place.document.text[slice(*place.focus)]
    return side_by_side(mine, theirs, finding.changes)


def _at(draft: CheckedDraft, offset: int) -> str:
    """Where something stands in a draft, in words."""
    at = position(draft.document, offset)
    return f"line {at.line}, column {at.column}" if has_lines(draft.document) else at.name


def _silenced(draft: CheckedDraft) -> Iterator[tuple[str, str, str, int]]:
    """The comments that silence something: where, codes, reason, how many findings."""
    idle = [suppression for suppression, _ in problems(draft)]
    for suppression in draft.suppressions:
        if suppression not in idle:
            many = sum(noted.suppression == suppression for noted in draft.noted)
            yield _at(draft, suppression.at), ", ".join(suppression.codes), suppression.reason, many


@lru_cache(maxsize=1)
def _environment() -> Environment:
    made = environment()
    made.filters["relative"] = relative
    named = (rows_of, problems, relative, says, title, where)
    made.globals |= {function.__name__: function for function in named}
    made.globals |= {
        "at": _at, "gravest": _gravest, "passage": _passage, "sentence": _sentence, "shown": _shown, "silenced": _silenced,
        "standing": _standing, "wordings": _wordings, "left_out": LEFT_OUT,
    }  # fmt: skip
    return made
