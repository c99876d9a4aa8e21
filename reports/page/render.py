"""The page itself: data and template put together.

The page loads nothing and may run one script only, its own, which its security policy names by hash; without the script everything
can be read, only not filtered. All that is said in it goes through `printable` and is escaped.
"""

import base64
import hashlib
from collections import Counter
from collections.abc import Mapping, Sequence
from functools import lru_cache
from types import MappingProxyType

from jinja2 import Environment
from markupsafe import Markup

from compare.decide.headline import advice, gravest_first, headline
from compare.decide.severity import judged
from compare.evidence.model import Comparison, Result, Stance, Testimony, Verdict
from reports.as_markdown import corpus_line, coverage_line
from reports.as_table import SIGNS
from reports.findings import FIRST, counted
from reports.page import anchors
from reports.page.agreement import pairs_of
from reports.page.cards import MOST, columns_of, unread
from reports.page.reading import places_of, rows_of
from reports.page.timeline import timeline_of
from reports.places import place
from reports.templating import TEMPLATES, environment
from reports.topics import MEANING, hidden, meaning_of, silent, topic_reports

LOOKS = {
    **dict.fromkeys((Verdict.PROBABLE_TYPO, Verdict.VALUE_DISCREPANCY, Verdict.INTERNAL_INCONSISTENCY), "contradicts"),
    Verdict.FRAMING_DIFFERENCE: "differs",
    Verdict.PRECISION_DIFFERENCE: "less-precise",
    Verdict.AGREEMENT: "supports",
    Verdict.SINGLE_SOURCE: "single",
    Verdict.NOT_FOUND: "unread",
}
"""The look of a verdict: that of the stance it comes from."""

GRAVEST = (Stance.CONTRADICTS, Stance.DIFFERS, Stance.LESS_PRECISE, Stance.SUPPORTS)


def to_html(result: Result, reviews: Mapping[str, Sequence[str]] = MappingProxyType({})) -> str:
    """The result as one page. reviews: lines about a claim, by its id; they are printed beside its verdict."""
    reports = topic_reports(result)
    sources = [document.source.id for document in result.corpus.documents]
    script = (TEMPLATES / "page.js.j2").read_text(encoding="utf-8")
    return _environment().get_template("page.html.j2").render(
        result=result, reports=reports, reviews=reviews,
        verdicts=Counter(c.verdict for c in result.comparisons),
        kinds=sorted({c.claim.kind.value for c in result.comparisons}),
        questions={c.claim.id: question for report in reports for c, question in report.questions},
        pairs=pairs_of(result.comparisons, sources),
        findings=gravest_first(result.comparisons), first=FIRST, counted=counted(result),
        timeline=timeline_of(result.comparisons),
        places=places_of(result),
        corpus_line=corpus_line(result), coverage=coverage_line(result),
        script=Markup(script), script_hash=_hash(script),
    )  # fmt: skip


def _hash(script: str) -> str:
    """A script as a security policy names it."""
    return "sha256-" + base64.b64encode(hashlib.sha256(script.encode()).digest()).decode()


def _says(comparison: Comparison) -> str:
    """What each source says, for the filter: its number from 1 and a stance, joined by `=`."""
    said = enumerate(map(_said_by, comparison.testimonies), start=1)
    return " ".join(f"{i}={stance}" for i, stances in said for stance in stances)


def _said_by(testimony: Testimony) -> tuple[Stance, ...]:
    """The stances of a source's evidence, the gravest first; what was not read only where nothing was."""
    found = {evidence.stance for evidence in testimony.evidence}
    return tuple(stance for stance in GRAVEST if stance in found) or (testimony.stance,)


@lru_cache(maxsize=1)
def _environment() -> Environment:
    made = environment()
    named = (advice, columns_of, headline, judged, hidden, meaning_of, place, rows_of, silent, unread)
    made.globals |= {function.__name__: function for function in named}
    made.globals |= {
        "anchors": anchors, "said_by": _said_by, "says": _says, "signs": SIGNS, "looks": LOOKS, "meanings": MEANING,
        "verdict_names": list(Verdict), "stances": list(Stance), "most": MOST,
    }  # fmt: skip
    return made
