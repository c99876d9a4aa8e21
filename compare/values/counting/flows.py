"""What an amount is per where an adjective says so before it, or behind: "annual capacity of 16 bcm", "16 bcm of annual output".

This module alone knows the nouns that flow: an annual capacity is a rate, an annual report is not. Only volumes, weights and
energies are read so. A yearly sum of money, of exports or of sales is mostly spoken of without its year ("a budget of $2 billion")
and stays a sum. It reads folded text (see `compare.values.quantities`).
"""

import re

from compare.values.counting.terms import Term

_PERIODS = {"annual": "year", "yearly": "year", "monthly": "month", "weekly": "week", "daily": "day", "hourly": "hour"}
_ADJECTIVES = "|".join(_PERIODS)
_FLOWS = (
    "capacity|capacities|output|production|throughput|volumes?|flows?|supply|supplies|consumption|demand|usage|needs|yields?|harvest|"
    "catch|intake|dose|ration|emissions|discharge|generation|transit|extraction"
)
_ENDS = "for|in|on|with|by|and|or|but|per|that|which|who|since|after|before|until|while|as|when|said|says"
_BEFORE = re.compile(
    rf"\b({_ADJECTIVES})(?: (?!(?:{_ENDS}|of)\b)[a-z-]+){{0,3}}? (?:{_FLOWS})(?: (?!(?:{_ENDS})\b)[a-z-]+){{0,6}} $"
)
_BEHIND = re.compile(rf" (?:of|in) ({_ADJECTIVES})(?: [a-z-]+){{0,2}}? (?:{_FLOWS})\b")
_REACH = 100
"""Characters before an amount in which the adjective is looked for."""
_DIMENSIONS = frozenset({"volume", "mass", "energy", "oil equivalent"})


def with_period(fold: str, start: int, terms: list[Term]) -> list[Term]:
    """The amounts joined in one phrase that starts at `start`, per what an adjective beside it says; as they were without one."""
    if not any(term.dimension in _DIMENSIONS and "/" not in term.unit for term in terms):
        return terms
    said = _BEFORE.search(fold, max(0, start - _REACH), start) or _BEHIND.match(fold, terms[-1].end)
    return [_per(term, _PERIODS[said[1]]) for term in terms] if said else terms


def _per(term: Term, period: str) -> Term:
    flows = term.dimension in _DIMENSIONS and "/" not in term.unit
    return term._replace(unit=f"{term.unit}/{period}") if flows else term
