"""Which words stand beside the answer to a question: what is asked for in other words.

This module alone knows them. They are everyday English and say where to read, never what is right: the value read beside
"erected" answers when something was built.
"""

from collections.abc import Iterable, Mapping
from functools import lru_cache

from compare.fold import stem_of

GROUPS = """
born birth birthdate | die died death deceased killed | build built construct constructed erected completed dates finished builder
establish established found founded formed form formation created organized opened inception began started incorporated since founding
launch launched liftoff orbit | release released publication published issued out | open opened opening inaugurated
debut debuted began started first | broadcast aired premiered premiere | held hold took place fought occurred event battle
introduced issued adopted replaced currency | complete completed finished consecrated | elected consul election office
become became succeeded created appointed inherited | power appointed became office served | confirmed confirmation received commission
play played career season debut appeared | expanded widened extended upgraded | discovered discovery found | start started began
population people inhabitants residents persons census | age median | length long distance laps miles run | height tall high
area covers square | cost price budget | students enrollment enrolled pupils | employees staff workforce | members membership
artist album song single band singer performed recorded released by sung musician studio recording duo group cover
director directed film movie by helmed | composer composed wrote music by symphony | author wrote written novel book by writer
architect designed design built by | creator created developed by wrote invented | father son daughter dad parents child
mother son daughter parents child | husband wife married spouse | owner owned built home residence for property | producer produced by
character protagonist role played follows hero stars lead | record recorded released version by hit singer sung
minister office current incumbent served | president chairman head leader | winner won champion victory | coach coached head manager
painter painting painted by artist | founder founded established by | publisher published by
locate located location situated in near lies stands | based headquartered headquarters operates base | city town municipality in
birthplace born native | state in | region located in part | country nation in
known called named | term refer refers means abbreviation stands meaning | mascot nickname teams known | title album
affiliated affiliate affiliation network | channel affiliate station | line station | courtesy name zi styled | aircraft flight plane
"""
STRONG = 1.0
"""What a word of the question itself counts."""
LIKE = 0.85
"""What a word of its group counts."""
SUBJECT = 0.3
"""What a word of the subject counts."""


@lru_cache(maxsize=1)
def _groups() -> Mapping[str, frozenset[str]]:
    """For the first word of each group, by its stem, the stems of the group."""
    found: dict[str, frozenset[str]] = {}
    for group in GROUPS.replace("\n", "|").split("|"):
        words = [stem_of(word) for word in group.split()]
        for lead in words[:2]:
            found[lead] = found.get(lead, frozenset()) | frozenset(words)
    return found


def cues_of(relation: Iterable[str], subject: Iterable[str]) -> Mapping[str, float]:
    """The stems that stand beside an answer: the question's own, those that mean the same, and those of the subject."""
    found = dict.fromkeys(subject, SUBJECT)
    for stem in sorted(relation):
        found |= {like: LIKE for like in _groups().get(stem, ()) if found.get(like, 0) < LIKE}
    return found | dict.fromkeys(relation, STRONG)
