"""Where sentences end in a cleaned paragraph: nupunkt's answer with two repairs.

nupunkt joins some plain ends it takes for collocations ("waned. By the late 2010s") and splits after "U.S." before a title
("U.S. Ambassador"); both happen in real reports.
"""

import re
from collections.abc import Iterable, Iterator

from nupunkt import sent_spans

from seeds.model import Span

PLAIN_END = re.compile(r"\b([A-Za-z][a-z]{2,})[.!?][”\"’')\]]{0,2} (?=[“\"‘(]?[A-Z])")
GLUED_END = re.compile(
    r"(?=[.!?])(?<=[a-z]{2}|.\d|.[”\"’)%])[.!?][”\"’)]?(?=[“‘]?(?!(?:Com|Org|Net|Gov|Edu)\b)(?:[A-Z][a-z]+[ ,’']|[AI] ))"
)
"""An end without a space behind it, as web pages and PDF files often have: "closed in 1988.The school"."""
INITIALS_STOP = re.compile(
    r"\b(?:[A-Z]\.){2,} (?=(?:The|It|He|She|They|We|This|That|These|In|On|At|A|An|But|And|However|Its|His|Her|Their) )"
)
"""An end behind initials before a word that opens sentences: "was bought by Harv S.A. The price"."""
DATELINE = re.compile(
    r"[A-Z][A-Z .'’/-]{2,40}(?:, [A-Z][\w. ]{2,30})?"
    r"(?:,? \(?(?:[A-Z][a-z]{2,8}\.? \d{1,2}|\d{1,2} [A-Z][a-z]{2,8}\.?)(?:,? \d{4})?\)?,?(?: \([\w ./]{2,30}\))?| \([\w ./]{2,30}\)) "
    r"?[-–—]{1,2} ?(?=[“\"‘]?[A-Z])"
)
"""Where a report was sent from and when ("BAKU, March 5 (Reuters) - "): no part of its first sentence."""
ABBREVIATIONS = frozenset(
    "approx etc est dept resp incl prof sept corp bros gov capt univ assn hon messrs blvd inc ltd rev gen sen rep col sgt "
    "lieut adm jan feb mar apr jun jul aug oct nov dec vol vols art arts sec secs fig figs nos mrs ave mag ibid cong".split()
)
LONGEST = 1_000
"""Characters; a text without sentence ends is cut, so that no passage takes all the time there is."""
ENDLESS = re.compile(rf"\S{{{LONGEST},}}")
"""What is no word; nupunkt takes the square of its length in time."""
INITIALS_END = re.compile(r"\b(?:[A-Z]\.){2,}$")
DAY_END = re.compile(r"\b\d{1,2}\.$")
MONTH_AND_YEAR = re.compile(r"(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]{0,6} \d{4}\b")
"""What goes on behind a day that a full stop makes an ordinal ("12. May 1867")."""
COMPOUND = re.compile(r"\w[-–](?:[A-Z]\.){2,}$")
TITLE = re.compile(
    r"(?:Ambassador|President|Vice|Secretary|Deputy|Assistant|Under|Congress|Senat|House|Department|State|Embassy|Mission|"
    r"Representative|Chamber|Agency|Army|Navy|Air|Armed|Treasury|Export|National|Special|Attorney|General|Supreme|Central|"
    r"Energy|Government|Foreign|Trade|Security|Minister)"
)


def sentence_spans(copy: str) -> Iterator[Span]:
    """The sentences of a cleaned paragraph as (start, end), white space around them left out."""
    return (span for parts in parted_sentences(copy) for span in parts)


def parted_sentences(copy: str) -> Iterator[list[Span]]:
    """The sentences in order, each as its parts: one, or several where it is longer than `LONGEST` and cut."""
    start, parts = 0, list[Span]()
    for end, is_cut in _short_enough(copy, _ends(copy)):
        piece = copy[start:end]
        if re.search(r"[^\W_]", piece):
            parts.append((start + len(piece) - len(piece.lstrip()), start + len(piece.rstrip())))
            start = end
        if parts and not is_cut:
            yield parts
            parts = []


def short_spans(copy: str) -> Iterator[Span]:
    """What holds no sentences (a heading, a note) whole, or cut between words where it is longer than `LONGEST`."""
    start = 0
    for end, _ in _short_enough(copy, [len(copy)]):
        piece = copy[start:end]
        if piece.strip():
            yield start + len(piece) - len(piece.lstrip()), start + len(piece.rstrip())
        start = end


def _short_enough(copy: str, ends: Iterable[int]) -> Iterator[tuple[int, bool]]:
    """The ends, and cuts between words (True) wherever a stretch would be longer than `LONGEST`."""
    start = 0
    for end in ends:
        while end - start > LONGEST:
            space = copy.rfind(" ", start + LONGEST // 2, start + LONGEST)
            start = space + 1 if space > 0 else start + LONGEST
            yield start, True
        yield end, False
        start = end


def _ends(copy: str) -> Iterator[int]:
    plain = ENDLESS.sub(lambda found: "x" * len(found[0]), copy)
    ends = {end for _, end in sent_spans(plain)} | {m.end() for m in PLAIN_END.finditer(copy) if _is_word(m[1])}
    ends |= {m.end() for m in GLUED_END.finditer(copy) if _is_word(_last_word(copy, m.end()))}
    ends |= {m.end() for m in INITIALS_STOP.finditer(copy)}
    dateline = DATELINE.match(copy)
    ends |= {dateline.end()} if dateline else set()
    for end in sorted({_behind_quote(copy, end) for end in ends} | {len(copy)}):
        rest = copy[end:].lstrip()
        if rest and not (rest[0].islower() or _runs_on(copy[:end].rstrip()[-12:], rest)) and re.search(r"[^\W_]", rest):
            yield end
    yield len(copy)


def _behind_quote(copy: str, end: int) -> int:
    """The end of a sentence with the marks that close a quotation right behind it."""
    return end + len(copy[end : end + 3]) - len(copy[end : end + 3].lstrip("”’"))


def _last_word(copy: str, end: int) -> str:
    """The letters before the stop that ends at `end`."""
    found = re.search(r"([A-Za-z]*)[^A-Za-z]*$", copy[max(0, end - 30) : end])
    return found[1] if found else ""


def _is_word(word: str) -> bool:
    return word.lower() not in ABBREVIATIONS


def _runs_on(before: str, rest: str) -> bool:
    if DAY_END.search(before) and MONTH_AND_YEAR.match(rest):
        return True
    return bool(INITIALS_END.search(before) and (TITLE.match(rest) or COMPOUND.search(before)))
