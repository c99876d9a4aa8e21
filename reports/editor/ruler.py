"""Characters of a text as the protocol counts them: lines from 0, and units of the encoding agreed on within a line.

An astral character takes two units of UTF-16 and one of UTF-32; a line ends at `\\n`, `\\r\\n` or `\\r` only, while Python and pygls
would also end it at a form feed or U+2028.
"""

from bisect import bisect_right

from lsprotocol import types
from pygls.workspace import PositionCodec

from seeds.model import LINE_END, Span


class Ruler:
    """Turns the offsets of one text (characters, end exclusive) into positions, and back."""

    def __init__(self, text: str, codec: PositionCodec) -> None:
        self.text = text
        self._codec = codec
        ends = list(LINE_END.finditer(text))
        self._starts = [0, *(match.end() for match in ends)]
        self._ends = [*(match.start() for match in ends), len(text)]

    def range(self, span: Span) -> types.Range:
        """The range of some characters."""
        return types.Range(self.position(span[0]), self.position(span[1]))

    def position(self, offset: int) -> types.Position:
        """Where the character at `offset` stands; the end of a line for what lies in its line break."""
        line = bisect_right(self._starts, offset) - 1
        start, end = self._starts[line], min(offset, self._ends[line])
        return types.Position(line, self._codec.client_num_units(self.text[start:end]))

    def offset(self, position: types.Position) -> int:
        """The character at a position; what lies behind the end of a line or of the text is at that end."""
        if position.line >= len(self._starts):
            return len(self.text)
        start, end = self._starts[position.line], self._ends[position.line]
        units = 0
        for at in range(start, end):
            if units >= position.character:
                return at
            units += self._codec.client_num_units(self.text[at])
        return end

    def span(self, range_: types.Range) -> Span:
        """The characters of a range."""
        return self.offset(range_.start), self.offset(range_.end)
