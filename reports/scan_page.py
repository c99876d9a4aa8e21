"""A scan as one page of HTML, without scripts: a card for each finding with the sources' words side by side, the dismissed last."""

from functools import lru_cache

from jinja2 import Environment

from claims.model import Severity
from compare.checks import all_checks
from compare.jobs.scan import Scan
from reports.dismissing import Noted
from reports.page.beyond import pieces, where
from reports.templating import environment
from seeds.corpus import Corpus


def to_html(result: Scan, findings: tuple[Noted, ...], corpus: Corpus) -> str:
    """All findings on one page."""
    told = [n for n in findings if not n.dismissed]
    return (
        _environment()
        .get_template("scan.html.j2")
        .render(
            groups=[(s.value, [n for n in told if n.finding.severity is s]) for s in Severity],
            dismissed=[n for n in findings if n.dismissed],
            names={check.code: check.name for check in all_checks()},
            corpus=corpus,
            result=result,
        )
    )


@lru_cache(maxsize=1)
def _environment() -> Environment:
    made = environment()
    made.globals |= {"words": pieces, "where": where}
    return made
