"""What a document tells of itself: when it was published and what it is called, with where that stands and how sure it is."""

from collections.abc import Iterable
from enum import IntEnum, StrEnum
from typing import NamedTuple


class Fact(StrEnum):
    """What is told; the names of the columns of the registry."""

    PUBLISHED = "published"
    TITLE = "title"


class Standing(IntEnum):
    """How much weight a fact has.

    OF_THE_FILE: of the file, which may have been made long after the document, or of something in it.
    LIKELY: such as a date alone in a line.
    SURE: said in so many words, or in the data that a page holds for it.
    """

    OF_THE_FILE = 0
    LIKELY = 1
    SURE = 2


class Told(NamedTuple):
    """One such fact. value: of `published` a day, month or year of ISO 8601. where: as a person says it: "the front matter (date)"."""

    fact: Fact
    value: str
    where: str
    standing: Standing

    def __str__(self) -> str:
        return f"{self.fact} {self.value}, says {self.where}"


def best(told: Iterable[Told], fact: Fact, least: Standing) -> Told | None:
    """What has the most weight of what is told of a fact, the first of equals; None where nothing has as much as `least`."""
    fit = [each for each in told if each.fact is fact and each.standing >= least]
    return max(fit, key=lambda each: each.standing, default=None)


def others(told: Iterable[Told], chosen: Told) -> list[Told]:
    """What else is told of the same fact by the document itself and is another value."""
    found: dict[str, Told] = {}
    for each in told:
        if each.fact is chosen.fact and each.value != chosen.value and each.standing > Standing.OF_THE_FILE:
            found.setdefault(each.value, each)
    return list(found.values())
