"""A sentence as reading sees it: its words by their keys, which of them carry meaning, its verbs and its names.

No parser: English marks a verb by its auxiliaries, its ending or its irregular form often enough. What is not marked is no verb here.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property, lru_cache

from compare.fold import STOP, Folded, fold
from compare.lexicon import Phrase, key_of, light, lines
from compare.text.names_and_negation import CAPITALS, names

BE = frozenset("be am is are was were been being".split())
DO = frozenset("do does did".split())
AUXILIARIES = BE | frozenset("have has had having do does did get gets got".split())
UNFINISHED = frozenset(("being", "having"))
MODALS = frozenset("will shall would should can could may might must cannot ought".split())
SKIPPED = frozenset(
    "not never also already now still then only just ever even yet always often soon once recently".split()
)
"""Words that stand between an auxiliary and its verb."""
DETERMINERS = frozenset(
    "a an the this that these those his her its their our your my some any no each every all both another".split()
)
NOUN_BEFORE = DETERMINERS | frozenset("of in on at for from with by into over under against to".split())
RELATORS = frozenset("before after than because until unless without despite instead".split())
"""Small words that carry what a sentence says: without them another thing is said."""
UNSAID = frozenset("s never nobody nothing neither none".split())
"""What carries no meaning by itself: the ending of a genitive, and words that only deny what stands behind them."""
LONGEST = 40
"""Letters; what is longer is no word."""
PARTICLES = frozenset("on up off out over down back away through".split())
"""Small words that make another verb of a verb."""
UNCHANGED = frozenset(
    "beat bet bid burst cast cost cut hit hurt let put quit rid set shed shut split spread thrust".split()
)
"""Verbs whose past is their base."""
SAYS_LITTLE = frozenset("makes takes gives holds keeps goes comes becomes gets says calls includes uses".split())
"""Forms in -s that are verbs wherever a subject stands before them."""
BARE = frozenset(
    "agree allow appear arise become begin believe belong comprise consist contain depend deny exist expect include insist intend "
    "know occur own prefer provide receive refuse remain require seem serve suffer think".split()
)
"""Verbs that are no nouns: in the plural of the present they stand as they are ("the exhibits include")."""
NUMBERS = frozenset(
    "two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen "
    "twenty thirty forty fifty sixty seventy eighty ninety hundred thousand million billion trillion dozen".split()
)
"""Numbers in words: what stands right behind one is counted, and no verb."""
MOVING = frozenset("become come get give go hold keep make say take".split())
"""Verbs that say little by themselves, and are verbs behind "did not" all the same ("did not come into force")."""
PLURALS = re.compile(
    r"(?:(?:^|fore)(?:men|women|children|people|data|feet|geese|oxen|teeth|brethren)|.*(?:men|ves|[scx]es|[ai]|x|im|ice|eeth|ence))$"
)
"""The irregular forms that are nouns ("wolves", "phenomena", "policemen")."""
GAP = 3
"""How many words may stand between two words of a phrase ("turned the offer down", "lost in straight sets to")."""
OBJECT_GAP = 6
"""The same between a verb and the small word that belongs to it ("turned the quarry firm's application down")."""
PASSIVE_ENDINGS = (
    "ed",
    "en",
    "wn",
    "ung",
    "un",
    "lt",
    "pt",
    "ld",
    "ught",
    "nt",
    "ound",
    "ade",
    "ead",
    "orn",
    "ut",
    "it",
    "et",
)


@dataclass(frozen=True, eq=False)
class Sentence:
    """A folded sentence and what is known of its words; indices are those of `folded.words`.

    There is one of a text (`sentence_of`), so that what is kept of it is found by its identity.
    """

    folded: Folded

    @cached_property
    def keys(self) -> tuple[str, ...]:
        """What each word is compared by."""
        return tuple(key_of(word.form, word.stem) for word in self.folded.words)

    @cached_property
    def at(self) -> Mapping[str, tuple[int, ...]]:
        """Where each key stands."""
        found: dict[str, list[int]] = {}
        for i, key in enumerate(self.keys):
            found.setdefault(key, []).append(i)
        return {key: tuple(places) for key, places in found.items()}

    @cached_property
    def forms(self) -> tuple[str, ...]:
        """The folded form of every word."""
        return tuple(word.form for word in self.folded.words)

    @cached_property
    def copula(self) -> int | None:
        """The first form of "be"; None without."""
        return next((i for i, form in enumerate(self.forms) if form in BE), None)

    def form(self, i: int) -> str:
        """The folded form of word `i`; "" beyond either end."""
        forms = self.forms
        return forms[i] if 0 <= i < len(forms) else ""

    def is_capital(self, i: int) -> bool:
        """True for a word written with a capital."""
        return self.folded.text[self.folded.words[i].start] in CAPITALS

    def between(self, i: int) -> str:
        """The characters between word `i` and the word before it."""
        words = self.folded.words
        return self.folded.text[words[i - 1].end if i else 0 : words[i].start]

    @cached_property
    def content(self) -> tuple[int, ...]:
        """The words that carry meaning, those that relate two things in time or cause with them."""
        heavy = (i for i, w in enumerate(self.folded.words) if w.form not in STOP or w.form in RELATORS)
        words = (i for i in heavy if self.form(i) not in UNSAID and len(self.form(i)) <= LONGEST)
        free = [i for i in words if self.keys[i] not in light() and not self._is_initial(i)]
        return tuple(sorted({*free, *(i for i in range(len(self.forms)) if self._is_state(i))}))

    def _is_state(self, i: int) -> bool:
        """True for a small word that says by itself what something is ("the strike is over", "the deal is off")."""
        ends = i + 1 == len(self.forms) or bool(self.between(i + 1).strip())
        return ends and self.form(i) in PARTICLES and self.form(i - 1) in BE

    def _is_initial(self, i: int) -> bool:
        """True for a letter that stands for a given name ("E. Calloway")."""
        word = self.folded.words[i]
        return len(word.form) == 1 and self.is_capital(i) and self.folded.text[word.end : word.end + 1] == "."

    @cached_property
    def phrasal(self) -> tuple[int, ...]:
        """The verbs that say little by themselves and much with the small word behind them ("goes on", "gave up")."""
        return tuple(i for i in self.verbs if self.form(i) in STOP and self.form(i + 1) in PARTICLES)

    @cached_property
    def segments(self) -> tuple[int, ...]:
        """For each word the number of semicolons before it: what they part are sentences of their own."""
        found, count = [], 0
        for i in range(len(self.folded.words)):
            count += ";" in self.between(i)
            found.append(count)
        return tuple(found)

    @cached_property
    def runs(self) -> tuple[tuple[int, ...], ...]:
        """The names, as runs of words; the first word of a sentence is one by itself only with a name behind it."""
        return tuple(names(self.folded))

    @cached_property
    def named(self) -> frozenset[int]:
        """The words of the names."""
        return frozenset(i for run in self.runs for i in run)

    @cached_property
    def verbs(self) -> tuple[int, ...]:
        """The words that are verbs: behind an auxiliary, a modal or "to", or by their form."""
        found = tuple(i for i in range(len(self.folded.words)) if self._is_verb(i))
        if found or any(form in AUXILIARIES or form in MODALS for form in self.forms):
            return found
        return tuple(i for i in range(1, len(self.forms)) if self._can_be_present(i))

    def _can_be_present(self, i: int) -> bool:
        """True for a form in -s that is the verb where the sentence has no other ("the river rises in Marl", "Norfab owns Helm")."""
        form, opens = self.form(i), i + 1 == len(self.forms) or self.form(i + 1) in NOUN_BEFORE or i + 1 in self.named
        opens = opens or i - 1 in self.named or (i == 1 and self.is_capital(0))
        ends = form.endswith("s") and not form.endswith(("ss", "us", "is")) and len(form) > 3 and form.isalpha()
        counted = any(self.form(k) in NUMBERS or self.form(k).isdigit() for k in range(max(0, i - GAP), i))
        return ends and opens and i not in self.named and not counted and self.form(i - 1) not in NOUN_BEFORE

    def _is_verb(self, i: int) -> bool:
        form = self.form(i)
        if form in AUXILIARIES or form in MODALS or not form.isalpha() or (i in self.named and i) or form in NUMBERS:
            return False
        before = self._helper(i)
        if self.form(i - 2) == "no" and self.form(i - 1) == "longer":
            return form not in STOP
        if before in MODALS or before == "to":
            return (form not in STOP or form in MOVING) and self.form(i - 1) not in DETERMINERS
        if before in DO and (form not in STOP or form in MOVING):
            return True
        if before in AUXILIARIES:
            return form.endswith((*PASSIVE_ENDINGS, "ing")) or form in _pasts() | UNCHANGED
        if self.form(i - 1) in DETERMINERS:
            return False
        if form in UNCHANGED:
            return (
                i > 0
                and self.form(i - 1) not in NOUN_BEFORE
                and (self.form(i + 1) in DETERMINERS or i + 1 in self.named or self._measures(i + 1))
            )
        if form in BARE:
            return i > 0 and self.form(i - 1) not in NOUN_BEFORE
        return form in _pasts() or (form.endswith("ed") and len(form) > 3) or self._is_present(i)

    def _measures(self, i: int) -> bool:
        """True for a number, and for the word before it that bounds it ("about 40")."""
        return any(self.form(k)[:1].isdigit() for k in (i, i + 1))

    def _is_present(self, i: int) -> bool:
        """True for a form in -s with a subject before it and an object or a complement behind it."""
        form, follows = self.form(i), self.form(i + 1)
        if not form.endswith("s") or form.endswith(("ss", "us", "is")) or len(form) < 4 or not i:
            return False
        if self.form(i - 1).isdigit() or self.form(i - 1) in NUMBERS:
            return False
        if form in SAYS_LITTLE:
            return self.form(i - 1) not in NOUN_BEFORE
        opens = follows in DETERMINERS or follows in ("to", "that", "as", "not", "up", "out") or follows.isdigit()
        opens = opens and "," not in self.between(i + 1)
        return opens and self.form(i - 1) not in NOUN_BEFORE

    @cached_property
    def complement(self) -> tuple[int, ...]:
        """What the sentence says its subject is: the words behind a "be" that no verb follows; none where it says what is done."""
        for i in range(len(self.folded.words)):
            if self.form(i) in BE and not any(
                j in self.verbs for j in range(i + 1, min(i + 4, len(self.folded.words)))
            ):
                ends = next(
                    (j for j in range(i + 2, len(self.folded.words)) if self.form(j) in NOUN_BEFORE - DETERMINERS), None
                )
                return tuple(j for j in self.content if i < j and (ends is None or j < ends))
        return ()

    def _helper(self, i: int) -> str:
        """The auxiliary, modal or "to" in front of word `i`, adverbs skipped; "" for none."""
        j = i - 1
        while j >= 0 and (self.form(j) in SKIPPED or self.form(j).endswith("ly")) and j > i - 4:
            j -= 1
        form = self.form(j) if j >= 0 else ""
        return form if form in AUXILIARIES or form in MODALS or form == "to" else ""

    def is_finite(self, i: int) -> bool:
        """False for a verb that tells no time by itself: behind "to", "being" or "having", or in -ing without a form of "be"."""
        j = i - 1
        while j >= 0 and (self.form(j) in AUXILIARIES or self.form(j) in SKIPPED) and self.form(j) not in UNFINISHED:
            j -= 1
        helped = any(self.form(k) in BE for k in range(j + 1, i))
        return not (self.form(j) == "to" or self.form(j) in UNFINISHED or (self.form(i).endswith("ing") and not helped))

    def is_passive(self, i: int) -> bool:
        """True for a participle behind a form of "be", and for one with "by" behind it that follows its noun."""
        form = self.form(i)
        participle = form.endswith(PASSIVE_ENDINGS)
        if participle and self._helper(i) in BE | {"get", "gets", "got"}:
            return True
        return participle and self.form(i + 1) == "by"

    def places(self, phrase: Phrase) -> Iterator[tuple[int, ...]]:
        """Where a word or phrase stands: the words of it, in order, at most `GAP` others between two, no verb and no comma."""
        for first in self.at.get(phrase[0], ()):
            found = [first]
            for key in phrase[1:]:
                most = (
                    OBJECT_GAP
                    if len(found) == 1 and first in self.verbs and (key in PARTICLES or key == "not")
                    else GAP
                )
                behind = (j for j in self.at.get(key, ()) if found[-1] < j <= found[-1] + 1 + most)
                nearest = next(behind, None)
                if nearest is None or self._is_broken(found[-1], nearest):
                    break
                found.append(nearest)
            if len(found) == len(phrase):
                yield tuple(found)

    def _is_broken(self, i: int, j: int) -> bool:
        """True when a verb or a comma stands between two words."""
        return any(k in self.verbs or "," in self.between(k) for k in range(i + 1, j)) or "," in self.between(j)


@lru_cache(maxsize=1)
def _pasts() -> frozenset[str]:
    """Every irregular past form and participle."""
    forms = (form for line in lines("irregular") for form in line.split()[1:])
    return frozenset(form for form in forms if not PLURALS.match(form))


@lru_cache(maxsize=20_000)
def sentence_of(text: str) -> Sentence:
    """The sentence of a text; kept, since every claim asks the same passages."""
    return Sentence(fold(text))
