"""Candidates from the dates and amounts of sentences that stand by themselves, each compared with every source."""

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

from claims.model import Claim, Kind
from claims.values import Bound, Resolution, When
from compare.evidence.model import Comparison, Verdict
from compare.facts.stated import root
from compare.facts.statement import read_statement
from compare.proposing.candidate import Candidate, Group, expected_of, is_prose
from compare.proposing.proving import QUIET, Prover, read, read_in, speaking
from compare.proposing.standing import opens_with_name
from compare.proposing.statements import in_aside, statement_of
from compare.proposing.terms import Meant
from compare.scanning.doubts import AWAY
from compare.scanning.observations import UNNAMED, Observation, Observations
from compare.text.frames import OPEN, UNCERTAIN, frames_of
from compare.text.sentence import sentence_of
from compare.values.units import is_known, is_money

SMALL = 12
"""Up to here a number of uncounted or many things says little by itself."""
YEAR = 366
"""Days; a longer date is too vague to be checked."""
BEHIND = re.compile(
    r"(?:^|[,;:]|\b(?:on|in|since|from|until|till|by|during|between|before|after|and|to|of|at|dated|through|around|about))\s*$",
    re.IGNORECASE,
)
"""What stands before a date that tells when something was, not which thing is meant ("the 2019 agreement")."""
OPINION = re.compile(r"\b(?:thought|thinks?|believed?|believes|felt|feels?|guess(?:ed|es)?|supposed?)\b", re.IGNORECASE)
"""What makes a value somebody's opinion."""
OF = re.compile(r"\bof\s*$")
"""What makes a date a part of a thing's name ("the estimate of May 2019")."""
TRIED = 300
"""How many sentences are compared, the most telling first."""
LENGTH = 18
"""Words of a statement that is easy to check; longer ones come later."""
OWN, UNNAMED_SUBJECT, FINE = 0.2, 0.4, 1.4
"""What a statement counts of which no other source speaks; one that names nobody and nothing; a fine value. They order proposals only."""


def candidates(read_once: Observations, prover: Prover) -> Iterator[Candidate]:
    """The values that sources state in sentences of their own, none that another passage clashes with."""
    sources = _sources(read_once)
    drafted = [(o, s, _weight(o, s, sources, read_once.weights)) for o in read_once.all if (s := _statement(o))]
    drafted.sort(key=lambda d: (-d[2], d[0].number, d[0].span))
    for observation, statement, weight in drafted[:TRIED]:
        candidate = _candidate(observation, statement, weight, prover)
        if candidate:
            yield candidate


def _statement(o: Observation) -> str:
    """The statement of a value that tells something by itself; "" for one that does not."""
    if not is_prose(o.entry) or o.entry.passage.row or o.text[o.span[1] : o.span[1] + 1] in ("-", "–") or _is_small(o):
        return ""
    if (
        OPINION.search(o.before)
        or o.before.rstrip().endswith("(")
        or not expected_of(o.value)
        or in_aside(o.text, o.span)
    ):
        return ""
    first = next((i for i, w in enumerate(o.entry.folded.words) if w.start >= o.span[0]), 0)
    mode = frames_of(sentence_of(o.text))[first].mode
    statement = "" if mode in UNCERTAIN | OPEN else statement_of(o.text, o.span)
    return "" if ":" in statement.partition(o.text[slice(*o.span)])[0] else statement


def _is_small(o: Observation) -> bool:
    """True for a value that says little by itself: a day of no year, a bare or a small number, a distance in time."""
    value = o.value
    if isinstance(value, When):
        vague = value.resolution is not Resolution.WRITTEN or "X" in value.edtf or value.last - value.first > YEAR
        return vague or not BEHIND.search(o.before)
    small = value.low <= SMALL and value.low.is_integer() and value.bound is Bound.EXACT and not is_money(value.unit)
    words = o.text[slice(*o.span)]
    if ", " in words or not re.search(r"[^\W\d_]|[^\w\s.,]", words):
        return True
    return (
        not value.unit
        or value.unit in UNNAMED
        or small
        or "-" in words.strip("-")
        or bool(AWAY.match(o.text, o.span[1]))
    )


def _sources(read_once: Observations) -> dict[str, int]:
    """In how many sources each root stands."""
    pairs = {
        (entry.document.source.id, key)
        for entry, keys in zip(read_once.entries, read_once.words, strict=True)
        for key in keys
    }
    return dict(Counter(key for _, key in pairs))


def _weight(o: Observation, statement: str, sources: Mapping[str, int], weights: Mapping[str, float]) -> float:
    """How telling a statement is: of how much that other sources speak of, too, it tells; how finely, and in how few words."""
    stated = read_statement(statement)
    sentence = stated.sentence
    keys = [root(sentence.folded.words[i].stem) for i in sentence.content if i not in stated.valued]
    shared = sum(weights.get(key, 0.0) * (sources.get(key, 1) - 1) for key in keys) / (len(keys) or 1)
    named = any(not stated.valued.issuperset(run) for run in sentence.runs) or opens_with_name(sentence)
    return (
        (OWN + shared)
        * (1.0 if named else UNNAMED_SUBJECT)
        * _fine(o)
        / (1 + max(0, len(sentence.forms) - LENGTH) / LENGTH)
    )


def _fine(o: Observation) -> float:
    """What a value counts by its sort: a day or month more than a year, a measure more than a count, part of a name less."""
    if isinstance(o.value, When):
        return (FINE if o.value.last - o.value.first < 31 else 1.0) * (UNNAMED_SUBJECT if OF.search(o.before) else 1.0)
    return FINE if is_known(o.value.unit) else 1.0


def _candidate(o: Observation, statement: str, weight: float, prover: Prover) -> Candidate | None:
    """A candidate, when its comparison is as quiet with terms as it is without; None else."""
    kind = Kind.DATE if isinstance(o.value, When) else Kind.FIGURE
    claim = Claim("", "", kind, statement, expected_of(o.value))
    alone = prover.compared(claim)
    if alone.verdict not in QUIET:
        return None
    own = Meant(prover.numbers[id(o.entry.passage)], o.span)
    meant = _meant(alone, own, prover)
    termed, comparison = prover.with_terms(claim, meant)
    if not termed.terms or comparison.verdict not in QUIET or not _holds(own, comparison, prover):
        return None
    sources = speaking(comparison)
    several = comparison.verdict is not Verdict.SINGLE_SOURCE and len(sources) > 1
    group, severity = (Group.SEVERAL, "medium") if several else (Group.SINGLE, "low")
    why = "several sources speak of it" if several else "one source says so"
    weight *= OWN + _nearest_elsewhere(alone, o.source)
    return Candidate(termed, o.entry, o.span, read_in(comparison, prover), sources, group, severity, why, weight)


def _nearest_elsewhere(comparison: Comparison, source: str) -> float:
    """How much of a statement the best passage of another source holds, 0 to 1: what nobody else speaks near is of little use."""
    others = (t for t in comparison.testimonies if t.document.source.id != source)
    return max((e.score / 100 for t in others for e in t.evidence), default=0.0)


def _meant(comparison: Comparison, own: Meant, prover: Prover) -> Sequence[Meant]:
    """The passages read for a claim, its own with them."""
    found = [prover.place(e) for e in read(comparison)]
    return [own, *(m for m in found if m.number != own.number)]


def _holds(own: Meant, comparison: Comparison, prover: Prover) -> bool:
    """True when the comparison read the claim's own passage."""
    return any(prover.place(e).number == own.number for e in read(comparison))
