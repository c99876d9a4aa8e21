"""The English number words, and what reading a number yields: `Numeral`.

This module and `compare.text.number_words` alone know the words; how they combine is in `compare.values.counting.words` and
`compare.values.counting.parts`.
"""

from typing import NamedTuple

from compare.text.number_words import ORDINALS as RANKS


class Numeral(NamedTuple):
    """A number in a text: `fold[start:end]` are its words or digits; `low` and `high` differ where it is vague.

    step: the smallest step it was written to. scale: its largest scale word from a thousand on ("1.5 billion": 1e9), else 1.
    plain: digits and nothing else, as a year or the number of a section is written.
    vague: "dozens of", "a couple of". ratio: "one in five".
    """

    start: int
    end: int
    low: float
    high: float
    step: float
    scale: float = 1.0
    plain: bool = False
    vague: bool = False
    ratio: bool = False


_PARTS = """half third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth
    sixteenth"""

LARGE = {"thousand": 1e3, "million": 1e6, "milliard": 1e9, "billion": 1e9, "trillion": 1e12}
SCALES = LARGE | {
    "hundred": 1e2,
    "dozen": 12.0,
    "dozens": 12.0,
    "milliards": 1e9,
    "lakh": 1e5,
    "lakhs": 1e5,
    "crore": 1e7,
    "crores": 1e7,
}
PARTS = {word: float(value) for value, word in enumerate(_PARTS.split(), start=2)}
PARTS |= {"quarter": 4.0, "twentieth": 20.0, "thirtieth": 30.0, "fortieth": 40.0, "fiftieth": 50.0, "hundredth": 1e2}
PARTS |= {f"{word}th": value for word, value in LARGE.items()}
PLURAL_PARTS = {f"{word}s": value for word, value in PARTS.items() if word != "half"}
ORDINALS = frozenset(PARTS) - {"half", "quarter"} | frozenset(RANKS)
VAGUE = {"tens": (20.0, 99.0), "dozens": (24.0, 99.0), "scores": (40.0, 99.0), "hundreds": (200.0, 999.0)}
VAGUE |= {f"{word}s": (2 * value, 99 * value) for word, value in LARGE.items()}
"""What plural scale words span: more than "tens" or "hundreds" would have been said with the next word, while people say
"thousands" of tens of thousands too."""

ANY_LARGE = "|".join(LARGE)
ANY_SCALE = f"dozen|hundred|{ANY_LARGE}"


def large(scale: float) -> float:
    """A scale as a `Numeral` has it: only from a thousand on."""
    return scale if scale >= 1e3 else 1.0
