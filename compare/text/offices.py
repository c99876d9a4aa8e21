"""Offices and who holds them: "President Aliyev", "Jane Holt, the secretary of trade", "the minister of war, Mr. Lund".

This module alone knows which titles exclude each other, and by what words two of one title are told apart.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from compare.fold import STOP, Folded, stem_of
from compare.text.countries import peoples

HEADS = {
    form: forms.split()[0]
    for forms in (
        "president presidents", "minister ministers premier premiers", "secretary secretaries", "senator senators",
        "representative representatives congressman congresswoman", "ambassador ambassadors", "speaker", "governor governors",
        "mayor mayors", "chancellor chancellors", "pope", "commissioner commissioners", "bishop bishops", "consul consuls",
    )
    for form in forms.split()
}  # fmt: skip
"""Offices that no one holds at the same time as another of them."""
DEPUTIES = frozenset(map(stem_of, "deputy vice assistant".split()))
PORTFOLIOS = frozenset(
    map(
        stem_of,
        "prime foreign defence economy energy finance interior internal health education justice culture trade "
        "transport agriculture environment state treasury commerce labour homeland press general special permanent executive "
        "industry science sport tourism security development infrastructure digital home patents works war navy police posts "
        "fisheries housing railways".split(),
    )
)
"""Words that tell ministers, secretaries and representatives apart."""
LINKS = frozenset("of for the and elect affairs".split())
ABROAD = frozenset("minister ambassador consul".split())
"""Offices that a country told behind "to" tells apart ("minister to Spain")."""
APPOSED = frozenset("the a an our its their his her then now who is was been had has".split())
"""What stands between a name with its comma and the office ("Holt, then secretary", "Holt, who had been consul")."""
PLACING = frozenset("in at on near to".split())
TITLES = frozenset("mr mrs ms miss dr sir lord lady dame hon".split())


@dataclass(frozen=True)
class Office:
    """An office named in a text.

    of: its portfolio, empty when none is named. first, last: its words. held: the words of the name right behind it.
    """

    head: str
    of: frozenset[str]
    deputy: bool
    first: int
    last: int
    held: tuple[int, ...]

    def fits(self, other: "Office") -> bool:
        """True when both may be one office."""
        same = (self.head, self.deputy) == (other.head, other.deputy)
        return same and (not self.of or not other.of or bool(self.of & other.of))


def offices_of(folded: Folded) -> Iterator[Office]:
    """The offices a sentence names, in order."""
    words = folded.words
    for i, word in enumerate(words):
        if word.form not in HEADS:
            continue
        first, last = i, i
        while first and words[first - 1].stem in DEPUTIES | PORTFOLIOS and _touches(folded, first):
            first -= 1
        if i + 1 < len(words) and words[i + 1].form in ("of", "for"):
            while last + 1 < len(words) and (words[last + 1].form in LINKS or words[last + 1].stem in PORTFOLIOS):
                last += 1
        own = {w.stem for w in words[first : last + 1]}
        of = own & PORTFOLIOS | ({stem_of("prime")} if word.form.startswith("premier") else set())
        last = i if last > i and not own & PORTFOLIOS else last
        abroad = _country(folded, i) if HEADS[word.form] in ABROAD else ()
        of |= {words[k].stem for k in abroad}
        last = max((last, *abroad))
        held = _held(folded, last) or _apposed_behind(folded, first, last) or _apposed_before(folded, first)
        yield Office(HEADS[word.form], frozenset(of), bool(own & DEPUTIES), first, last, held)


def _country(folded: Folded, i: int) -> tuple[int, ...]:
    """The words of the country behind "to" ("minister to the United States")."""
    words, found = folded.words, []
    if i + 1 >= len(words) or words[i + 1].form != "to":
        return ()
    for k in range(i + 2, len(words)):
        if folded.text[words[k].start].isupper() and _touches(folded, k):
            found.append(k)
        elif found or words[k].form != "the":
            break
    return tuple(found)


def _apposed_before(folded: Folded, first: int) -> tuple[int, ...]:
    """The words of the name to which an office behind a comma is apposed; where he is from may stand between ("Lund, of Marl, ...")."""
    words, k = folded.words, first
    while k and (words[k - 1].form in APPOSED or words[k - 1].stem in peoples()) and _touches(folded, k):
        k -= 1
    name = _name_before(folded, k)
    if name and name[0] and words[name[0] - 1].form in ("of", "from"):
        name = _name_before(folded, name[0] - 1) or name
    placed = name and name[0] and words[name[0] - 1].form in PLACING
    return () if placed else tuple(i for i in name if words[i].form not in TITLES and words[i].form not in STOP)


def _name_before(folded: Folded, k: int) -> list[int]:
    """The capitalised words before word `k` and the comma before it."""
    words = folded.words
    if not k or folded.text[words[k - 1].end : words[k].start] != ", ":
        return []
    found = [k - 1] if folded.text[words[k - 1].start].isupper() else []
    while found and found[0] and _is_name(folded, found[0] - 1) and _joins(folded, found[0]):
        found.insert(0, found[0] - 1)
    return found


def _is_name(folded: Folded, i: int) -> bool:
    """True for a capitalised word that is no small word at the head of a sentence."""
    return folded.text[folded.words[i].start].isupper() and folded.words[i].form not in STOP


def _apposed_behind(folded: Folded, first: int, last: int) -> tuple[int, ...]:
    """The words of the name that a comma apposes to "the OFFICE"."""
    words, k = folded.words, last + 1
    if (
        not first
        or words[first - 1].form not in APPOSED
        or k >= len(words)
        or folded.text[words[last].end : words[k].start] != ", "
    ):
        return ()
    found: list[int] = []
    while k < len(words) and folded.text[words[k].start].isupper() and (not found or _joins(folded, k)):
        found.append(k)
        k += 1
    return tuple(i for i in found if words[i].form not in TITLES and words[i].form not in STOP)


def _joins(folded: Folded, i: int) -> bool:
    """True when word `i` goes on with the name of the word before it: a space, or the point of an initial or a title."""
    gap = folded.text[folded.words[i - 1].end : folded.words[i].start]
    return gap in (" ", "-", ". ", ".")


def _touches(folded: Folded, i: int) -> bool:
    """True when nothing but a space stands before word `i`."""
    return folded.text[folded.words[i - 1].end : folded.words[i].start] == " "


def _held(folded: Folded, last: int) -> tuple[int, ...]:
    """The words of the name right behind word `last`: capitalised words, "of the" before them left out."""
    held: list[int] = []
    for i in range(last + 1, len(folded.words)):
        word = folded.words[i]
        if folded.text[folded.words[i - 1].end : word.start] not in (" ", "-", ". "):
            break
        if folded.text[word.start].isupper() and word.form not in STOP and word.form not in HEADS:
            held.append(i)
        elif held or word.form not in ("of", "for", "the", "elect"):
            break
    return tuple(held)


def is_bearer(given: Sequence[str], office: Office, folded: Folded) -> bool:
    """True when the name right behind an office is the given one, whose first name may be left out."""
    held = [folded.words[i].stem for i in office.held]
    if given[-1] not in held:
        return False
    others, own = ([stem for stem in name if len(stem) > 1] for name in (held[: held.index(given[-1])], given[:-1]))
    return not others or not own or bool({stem[0] for stem in own} & {stem[0] for stem in others})
