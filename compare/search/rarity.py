"""How much the words of a claim weigh in a search: the rarer in the corpus, the more."""

import math
from collections.abc import Callable


def rarity(passages: int) -> Callable[[int], float]:
    """The weight of what so many of all passages hold: BM25's inverse document frequency in the form that is never negative.

    What no passage holds weighs as if half of one did. What every passage of a short text holds, such as the name it is
    about, weighs next to nothing.
    """

    def weight(found: int) -> float:
        known = found or 0.5
        return math.log(1 + (passages - known + 0.5) / (known + 0.5))

    return weight
