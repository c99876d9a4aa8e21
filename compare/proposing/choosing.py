"""The proposals of a corpus: the candidates in order of use, each thing once, none that a curated claim covers, with ids and topics."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from claims.model import Claim
from compare.evidence.model import Comparison, Stance
from compare.facts.stated import root
from compare.facts.statement import read_statement
from compare.fold import STOP, fold
from compare.proposing.candidate import Candidate, Group
from compare.scanning.observations import NUMERALS
from seeds.model import Span

ALIKE = 0.6
"""The share of their words from which two statements say the same."""
REST = "other"
"""The topic of what shares a word with no other proposal."""
FEW = 3.0
"""How many proposals a topic may hold however few there are."""
REPEATED = 0.4
"""The same for two that expect the same value."""
TOPICS = 0.4
"""The share of the proposals that one topic holds at most: a word of all of them tells none from the others."""


def chosen(
    candidates: Iterable[Candidate], curated: Sequence[Comparison], taken: frozenset[str]
) -> tuple[Candidate, ...]:
    """The candidates to propose, the most useful first. curated: the claims there are, compared. taken: ids there are."""
    covered = [
        (id(e.passage), e.focus)
        for c in curated
        for t in c.testimonies
        for e in t.evidence
        if e.stance is not Stance.UNREAD
    ]
    known = [_words(c.claim.statement) for c in curated]
    kept: list[Candidate] = []
    for candidate in sorted(candidates, key=_order):
        words = _words(candidate.claim.statement)
        if _is_covered(candidate, covered) or any(_alike(words, other) for other in known):
            continue
        if not any(_same(candidate, other) for other in kept):
            kept.append(candidate)
            known.append(words)
    return tuple(_named(kept, taken))


def _order(candidate: Candidate) -> tuple[int, int, float, str, int]:
    severity = ("high", "medium", "low").index(candidate.severity)
    source = candidate.entry.document.source.id
    return candidate.group, severity, -candidate.weight, source, candidate.entry.passage.whole[0] + candidate.span[0]


def _is_covered(candidate: Candidate, covered: Sequence[tuple[int, Span]]) -> bool:
    """True when a curated claim reads the very words the candidate is about."""
    start, end = candidate.entry.passage.place(*candidate.span)
    return any(passage == id(candidate.entry.passage) and a < end and start < b for passage, (a, b) in covered)


def _same(one: Candidate, other: Candidate) -> bool:
    """True for two candidates of one sentence, and for two that read the same passages of several sources."""
    if one.entry.passage is other.entry.passage:
        return True
    if one.claim.kind is other.claim.kind and one.claim.expected == other.claim.expected:
        words = _words(one.claim.statement), _words(other.claim.statement)
        if len(words[0] & words[1]) >= REPEATED * min(map(len, words)):
            return True
    mine, theirs = set(one.meant), set(other.meant)
    several = one.group is not Group.SINGLE and one.claim.kind is other.claim.kind
    return several and len(mine & theirs) > 1 and 2 * len(mine & theirs) >= min(len(mine), len(theirs))


def _words(text: str) -> frozenset[str]:
    return frozenset(root(word.stem) for word in fold(text).words if word.form not in STOP)


def _alike(one: frozenset[str], other: frozenset[str]) -> bool:
    return bool(one and other) and len(one & other) >= ALIKE * len(one | other)


def _named(kept: Sequence[Candidate], taken: frozenset[str]) -> Iterator[Candidate]:
    """The candidates with a topic and an id each, in their order."""
    topics, used = _topics([c.claim for c in kept]), set(taken)
    counts: Counter[str] = Counter()
    for candidate, topic in zip(kept, topics, strict=True):
        counts[topic] += 1
        while f"{topic}-{counts[topic]}" in used:
            counts[topic] += 1
        identifier = f"{topic}-{counts[topic]}"
        used.add(identifier)
        yield replace(candidate, claim=replace(candidate.claim, id=identifier, topic=topic))


def _topics(claims: Sequence[Claim]) -> list[str]:
    """A topic for each claim: the word that most claims share, but not too many of them, then the next; names before others."""
    words = [dict(_topic_words(claim.statement)) for claim in claims]
    shown = {stem: form for held in reversed(words) for stem, (form, _) in held.items()}
    counts = Counter(stem for held in words for stem in held)
    named = {stem for held in words for stem, (_, is_name) in held.items() if is_name}
    most = max(FEW, TOPICS * len(claims))
    order = sorted((s for s in counts if 1 < counts[s] <= most), key=lambda s: (-counts[s] * (1 + (s in named)), s))
    return [next((shown[s] for s in order if s in held), REST) for held in words]


def _topic_words(statement: str) -> Iterator[tuple[str, tuple[str, bool]]]:
    """The words of a statement that may name its topic, each with whether it is a name: no verbs, no words of its values."""
    stated = read_statement(statement)
    sentence = stated.sentence
    for i in sentence.content:
        form = sentence.form(i)
        plain = form.isascii() and form.isalpha() and len(form) > 3 and form not in NUMERALS | {"index"}
        if plain and i not in stated.valued and i not in sentence.verbs:
            yield sentence.folded.words[i].stem, (form, i in sentence.named)
