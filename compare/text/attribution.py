"""Who is reported as saying what: a value or position in reported speech belongs to its speaker, not to the source.

Read in one sentence: "According to NAME, ...", "NAME said that ...", "NAME described ... as ...", and "...", NAME said, or said NAME.
A pronoun names nobody, and a speaker named in another sentence is not seen.
"""

import re
from collections.abc import Collection, Iterator, Sequence

from compare.fold import STOP, Folded, fold
from compare.text.names_and_negation import names

SAYING = frozenset(
    "said says stated noted announced announces declared declares described describes warned warns stressed stresses argued "
    "argues revealed reveals emphasised emphasized underlined highlighted acknowledged told tells asserted predicted predicts "
    "confessed remarked insisted insists characterised characterized admitted admits disclosed stipulated reiterated recalled "
    "wrote writes replied shouted".split()
)
"""Finite forms only: "state" and "notes" are nouns as often."""
PARTICIPLES = frozenset("saying adding writing noting warning".split())
"""What somebody does beside another verb ("was more cautious, saying")."""
QUOTING = SAYING | PARTICIPLES | frozenset("called calls held holds replies answered answers joked added adds".split())
"""With what stands in quotation marks these say it too."""
PASSIVE = frozenset("is are was were be been being".split())
ARTICLES = frozenset(("a", "an", "the"))
LINKS = frozenset(("of", "and", "to"))
NEAREST = 4
"""How many words may stand between a speaker and the verb of saying ("Bayramov, Azerbaijan's minister, said" has more)."""
APPOSITION = re.compile(r",[^.;“”\"]{2,80}")
"""Who somebody is, behind the name."""
ACCORDING = re.compile(
    r"\b(?:according to|in the (?:words|opinion|view|phrase) of|as (?:stated|noted|quoted|told) by|to quote)(?: the| an?)?\s+$",
    re.IGNORECASE,
)
LEADING = frozenset("according stated noted words opinion view phrase quoted told quote".split())
"""Words of those that lead to a speaker."""
QUOTES = re.compile(r"[“\"][^“”\"]*[”\"]")


def speaker(folded: Folded, start: int, end: int, saying: frozenset[str] = SAYING) -> str:
    """The name of whoever a sentence reports as saying `folded.text[start:end]`; "" when it speaks for itself.

    saying: the verbs of saying.
    """
    text = folded.text
    if (saying | LEADING).isdisjoint([word.form for word in folded.words]):
        return ""
    behind = _said_behind(folded, start, end, saying)
    if behind:
        return behind
    for first, last in _runs(folded):
        name_start, name_end = folded.span(_whole(folded, first), last)
        if name_start < end and start < name_end:
            continue
        if ACCORDING.search(text[:name_start]) and (start > name_end or text[name_end:].strip(" .”") == ""):
            return text[name_start:name_end]
        verb = _verb_after(folded, last, saying)
        verb = _participle_after(folded, first, last, saying) if verb is None else verb
        if verb is not None and (folded.words[verb].end <= start or _quoted_before(text, start, end, name_start)):
            return text[name_start : folded.words[_with_noun(folded, last, verb)].end]
    return ""


def is_speaker(who: str, people: Sequence[Sequence[str]], words: Collection[str], text: str) -> bool:
    """True where a statement may name `who` spoke: by a word of the name, or by what the passage says of who that is.

    people: the stems of the names of the statement. words: all its stems. A title alone ("Justice Ferro", "Chief Justice Reade")
    is no name where both go on otherwise.
    """
    named = [word.stem for word in fold(who).words if word.form not in STOP]
    titles = {stem for run in people for stem in run[:-1]} if len(named) > 1 and named[-1] not in words else set()
    if set(named) & (set(words) - titles):
        return True
    told = APPOSITION.match(text, text.find(who) + len(who)) if who in text else None
    return told is not None and any(run[-1] in fold(told[0]).stems for run in people)


def _runs(folded: Folded) -> Iterator[tuple[int, int]]:
    """The names of the sentence, the last first: the nearest speaker before the words is theirs."""
    runs = list(names(folded))
    opens = folded.words and folded.words[0].form not in STOP and folded.text[folded.words[0].start].isupper()
    if opens and (not runs or runs[0][0] > 0):
        runs.insert(0, (0,))
    yield from ((run[0], run[-1]) for run in reversed(runs))


def _verb_after(folded: Folded, last: int, saying: frozenset[str]) -> int | None:
    """The verb of saying close behind the name, no other name between, nor a clause unless the name closes one; None without."""
    for i in range(last + 1, min(last + 2 + NEAREST, len(folded.words))):
        if folded.clauses[i] != folded.clauses[last] and i > last + 1:
            return None
        if folded.words[i].form in saying and folded.words[i - 1].form not in PASSIVE:
            return i
    return None


def _participle_after(folded: Folded, first: int, last: int, saying: frozenset[str]) -> int | None:
    """The verb of saying that the one who is named does beside another verb ("Lund was more cautious, saying"); None without.

    What stands behind a preposition does nothing ("hurt by the tolls on Marl, saying").
    """
    if first and folded.words[first - 1].form in STOP - ARTICLES:
        return None
    behind = range(last + 1, min(last + 2 + 2 * NEAREST, len(folded.words)))
    return next((i for i in behind if folded.words[i].form in PARTICIPLES & saying), None)


def _whole(folded: Folded, first: int) -> int:
    """Where the name begins with what leads to it: "Minister of Transport and Infrastructure Smith"."""
    while first > 1 and folded.words[first - 1].form in LINKS:
        before = folded.words[first - 2]
        if (
            not folded.text[before.start].isupper()
            or before.form in LEADING
            or folded.clauses[first - 2] != folded.clauses[first]
        ):
            break
        first -= 2
        while first > 0 and _belongs(folded, first - 1, first):
            first -= 1
    return first


def _belongs(folded: Folded, i: int, first: int) -> bool:
    word = folded.words[i]
    return folded.text[word.start].isupper() and word.form not in STOP and folded.clauses[i] == folded.clauses[first]


def _with_noun(folded: Folded, last: int, verb: int) -> int:
    """The last word of the speaker: the noun behind an adjective is part of it ("the Azerbaijani side stated")."""
    following = folded.words[last + 1] if last + 1 < verb else None
    plain = following and following.form not in STOP and not following.form.endswith("ly") and following.form.isalpha()
    return last + 1 if plain else last


def _said_behind(folded: Folded, start: int, end: int, saying: frozenset[str]) -> str:
    """The name behind the verb of saying that follows the quotation with these words ("...", said NAME)."""
    close = next((m.end() for m in QUOTES.finditer(folded.text) if m.start() <= start and end <= m.end()), None)
    verb = next((i for i, word in enumerate(folded.words) if close is not None and word.start >= close), None)
    if (
        verb is None
        or folded.words[verb].form not in saying
        or re.search(r"[.!?;]\s", folded.text[close : folded.words[verb].start])
    ):
        return ""
    near = [(first, last) for first, last in _runs(folded) if verb < first <= verb + NEAREST]
    return folded.text[slice(*folded.span(*min(near)))] if near else ""


def _quoted_before(text: str, start: int, end: int, name_start: int) -> bool:
    """True when the words stand in a quotation right before the speaker ("...", NAME said)."""
    return any(
        m.start() <= start and end <= m.end() and not re.search(r"\w", text[m.end() : name_start])
        for m in QUOTES.finditer(text)
    )
