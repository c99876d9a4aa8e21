"""How the ticks of a draft stand: which hold, which were made before the sentence or its evidence changed, which have no place now."""

from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from difflib import get_close_matches

from compare.drafting.model import CheckedDraft
from reports.drafts.sheet.marks import WHOLE, Fact, facts_of, parts
from reports.drafts.sheet.ticks import Tick
from reports.reviewing.days import day_words


@dataclass(frozen=True)
class Row:
    """A fact with what people said of it as it stands now, and before it changed."""

    fact: Fact
    now: tuple[Tick, ...] = ()
    before: tuple[Tick, ...] = ()

    @property
    def ticked(self) -> bool:
        """True for a fact that somebody has ticked as it stands."""
        return any(tick.checked for tick in self.now)

    @property
    def changed(self) -> bool:
        """True for one that was ticked before it changed, and not since."""
        return not self.ticked and any(tick.checked for tick in self.before)

    @property
    def earlier(self) -> str:
        """What was said of it, in words, a line each."""
        return "\n".join([*map(_said, self.now), *(f"{_said(t)}; {self._since(t)}" for t in self.before)])

    def _since(self, tick: Tick) -> str:
        if parts(tick.fingerprint)[0] == parts(self.fact.fingerprint)[0]:
            return "what the sources say has changed since"
        return f"the sentence was then: {tick.sentence}"


@dataclass(frozen=True)
class Standing:
    """All facts of a draft in order, and the ticks of sentences that stand in it no more."""

    rows: tuple[Row, ...]
    gone: tuple[Tick, ...]


def standing(draft: CheckedDraft, name: str, ticks: Sequence[Tick]) -> Standing:
    """How the ticks stand. name: of the draft, as the project calls it."""
    facts = tuple(facts_of(draft))
    own = [tick for tick in ticks if tick.draft == name]
    by_print, by_fact = _grouped(own, lambda t: t.fingerprint), _grouped(own, lambda t: _what(t.fingerprint))
    before = {fact.fingerprint: by_fact.get(_what(fact.fingerprint), ()) for fact in facts}
    lost = [tick for tick in own if _what(tick.fingerprint) not in {_what(fact.fingerprint) for fact in facts}]
    moved = _moved(lost, [fact for fact in facts if not before[fact.fingerprint]])
    found = {tick for some in moved.values() for tick in some}
    rows = tuple(_row(fact, by_print, before, moved) for fact in facts)
    return Standing(rows, tuple(tick for tick in lost if tick not in found and tick.checked))


def _row(
    fact: Fact,
    by_print: Mapping[str, Sequence[Tick]],
    before: Mapping[str, Sequence[Tick]],
    moved: Mapping[str, Sequence[Tick]],
) -> Row:
    now = tuple(by_print.get(fact.fingerprint, ()))
    people = {tick.key[2] for tick in now}
    earlier = [*before[fact.fingerprint], *moved.get(fact.fingerprint, ())]
    return Row(fact, now, tuple(t for t in earlier if t not in now and t.key[2] not in people))


def _moved(lost: Sequence[Tick], facts: Sequence[Fact]) -> dict[str, list[Tick]]:
    """The lost ticks by the fact they were probably of: in the sentence nearest to theirs, of the same kind and, of several, words."""
    sentences = list(dict.fromkeys(fact.sentence for fact in facts))
    nearest = {old: get_close_matches(old, sentences, 1) for old in {tick.sentence for tick in lost}}
    moved: dict[str, list[Tick]] = defaultdict(list)
    for tick in lost:
        of_kind = [f for f in facts if [f.sentence] == nearest[tick.sentence] and f.kind == tick.kind]
        same = [f for f in of_kind if f.words == tick.fact] or (of_kind if len(of_kind) == 1 else [])
        for fact in same[:1]:
            moved[fact.fingerprint].append(tick)
    return moved


def _grouped(ticks: Sequence[Tick], key: Callable[[Tick], str]) -> dict[str, list[Tick]]:
    groups: dict[str, list[Tick]] = defaultdict(list)
    for tick in ticks:
        groups[key(tick)].append(tick)
    return groups


def _what(fingerprint: str) -> str:
    """The marks of sentence and fact."""
    return fingerprint.rpartition("-")[0]


def _said(tick: Tick) -> str:
    word = "ticked" if tick.checked else "noted"
    more = [f"{name}: {value}" for name, value in (("correction", tick.correction), ("note", tick.note)) if value]
    return "; ".join([f"{word} by {tick.checker}{day_words(tick.date, ' on ')}", *more])


def _named(kind: str, words: str) -> str:
    """What a fact is and its words: "date “3 May 2019”", "wording of the whole sentence"."""
    return f"{kind} of {words.strip('()')}" if words == WHOLE else f"{kind} “{words}”"


def lines_of(standing: Standing, name: str) -> Iterator[str]:
    """What is ticked, what changed since, what is open and what is gone, for a terminal. name: of the draft."""
    rows = standing.rows
    ticked, changed = sum(row.ticked for row in rows), sum(row.changed for row in rows)
    for row in rows:
        if row.changed:
            yield f"{name}: {_named(row.fact.kind, row.fact.words)}: {'; '.join(row.earlier.splitlines())}"
    for tick in standing.gone:
        yield f"{name}: {_named(tick.kind, tick.fact)}: {_said(tick)}; its sentence stands here no more: {tick.sentence}"
    gone = f"; {len(standing.gone)} gone" if standing.gone else ""
    yield f"Ticked in {name}: {ticked} of {len(rows)} facts; {changed} changed since, {len(rows) - ticked - changed} open{gone}."
