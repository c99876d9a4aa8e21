"""The page itself: data, template and script put together.

The page loads nothing and may run one script only, its own, which its security policy names by hash. Cards, tables and sources are
drawn from its data when they are opened, as text and never as markup; without the script the findings can be read, a line each.
"""

import json
from collections import Counter
from typing import Any

from markupsafe import Markup

from claims.model import Severity
from compare.decide.advice import advice
from compare.decide.headline import DIFFERENCES, gravest_first, with_places
from compare.decide.severity import judged
from compare.evidence.model import Comparison, Result, Stance, Verdict
from reports.as_table import SIGNS
from reports.findings import NONE, Reviews, State, counted, decided
from reports.page.agreement import pairs_of
from reports.page.beyond import Beyond, pieces, where
from reports.page.data import LOOKS, data_of
from reports.printable import printable
from reports.read_lines import corpus_line, coverage_line
from reports.templating import environment, hash_of, script_of
from reports.topics import MEANING

SCRIPTS = ("text", "cards", "list", "sources", "overview", "start")
"""The parts of the script, in the order in which they build on each other."""

MOST = 200
"""Findings that can be read without the script."""


NOTHING = Beyond()


def to_html(result: Result, reviews: Reviews = NONE, beyond: Beyond = NOTHING) -> str:
    """The result as one page. reviews: what people decided on a claim; it is printed beside its verdict.

    beyond: what a scan finds that no claim tells.
    """
    data, script = data_of(result, reviews), _script()
    found = gravest_first(result.comparisons)
    counts = Counter(c.verdict for c in result.comparisons)
    sources = [(source["id"], source["name"]) for source in data["sources"]]
    return environment().get_template("page/page.html.j2").render(
        corpus_line=corpus_line(result), counted=counted(result), decided=decided(result, reviews),
        coverage=coverage_line(result),
        groups=_groups(result.comparisons), topics=data["topics"], sources=sources, texts=data["sources"],
        kinds=_same(sorted({c.claim.kind.value for c in result.comparisons})),
        verdict_names=_same(v for v in Verdict if counts[v]), stances=_same(Stance), states=_same(State),
        verdicts=[(v, LOOKS[v], counts[v], MEANING[v]) for v in Verdict],
        signs=[(stance, SIGNS[stance]) for stance in Stance],
        findings=[(with_places(c), advice(c)) for c in found[:MOST]], left=len(found[MOST:]),
        pairs=pairs_of(result.comparisons, [id_ for id_, _ in sources]),
        beyond=beyond, words=pieces, where=where,
        dated=bool(data["timeline"]["rows"]), ticks=data["timeline"]["ticks"],
        data=Markup(_inert(data)), script=Markup(script), script_hash=hash_of(script),
    )  # fmt: skip


def _groups(comparisons: tuple[Comparison, ...]) -> list[tuple[str, int, bool]]:
    """What the page shows or hides as one: the findings of a severity, which it opens with, and the claims of any other verdict."""
    found = Counter(str(judged(c).severity) if c.verdict in DIFFERENCES else str(c.verdict) for c in comparisons)
    grave = [(str(severity), found[str(severity)], True) for severity in Severity]
    return [*grave, *((str(v), found[str(v)], False) for v in Verdict if v not in DIFFERENCES and found[str(v)])]


def _same(names: Any) -> list[tuple[str, str]]:
    """Options of a list that are called what they are."""
    return [(str(name), str(name)) for name in names]


def _script() -> str:
    parts = (script_of(f"page/{part}.js") for part in SCRIPTS)
    return '"use strict";\n(() => {\n' + "\n".join(parts) + "})();\n"


def _inert(data: Any) -> str:
    """The data as JSON that ends no element and begins no comment, in which nothing acts on how the rest shows."""
    return json.dumps(_shown(data), ensure_ascii=False, separators=(",", ":")).replace("<", "\\u003c")


def _shown(data: Any) -> Any:
    if isinstance(data, str):
        return printable(data)
    if isinstance(data, dict):
        return {name: _shown(value) for name, value in data.items()}
    return [_shown(value) for value in data] if isinstance(data, list | tuple) else data
