"""What a bare number counts: "300 U.S. companies" counts companies, "700,000 Azerbaijanis" counts Azerbaijanis.

This module alone knows how to find the head of the short noun phrase behind a number, its singular, and which counted nouns
mean nearly the same. It reads folded text (see `compare.values.quantities`) and knows no parts of speech: the head is the last of
the first unbroken plurals within four words, before any word of `_ENDS_PHRASE`.
"""

import re

_WORD = re.compile(r"[ -]{1,2}((?:[a-z]\.){2,}|[^\W\d_]+(?:['.-][^\W\d_]+)*'?)")
_HYPHENED = re.compile(
    r"-(?!(?:strong|plus|odd|some|something|like|based|long|style|way)\b)([a-z]{3,})\b(?!-(?:to|on|and|or)\b)"
)
_SOME_OF = re.compile(r" of (?:the|these|those|his|her|its|our|their) ")
_TWO_ADJECTIVES = re.compile(
    r" [a-z]{3,}(?<!s) (?:but|and|yet) (?:still )?(?=[a-z]+(?:ed|en|able|ible|al|ic|ful|less|ous|ive|id) )"
)
"""Words before a noun that "and" or "but" joins ("9,000 unused but valid permits")."""
_LONGEST_PHRASE = 5
_ENDS_PHRASE = frozenset(
    "a about above across after again against ago all along also although among an and annually any are around as at "
    "away be because become becomes been before began being below between both but by came can comes could despite "
    "did do does down due during each either else even ever every fewer few for from gave gives goes had has have "
    "having he her here his how however if in including includes inside instead into is it its itself just last "
    "later least less like made makes many may me means might million more most much must near nearly neither never "
    "nevertheless next no nor not now of off often on once one only onto or other others otherwise our out outside "
    "over own past per perhaps plus rather remains respectively said same saw says seems several shall she should "
    "shows since so some still such take takes than that the their them then there these they this those though "
    "through throughout thus times to together too took toward towards under unless until up upon us versus very via "
    "vs was we well went were what when where whereas whether which while who whom whose why will with within "
    "without would yes yet you your today yesterday tomorrow always already two three four five six seven eight nine "
    "ten dozen hundred thousand billion percent".split()
) - {"times"}
_UNCHANGED = frozenset(
    "aircraft cattle clergy crossroads deer elderly fish headquarters infantry livestock media offspring personnel "
    "police series sheep spacecraft species staff workforce youth".split()
)
_IRREGULAR_WORDS = (
    "people:person men:man women:woman servicemen:serviceman children:child feet:foot teeth:tooth mice:mouse "
    "geese:goose lives:life wives:wife knives:knife wolves:wolf halves:half criteria:criterion phenomena:phenomenon "
    "crises:crisis analyses:analysis bases:base troops:troop countrymen:countryman policemen:policeman ties:tie "
    "movies:movie cookies:cookie buses:bus gases:gas viruses:virus bonuses:bonus shoes:shoe congressmen:congressman "
    "lawmen:lawman indices:index times:time lenses:lens"
)
_IRREGULAR = dict(pair.split(":") for pair in _IRREGULAR_WORDS.split())
_NOT_PLURAL = frozenset(
    "news politics economics mathematics physics gas bus bias atlas canvas christmas texas kansas arkansas paris "
    "brussels lens perhaps always towards besides regards overseas sometimes nowadays afterwards whereas previous "
    "james thomas charles francis".split()
)
_PLURAL_ENDS_IN_IS = ("anis", "aqis", "elis", "emis", "enis", "atis", "taxis", "kiwis", "rabbis", "alibis", "skis")
_NEAR_SYNONYMS = """
person individual human | soldier troop personnel serviceman | company firm business enterprise corporation
country nation state power | agreement accord deal | death fatality | resident inhabitant | employee worker
aircraft plane airplane | ship vessel | car automobile | student pupil | house home | child kid | job position
prisoner inmate | doctor physician | lawyer attorney | shareholder stockholder | trader merchant | sailor seaman
"""
"""Nouns that sources use of the same count; anything wider (victims and deaths, vehicles and cars) is left to a reader."""
PEOPLE = frozenset(
    "person individual human passenger resident inhabitant employee worker sailor soldier troop personnel serviceman student pupil "
    "child kid adult man woman patient visitor tourist voter guest prisoner detainee refugee farmer miner fighter civilian victim "
    "casualty fatality death survivor volunteer member protester demonstrator spectator mourner migrant citizen soul dead staff crew "
    "participant delegate villager parishioner teacher firefighter".split()
)
"""Nouns that count people."""
_GROUPS = [group.split() for line in _NEAR_SYNONYMS.strip().splitlines() for group in line.split(" | ")]
_SAME_AS = {noun: group[0] for group in _GROUPS for noun in group}


def read_counted(fold: str, pos: int, some_of: bool = False) -> tuple[str, int] | None:
    """The singular of the noun counted by a number that ends at `pos`, and where the phrase ends; None when there is none.

    some_of: a number of some of them counts ("three of his successors").
    """
    if hyphened := _HYPHENED.match(fold, pos):
        return singular(hyphened[1]), hyphened.end()
    if some_of and (found := _SOME_OF.match(fold, pos)):
        pos = found.end() - 1
    if joined := _TWO_ADJECTIVES.match(fold, pos):
        pos = joined.end() - 1
    head = None
    for _ in range(_LONGEST_PHRASE):
        match = _WORD.match(fold, pos)
        if match is None or match[1] in _ENDS_PHRASE or match[1].endswith("'s"):
            break
        word, pos = match[1].rstrip("."), match.end()
        last = word.rpartition("-")[2].rstrip("'")
        if is_plural(last):
            head = last, pos - word.endswith("'")
        if word.endswith("'") or (head and head[0] != last):
            break
    return head and (singular(head[0]), head[1])


def is_plural(word: str) -> bool:
    """Whether a lower-case word looks like a plural noun; "was", "this" and names in -s are told apart by lists."""
    if word in _IRREGULAR or word in _UNCHANGED:
        return True
    if not word.endswith("s") or len(word) < 4 or word in _NOT_PLURAL:
        return False
    return word.endswith(_PLURAL_ENDS_IN_IS) if word.endswith("is") else not word.endswith(("ss", "us"))


def singular(word: str) -> str:
    """The singular of a plural noun: "companies" company, "Azerbaijanis" azerbaijani, "people" person; else the word itself."""
    if word in _IRREGULAR:
        return _IRREGULAR[word]
    if word in _UNCHANGED or not is_plural(word):
        return word
    if word.endswith("ies") and len(word) > 4:
        return word[:-3] + "y"
    return word[:-2] if word.endswith(("ches", "shes", "xes", "sses", "zzes", "oes")) else word[:-1]


def same_noun(one: str, other: str) -> bool:
    """Whether two singular nouns count the same things: equal, near synonyms such as soldiers and troops, or one is only "ones"."""
    return "one" in (one, other) or one == other or _SAME_AS.get(one, one) == _SAME_AS.get(other, other)
