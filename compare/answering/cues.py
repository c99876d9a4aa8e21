"""Which words stand beside the answer to a question: what is asked for in other words.

This module alone knows them. They are everyday English and say where to read, never what is right: the value read beside
"erected" answers when something was built.
"""

from collections.abc import Iterable, Mapping
from functools import lru_cache

from compare.fold import stem_of

GROUPS = """
born birth : birthdate | died die death : deceased killed
built build construct constructed erected : completed dates finished begun
established establish founded formed organized : created founding inception began started incorporated opened since
launch launched : | released release publication published : issued out came
opened open opening inaugurated : began | debut debuted : began first appeared
broadcast aired premiered : premiere first | held hold occur occurred happen take place took : fought began event
introduced introduce : issued adopted replaced | completed complete finished : consecrated dedicated built
elected : election office served | become became : succeeded created appointed inherited | power : appointed became office assumed
discovered : discovery found
start begin began : started first debut
population inhabitants residents people : persons census total | length : long distance miles | height : tall high | area : covers square
students enrollment : enrolled pupils | employees : staff workforce | members : membership
artist album song single band singer performed recorded performing : released sung music musician studio duo group cover
director directed directs : helmed | composer composed : wrote music | author wrote written : novel book writer
architect designed design : built | creator created : developed wrote written invented
father : son daughter dad | mother : son daughter | husband wife married spouse : marriage | owner owned owns : built home property
producer produced : | character protagonist : role played follows hero stars lead plays | recorded : record released version sung
minister president chairman chair mayor governor leader : office current incumbent served appointed
winner won : champion victory | coach coached : head manager | painter painted : painting artist | founder : founded established
located location situated locate : near lies stands | based headquartered headquarters : operates base office
birthplace : born native | known name common modern : called named | refer refers mean means : abbreviation stands term
"""
STRONG = 1.0
"""What a word of the question itself counts."""
LIKE = 0.85
"""What a word of its group counts."""
SUBJECT = 0.3
"""What a word of the subject counts."""


@lru_cache(maxsize=1)
def _groups() -> Mapping[str, frozenset[str]]:
    """For the words before the colon of each group, by stem, the stems of the whole group."""
    found: dict[str, frozenset[str]] = {}
    for group in GROUPS.replace("\n", "|").split("|"):
        leads, _, more = group.partition(":")
        words = frozenset(stem_of(word) for word in (leads + more).split())
        for lead in leads.split():
            found[stem_of(lead)] = found.get(stem_of(lead), frozenset()) | words
    return found


def cues_of(relation: Iterable[str], subject: Iterable[str]) -> Mapping[str, float]:
    """The stems that stand beside an answer: the question's own, those that mean the same, and those of the subject."""
    found = dict.fromkeys(subject, SUBJECT)
    for stem in sorted(relation):
        found |= {like: LIKE for like in _groups().get(stem, ()) if found.get(like, 0) < LIKE}
    return found | dict.fromkeys(relation, STRONG)
