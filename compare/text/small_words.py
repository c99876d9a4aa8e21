"""Small words of English by what they do in a sentence, and the forms that verbs and plurals take."""

import re

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
