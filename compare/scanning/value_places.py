"""Which passages of a document hold a value: each distinct value is compared once, with those it could agree with."""

from collections import defaultdict
from collections.abc import Hashable, Iterator, Sequence

from claims.values import Amount
from compare.scanning.clashes import agree
from compare.scanning.kinds import Kinds
from compare.scanning.marks import Mark, Meant, is_exact


class ValuePlaces:
    """The values of a document with the numbers of the passages that hold them."""

    def __init__(self, passages: Sequence[Sequence[Mark]], kinds: Kinds) -> None:
        self._kinds = kinds
        self._held: dict[Meant, set[int]] = defaultdict(set)
        self._by_key: dict[Hashable, list[Meant]] = defaultdict(list)
        self._agreeing: dict[Meant, tuple[Meant, ...]] = {}
        self._holders: dict[Meant, frozenset[int]] = {}
        for number, marks in enumerate(passages):
            for mark in marks:
                self._held[mark.value].add(number)
        for value in self._held:
            for key in self._filed_under(value):
                self._by_key[key].append(value)

    def holders(self, value: Meant) -> frozenset[int]:
        """The passages that hold a value which may be the same, exactly or more or less precisely."""
        if value not in self._holders:
            self._holders[value] = self._union(self._alike(value))
        return self._holders[value]

    def exact_holders(self, value: Meant) -> frozenset[int]:
        """Those of them where it is exact (`marks.is_exact`)."""
        return self._union(tuple(other for other in self._alike(value) if is_exact(other)))

    def _union(self, values: Sequence[Meant]) -> frozenset[int]:
        return frozenset().union(*(self._held[value] for value in values))

    def _alike(self, value: Meant) -> tuple[Meant, ...]:
        if value not in self._agreeing:
            self._agreeing[value] = tuple(other for other in self._candidates(value) if agree(value, other))
        return self._agreeing[value]

    def _filed_under(self, value: Meant) -> Iterator[Hashable]:
        """The keys of a value, its kind, wide or not, and for a bare number beside one of things the number."""
        kind, keys = self._kinds.kind(value), self._kinds.keys(value)
        yield from keys
        yield "all", kind
        if not keys:
            yield "wide", kind
        if isinstance(value, Amount):
            yield "number", bool(value.unit), value.low

    def _candidates(self, value: Meant) -> tuple[Meant, ...]:
        kind, keys = self._kinds.kind(value), self._kinds.keys(value)
        wanted: list[Hashable] = [*keys, ("wide", kind)] if keys else [("all", kind)]
        if isinstance(value, Amount):
            wanted.append(("number", not value.unit, value.low))
        return tuple(dict.fromkeys(other for key in wanted for other in self._by_key.get(key, ())))
