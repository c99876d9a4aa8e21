"""The registered sources that a sentence of a draft names for what it says, exactly enough not to guess.

By a link to the source's file; a citation "(Brandt 2020)"; a note `[^3]` that holds its title, its short name, such a citation or
link; or, led in by "according to" or followed by a verb of saying, by its title, or its author's or publisher's full name with what
it wrote ("the report by the Harbour Office"). A person or body alone is none: others report what it says. A name that two sources
bear names none.
"""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from functools import lru_cache
from urllib.parse import unquote

from compare.drafting.paragraphs import Named, Paragraph
from seeds.model import Document, Passage, Source, Span

CUE = r"(?:according to|as (?:stated|reported|noted|described|told|written|shown) (?:in|by)|reported in|cited in|quoted in)"
LED = re.compile(rf"\b{CUE}(?: the| its| an?)? [\"“‘'«]?$", re.IGNORECASE)
BESIDE = re.compile(rf"\(|{CUE}\b", re.IGNORECASE)
"""How what names a source begins where the sentence says the same without it."""
SAYS = re.compile(
    r"[\"”’'»]?,?(?: of \d{4}| \(\d{4}\))? (?:says?|said|states?|stated|notes?|noted|reports?|reported|records?|recorded|writes?|wrote|"
    r"gives?|gave|puts?|finds?|found|shows?|showed|tells?|told)\b"
)
WRITING = "report|study|paper|article|statement|release|minutes|survey|review|book|memo|letter|bulletin|brief|account|guide|history"
BODY = re.compile(
    r"\b(?:agency|authority|bank|board|bureau|commission|committee|company|council|court|department|foundation|institute|ministry|office"
    r"|parliament|society|union|university)\b",
    re.IGNORECASE,
)
"""What a body is called alone, once it has been named ("the ministry's report")."""
CITATION = re.compile(r"(?P<before>[^\W\d_][\w’'-]*(?: (?:and others|et al\.))?)? ?\((?P<inside>[^()]{4,120})\)")
DATED = re.compile(r"(?P<who>.*?),? ?\b(?P<year>\d{4})(?P<letter>[a-z])?(?:[,:] ?(?:pp?\.? ?)?[\d–-]+)?$")
MANY = re.compile(r"\s*(?:,|&|\band\b|\bet al\.?|\bothers\b)\s*")
LINK = re.compile(r"\]\(<?([^()\s<>]+)>?[^()\n]*\)")
NOTE = re.compile(r"\[\^([^\]\s]+)\](?!:)")
ADDRESS = re.compile(r"\S*[/.#]\S*")
BEHIND = 2
"""Characters behind a sentence's last word in which a reference may stand still its own: a stop and a mark."""
FEWEST = 2
"""Words of a title by which alone a source is named; one word may be anything."""
Find = Callable[[Source, str], Iterator[Span]]


def name_sources(paragraph: Paragraph, draft: Document, sources: Sequence[Document]) -> Paragraph:
    """The paragraph with the sources that its sentences name."""
    named: list[Named] = []
    start = 0
    for passage in paragraph.passages:
        ids, words = _named(passage, draft, sources)
        if ids:
            shifted = tuple((start + a, start + b) for a, b in words)
            named.append(Named((start, start + len(passage.text)), ids, shifted))
        start += len(passage.text) + 1
    return replace(paragraph, named=tuple(named)) if named else paragraph


def without_names(paragraph: Paragraph) -> Paragraph:
    """The paragraph with spaces in the place of what only names a source: "according to ...", and citations in brackets.

    What a sentence so begins with is written with a capital, by which it is known as one.
    """
    text = paragraph.text
    opens = {named.sentence[0] for named in paragraph.named}
    for start, end in (words for named in paragraph.named for words in named.words):
        if BESIDE.match(text, start, end):
            text = text[:start] + " " * (end - start) + text[end:]
            first = re.compile(r"\s*(\w)").match(text, start) if start in opens else None
            if first and len(first[1].upper()) == 1:
                text = text[: first.start(1)] + first[1].upper() + text[first.end(1) :]
    return replace(paragraph, text=text)


def _named(passage: Passage, draft: Document, sources: Sequence[Document]) -> tuple[tuple[str, ...], tuple[Span, ...]]:
    """The ids of the sources that a sentence names, and the words that name them."""
    found: dict[str, list[Span]] = {}
    for find in (_cited, _called, _wrote, _shortened(draft.text)):
        for source, spans in _alone(find, passage.text, sources):
            found.setdefault(source, []).extend(spans)
    raw, referred = _raw(passage, draft), _referred(passage, draft)
    notes = [note for mark in NOTE.finditer(raw) for note in _notes(draft.text).get(mark[1], ())]
    notes += [said for said in referred if not ADDRESS.fullmatch(said)]
    links = [*LINK.findall(raw), *filter(ADDRESS.fullmatch, referred)]
    for source in _linked(links, sources) | {s for note in notes for s in _noted(note, sources)}:
        found.setdefault(source, [])
    return tuple(sorted(found)), tuple(sorted(span for spans in found.values() for span in spans))


def _alone(find: Find, text: str, sources: Sequence[Document]) -> Iterator[tuple[str, list[Span]]]:
    """The sources that are found so, each with the words, where no other is found by the same words."""
    found = {document.source.id: list(find(document.source, text)) for document in sources}
    for source, spans in found.items():
        others = {span for other, some in found.items() if other != source for span in some}
        own = [span for span in spans if span not in others]
        if own:
            yield source, own


def _cited(source: Source, text: str) -> Iterator[Span]:
    """Citations "(Brandt 2020)" and "Brandt (2020)" of a source by its first author, or its publisher, and its year."""
    year = source.published[:4]
    author = source.author.split(",")[0].split(" ")[-1]
    names = {name.casefold() for name in (author, *_publisher(source)) if name}
    for citation in CITATION.finditer(text) if year and names else ():
        for part in citation["inside"].split(";"):
            dated = DATED.fullmatch(part.strip())
            if not dated or dated["year"] != year or dated["letter"]:
                continue
            who = dated["who"].strip() or citation["before"] or ""
            if {who.casefold(), MANY.split(who)[0].casefold()} & names:
                start = citation.start("inside") - 1 if dated["who"].strip() else citation.start("before")
                yield start, citation.end()


def _called(source: Source, text: str) -> Iterator[Span]:
    """Its title or short name where it is led in, or said to say something; written as it is registered, since titles are words too.

    A short name may be that of a body, which others report on: alone it names a source only as "(Harbour Office)" or "Harbour report".
    """
    if len(source.title.split()) >= FEWEST and source.title not in (source.author, source.publisher):
        yield from _leading(re.escape(source.title), text)
    if source.short and re.search(rf"\d|\b(?:{WRITING})\b", source.short):
        yield from _leading(re.escape(source.short), text)
    if source.short:
        yield from (match.span() for match in re.finditer(rf"\({re.escape(source.short)}(?:, [^()]*)?\)", text))


def _wrote(source: Source, text: str) -> Iterator[Span]:
    """What its author or publisher wrote, where it is led in or said to say something."""
    for name in (source.author, *_publisher(source)):
        if name:
            full = re.escape(name)
            yield from _leading(rf"{full}[’']s? (?:[\w-]+ ){{0,2}}?(?:{WRITING})", text)
            yield from _leading(rf"(?:[\w-]+ )?(?:{WRITING}) (?:published )?(?:by|of|from) (?:the )?{full}", text)


def _shortened(draft: str) -> Find:
    """What "the ministry" wrote, where a draft speaks of no ministry but that of the source."""

    def find(source: Source, text: str) -> Iterator[Span]:
        for name in (source.author, *_publisher(source)):
            for body in BODY.findall(name):
                others = re.findall(
                    rf"(?:[A-Z]\w+ )+{body.title()}\b|\b{body.title()} (?:of|for) (?:the )?[A-Z]\w+", draft
                )
                if all(other.removeprefix("The ") in name for other in others):
                    yield from _leading(rf"(?i:{body})[’']s? (?:[\w-]+ ){{0,2}}?(?:{WRITING})", text)

    return find


def _leading(pattern: str, text: str) -> Iterator[Span]:
    for match in re.finditer(rf"(?<!\w)(?:{pattern})(?!\w)", text):
        led = LED.search(text[: match.start()])
        if led:
            behind = re.match(r"[\"”’'»]?,?", text[match.end() :])
            yield led.start(), match.end() + (behind.end() if behind else 0)
        elif SAYS.match(text, match.end()):
            yield match.span()


def _names(source: Source) -> Iterator[str]:
    if source.short:
        yield source.short
    if len(source.title.split()) >= FEWEST:
        yield source.title


def _publisher(source: Source) -> Iterator[str]:
    """The publisher's name without what stands behind a comma or in brackets, and without its article."""
    name = re.sub(r"^the ", "", re.split(r"[,(]", source.publisher)[0].strip(), flags=re.IGNORECASE)
    if name:
        yield name


def _referred(passage: Passage, draft: Document) -> list[str]:
    """What the sentence refers to in a file whose links and notes stand beside its text."""
    start, end = passage.whole
    return [said for at, _, said in draft.links if start <= at < end + BEHIND]


def _linked(links: Sequence[str], sources: Sequence[Document]) -> set[str]:
    """The sources whose file a link leads to."""
    files = {unquote(link.partition("#")[0]).replace("\\", "/").rpartition("/")[2] for link in links}
    found = {document.source.id for document in sources if document.path.name in files}
    return found if len({d.path.name for d in sources if d.path.name in files}) == len(found) else set()


def _noted(note: str, sources: Sequence[Document]) -> set[str]:
    """The sources that a note names: there nothing needs to lead them in."""
    held = {
        document.source.id
        for document in sources
        for name in _names(document.source)
        if re.search(rf"(?<!\w){re.escape(name)}(?!\w)", note, re.IGNORECASE)
    }
    cited = {source for source, _ in _alone(_cited, note if "(" in note else f"({note.strip(' .')})", sources)}
    return _linked(LINK.findall(note), sources) | cited | (held if len(held) == 1 else set())


def _raw(passage: Passage, draft: Document) -> str:
    """A sentence as it stands in the file, up to the marks that close behind its last word."""
    start, end = passage.whole
    behind = re.match(r"[^\s\w\[(]*(?:\([^()\n]*\))?[^\s\w\[(]*(?:\[\^[^\]\s]+\][.!?]?)*", draft.text[end:])
    return draft.text[start : end + (behind.end() if behind else 0)]


@lru_cache(maxsize=2)
def _notes(text: str) -> dict[str, tuple[str, ...]]:
    """The notes at the foot of a text in Markdown, by their marks."""
    return {m[1]: (m[2],) for m in re.finditer(r"^ {0,3}\[\^([^\]\s]+)\]:[ \t]*(.+)$", text, re.MULTILINE)}
