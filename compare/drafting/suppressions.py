"""Comments in a draft that silence findings: `sourcecheck: ignore SRC101 reason`, in a comment of Markdown or HTML.

A comment inside a paragraph is for that paragraph, one that stands alone for the next. Without a known code or a reason it is not
applied, and that is told.
"""

import re
from collections.abc import Collection, Iterator, Sequence

from compare.drafting.model import Finding, Suppression
from seeds.model import Span
from seeds.text import Comment

DIRECTIVE = re.compile(r"\s*sourcecheck\s*:\s*ignore\b\s*(?P<rest>.*)", re.IGNORECASE | re.DOTALL)
CODE = re.compile(r"SRC\d{0,3}\b,?\s*", re.IGNORECASE)


def read_suppressions(
    comments: Sequence[Comment], text: str, paragraphs: Sequence[Span], codes: Collection[str]
) -> Iterator[Suppression]:
    """The comments that ask for silence. text: the draft's; paragraphs: in order; codes: those of all checks."""
    for at, _, words in comments:
        directive = DIRECTIVE.fullmatch(words)
        if directive:
            given, reason = _parse(directive["rest"])
            target = _target(at, text, paragraphs)
            problem = _problem(given, reason, target, codes)
            yield Suppression(at, given, reason, target or (at, at), problem)


def _target(at: int, text: str, paragraphs: Sequence[Span]) -> Span | None:
    """The paragraph the comment stands in, or behind on its last line; else the next."""
    for start, end in paragraphs:
        if at <= end or "\n" not in text[end:at]:
            return start, end
    return None


def silencing(finding: Finding, suppressions: Sequence[Suppression]) -> Suppression | None:
    """The first comment that silences a finding."""
    for suppression in suppressions:
        inside = suppression.target[0] <= finding.start < suppression.target[1]
        if inside and not suppression.problem and finding.code.startswith(suppression.codes):
            return suppression
    return None


def _parse(rest: str) -> tuple[tuple[str, ...], str]:
    codes: list[str] = []
    while match := CODE.match(rest):
        codes.append(match[0].rstrip(", \t\r\n").upper())
        rest = rest[match.end() :]
    return tuple(codes), " ".join(rest.split()).lstrip("-–—: ")


def _problem(given: Sequence[str], reason: str, target: Span | None, codes: Collection[str]) -> str:
    unknown = [code for code in given if not any(known.startswith(code) for known in codes)]
    if not given:
        return "names no code; write `sourcecheck: ignore SRC101 reason`"
    if unknown:
        return f"no check has the code {unknown[0]}"
    if not reason:
        return "gives no reason; write one behind the code"
    return "" if target else "stands behind the last paragraph"
