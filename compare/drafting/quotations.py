"""The quotations of a draft: verbatim in a source, altered, in another's mouth, or nowhere.

Where a source may hold a quotation is told by the words they share; whether it does, by `compare.values.quotes` alone.
"""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from compare.checks.quote import CODE, say_changes
from compare.drafting.model import Finding, Stance
from compare.drafting.paragraphs import Paragraph
from compare.evidence.basis import Basis, Weighed
from compare.evidence.place import Place
from compare.facts.folded_passage import Entry, join
from compare.fold import STOP, fold
from compare.search.index import Index
from compare.text.attribution import QUOTING, is_speaker, speaker
from compare.text.names_and_negation import QUOTATION, names
from compare.values.quotes import find_quote
from compare.values.quoting.omissions import fault_of
from compare.values.relations import Relation
from seeds.model import Span

FEWEST, FEWEST_CHANGED = 2, 3
"""With fewer words in the marks it is a term or an irony, and no quotation to look up; and of two words nobody can tell whether they
are those of a source changed or a term of the writer's own."""
MISSED = 5
"""From how many words a quotation that no source holds is missed; a shorter one may be anybody's words."""
TRIED = 6
"""In how many stretches of text of each source a quotation is looked for."""
FALLING = 0.5
"""A stretch is tried that holds at least this share of the words' weight that the best one holds."""
REACH = 3
"""Over how many sentences a quotation may run."""
FEW = "so few may be a term, or the writer's own"
RULES = {
    Stance.SUPPORTED: "a source holds the quoted words, spelling and punctuation aside",
    Stance.ALTERED_QUOTE: "a source holds nearly these words, and some were changed, added or left out",
    Stance.CONTRADICTED: "a source holds the words and gives them to a speaker whom the draft does not name",
    Stance.NOT_FOUND: "no source holds the quoted words, nor words nearly like them",
    Stance.NOT_CHECKABLE: f"no source holds the quoted words, and {FEW}",
}
"""By which rule a quotation was decided, in the words a trace tells it by."""


@dataclass(frozen=True)
class Held:
    """A source's words for a quotation: where, the changes (none when they are the same), who speaks, and all stems around.

    fault: what is wrong with what the quotation leaves out, "" for nothing.
    """

    place: Place
    changes: tuple[tuple[str, str], ...]
    speaker: str
    stems: frozenset[str]
    fault: str = ""


def quotations_of(paragraph: Paragraph) -> Iterator[Span]:
    """What stands in quotation marks, long enough to be somebody's words: characters of the paragraph's text."""
    for match in QUOTATION.finditer(paragraph.text):
        group = next(i for i, text in enumerate(match.groups(), start=1) if text is not None)
        if len(fold(match[group]).words) >= FEWEST:
            yield match.span(group)


def check_quotation(paragraph: Paragraph, span: Span, index: Index) -> Finding:
    """What the sources say to a quotation; a few words that nobody is known to have said cannot be checked."""
    finding, quote = _checked(paragraph, span, index), paragraph.text[slice(*span)]
    same = finding.stance is Stance.SUPPORTED
    relation = Relation.SAME if same else Relation.OTHER
    places = tuple(replace(p, basis=Basis(quote, values=relation)) for p in finding.places)
    return replace(finding, places=places, weighed=Weighed(RULES[finding.stance], "quotation", quote))


def _checked(paragraph: Paragraph, span: Span, index: Index) -> Finding:
    quote = paragraph.text[slice(*span)]
    found = {(h.place.document.source.id, h.place.focus): h for h in _held(quote, index)}
    held = sorted(found.values(), key=lambda h: (len(h.changes), h.place.document.source.id, h.place.focus))
    start, end = paragraph.place(*span)
    sentence = paragraph.sentence(start)
    exact = [h for h in held if not h.changes and not h.fault]
    if exact:
        others = misattributed(paragraph, span, exact)
        places = tuple(h.place for h in exact)
        if others:
            message = f"a source has these words from {others}"
            return Finding(CODE, Stance.CONTRADICTED, start, end, sentence, message, others, places)
        return Finding(CODE, Stance.SUPPORTED, start, end, sentence, "a source holds these words", "verbatim", places)
    if held and len(fold(quote).words) >= FEWEST_CHANGED:
        what = held[0].fault or say_changes(held[0].changes)
        near = tuple(h.place for h in held if len(h.changes) == len(held[0].changes))
        message = f"the source gives other words: {what}"
        text = near[0].document.text[slice(*near[0].focus)]
        return Finding(CODE, Stance.ALTERED_QUOTE, start, end, sentence, message, text, near, "", held[0].changes)
    if len(fold(quote).words) < MISSED:
        return Finding(CODE, Stance.NOT_CHECKABLE, start, end, sentence, f"no source holds these words; {FEW}")
    return Finding(CODE, Stance.NOT_FOUND, start, end, sentence, "no source holds these words")


def _held(quote: str, index: Index) -> Iterator[Held]:
    for entries in _stretches(quote, index):
        joined = join(entries)
        found = find_quote(quote, joined.passage.text)
        if found is None:
            continue
        start, end = joined.passage.place(found.start, found.end)
        around = [e for e in entries if any(a < end and start < b for a, b in e.passage.spans)]
        shown = min(start, around[0].passage.spans[0][0]), max(end, around[-1].passage.spans[-1][1])
        value = "verbatim" if not found.changes else joined.passage.text[found.start : found.end]
        place = Place(joined.document, *shown, (start, end), value)
        fault = "" if found.changes else fault_of(quote, joined.passage.text, found)
        yield Held(place, found.changes, *_speech(entries, around, found.start, found.end), fault)


def _speech(entries: Sequence[Entry], around: Sequence[Entry], start: int, end: int) -> tuple[str, frozenset[str]]:
    """Who speaks the words `start` to `end` of the joined passages, told by those around them, and the stems of these."""
    shift = sum(len(e.passage.text) + 1 for e in entries[: entries.index(around[0])])
    said = join(around).folded
    return speaker(said, start - shift, end - shift, QUOTING), frozenset(said.stems)


def _stretches(quote: str, index: Index) -> Iterator[tuple[Entry, ...]]:
    """Neighbouring passages that hold most of the words, of every source the likeliest few."""
    weights = {w.stem: index.weights.get(w.stem, 0.0) for w in fold(quote).words if w.form not in STOP}
    weights = weights or {w.stem: index.weights.get(w.stem, 0.0) for w in fold(quote).words}
    at = {i for stem, weight in weights.items() if weight for i in index.holding_any((stem,))}
    starts = {j for i in at for j in range(max(0, i - REACH + 1), i + 1)}
    by_document: dict[int, list[tuple[float, int]]] = defaultdict(list)
    for i in sorted(starts):
        entries = _run(index, i)
        held = frozenset().union(*(e.stems for e in entries))
        by_document[id(entries[0].document)].append((sum(w for s, w in weights.items() if s in held), -i))
    best = max((weight for places in by_document.values() for weight, _ in places), default=0.0)
    for places in by_document.values():
        for weight, i in sorted(places, reverse=True)[:TRIED]:
            if weight >= FALLING * best:
                yield _run(index, -i)


def _run(index: Index, i: int) -> tuple[Entry, ...]:
    document = index.entries[i].document
    return tuple(e for e in index.entries[i : i + REACH] if e.document is document)


def misattributed(paragraph: Paragraph, span: Span, exact: Sequence[Held]) -> str:
    """Who they say spoke, where that is somebody else than the draft names; "" otherwise."""
    start, end = paragraph.bounds(*span)
    said = fold(paragraph.text[start:end])
    own = speaker(said, span[0] - start, span[1] - start, QUOTING)
    quoted = frozenset(fold(paragraph.text[slice(*span)]).stems)
    runs = (tuple(said.words[i].stem for i in run) for run in names(said))
    people = [run for run in runs if run[-1] not in quoted]
    if not own or any(_is_of(h, own, people, frozenset(said.stems) - quoted) for h in exact):
        return ""
    return next((held.speaker for held in exact if held.speaker), "")


def _is_of(held: Held, own: str, people: Sequence[Sequence[str]], words: frozenset[str]) -> bool:
    """True where a source may have the words from whom the draft names; where it names no speaker, if it knows that name at all."""
    if not held.speaker:
        return bool(held.stems & frozenset(fold(own).stems))
    around = held.place.document.text[held.place.start : held.place.end]
    return is_speaker(held.speaker, people, words, around)
