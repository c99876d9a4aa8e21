"""Verbs, with their nouns, that say what was done to a law, a body, a paper, a project or a quantity.

Words of one group say the same; groups of one field exclude each other when said of the same thing at the same time: a waiver
that was extended was not reinstated. Words that may mean too much ("end", "open", "cut" and the like) stand in no group.
"""

from collections.abc import Mapping
from functools import lru_cache

from compare.fold import stem_of

GROUPS: Mapping[str, str] = {
    "extended": "extend extended extending extension renew renewed renewal prolong prolonged prolongation",
    "reinstated": "reinstate reinstated reinstatement restore restored restoration revive revived revival reintroduce",
    "resumed": "resume resumed resumption restart restarted reopen reopened",
    "suspended": "suspend suspended suspension freeze froze frozen pause paused halt halted",
    "lifted": "lift lifted removal remove removed",
    "annulled": "annul annulled annulment repeal repealed abolish abolition revoke revoked revocation rescind rescinded",
    "dissolved": "dissolve dissolved dissolution disband disbanded closure",
    "cancelled": "cancel cancelled canceled cancellation scrap scrapped",
    "stopped": "stop stopped discontinue discontinued cease ceased",
    "waived": "waive waived waiving",
    "eased": "ease eased easing relax relaxed loosen loosened",
    "tightened": "tighten tightened tightening toughen toughened",
    "restricted": "restrict restricted restriction limit limited limitation curb curbed constrain constrained",
    "prohibited": "prohibit prohibited prohibition ban banned bar barred forbid forbade forbidden outlaw outlawed",
    "proposed": "propose proposed proposal draft drafted",
    "initialled": "initial initialled initialed initialling initialing",
    "signed": "sign signed signing signature",
    "ratified": "ratify ratified ratification",
    "adopted": "adopt adopted adoption enact enacted enactment",
    "rejected": "reject rejected rejection veto vetoed",
    "introduced": "introduce introduced introduction",
    "started": "start started begin began begun launch launched inaugurate inaugurated inauguration",
    "completed": "complete completed completion finish finished",
    "postponed": "postpone postponed postponement delay delayed",
    "increased": "increase increased grow grew grown growth rise rose risen expand expanded expansion deepen deepened double doubled",
    "decreased": "decrease decreased shrink shrank shrunk reduce reduced reduction decline declined fall fell fallen diminish halve halved",
    "reassessed": "reassess reassessed reassessment reconsider reconsidered",
    "strengthened": "strengthen strengthened reinforce reinforced bolster bolstered",
    "weakened": "weaken weakened undermine undermined erode eroded",
    "won": "win won victory",
    "lost": "lose lost defeat defeated",
    "bought": "buy bought purchase purchased acquire acquired acquisition",
    "sold": "sell sold sale",
    "leased": "lease leased rent rented",
    "joined": "join joined accession",
    "left": "withdraw withdrew withdrawn withdrawal quit",
    "confirmed": "confirm confirmed confirmation acknowledge acknowledged",
    "denied": "deny denied denial refute refuted",
}  # fmt: skip
"""Group, named by what a passage says that uses it, and its words."""
FIELDS = (
    "extended reinstated resumed suspended lifted annulled dissolved cancelled waived",
    "lifted restricted prohibited eased tightened annulled",
    "started postponed suspended cancelled",
    "increased decreased reassessed",
    "strengthened weakened",
    "won lost",
    "bought sold leased",
    "joined left",
    "confirmed denied",
)
"""Groups that exclude each other, field by field."""
STAGES = (
    "proposed initialled signed ratified adopted rejected introduced",
    "started completed stopped resumed extended",
)
"""Groups that follow each other in time, and exclude each other only on one day."""
SAME_ACT = (
    ("annulled", "dissolved", "cancelled"),
    ("reinstated", "resumed"),
    ("stopped", "suspended"),
    ("proposed", "introduced"),
    ("adopted", "signed"),
)
"""Groups near enough to be said of one act ("the body was dissolved", "the body was abolished")."""
OPPOSITES = (
    ("increased", "decreased"),
    ("strengthened", "weakened"),
    ("won", "lost"),
    ("bought", "sold"),
    ("joined", "left"),
    ("confirmed", "denied"),
    ("eased", "tightened"),
    ("adopted", "rejected"),
    ("ratified", "rejected"),
)
"""Groups that cannot both be right whoever speaks."""
GRADES = (("restricted", "prohibited"), ("initialled", "signed"))
"""Groups of which the second says more than the first and includes it."""


def stages(one: str, other: str) -> bool:
    """True when two groups are stages of one course."""
    return not same_act(one, other) and any({one, other} <= set(course.split()) for course in STAGES)


@lru_cache(maxsize=1)
def groups_by_stem() -> Mapping[str, str]:
    """The group of each stem."""
    return {stem_of(word): group for group, words in GROUPS.items() for word in words.split()}


def same_act(one: str, other: str) -> bool:
    """True when two groups say the same or nearly so."""
    return one == other or any(one in near and other in near for near in SAME_ACT)


def excludes(one: str, other: str) -> bool:
    """True when two groups exclude each other, said of the same thing at the same time."""
    return not same_act(one, other) and any({one, other} <= set(field.split()) for field in FIELDS)


def opposite(one: str, other: str) -> bool:
    """True when two groups are opposites."""
    return any({one, other} == set(pair) for pair in OPPOSITES)


def graded(one: str, other: str) -> bool:
    """True when one of the two groups includes the other."""
    return any({one, other} == set(pair) for pair in GRADES)
