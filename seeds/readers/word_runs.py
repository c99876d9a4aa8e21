"""The words of a Word paragraph as they are shown: its runs without what is struck, hidden, deleted, or the code of a field.

A property of a run is looked for in the run, in its style, and in the style of its paragraph.
"""

from collections.abc import Iterable, Iterator
from typing import Any

from seeds.raised import with_raised

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
BOX = f"{W}txbxContent"
SIGNS = {f"{W}tab": "\t", f"{W}br": "\n", f"{W}cr": "\n", f"{W}noBreakHyphen": "\u2011", f"{W}softHyphen": "\u00ad"}
DROPPED = frozenset([f"{W}del", f"{W}moveFrom", f"{W}pPr", f"{W}rPr", FALLBACK])
UNSEEN = ("strike", "dstrike", "vanish", "webHidden")
"""Properties of a run that nobody reads: struck through, or hidden."""
DEEPEST = 20
"""Styles that a style may build on, one after the other; a circle of styles ends here."""


class Styles:
    """The styles of a document, and what they say of runs."""

    def __init__(self, elements: Iterable[Any]) -> None:
        self._elements = {style.styleId: style for style in elements}
        self._values: dict[tuple[str | None, str], str | None] = {}

    def chain(self, identifier: str | None) -> Iterator[Any]:
        """A style and those it builds on."""
        for _ in range(DEEPEST):
            style = self._elements.get(identifier or "")
            if style is None:
                return
            yield style
            identifier = style.basedOn.val if style.basedOn is not None else None

    def value(self, identifier: str | None, name: str) -> str | None:
        """What a style says of a property, "" where the property is just there; None for nothing."""
        key = identifier, name
        if key not in self._values:
            said = (_own(style, name) for style in self.chain(identifier))
            self._values[key] = next((value for value in said if value is not None), None)
        return self._values[key]


def words_of(element: Any, styles: Styles) -> str:
    """The words of a paragraph; raised figures as powers, or left out as marks of notes."""
    return with_raised((words, is_raised) for _, _, words, is_raised in pieces_of(element, styles))


def pieces_of(element: Any, styles: Styles) -> Iterator[tuple[Any, Any, str, bool]]:
    """The shown pieces of a paragraph: each its run (None outside one), its element in it, its words, and whether it is raised."""
    paragraph = _named(element, "pPr", "pStyle")
    for run, piece, words in _shown(element):
        seen, is_raised = _seen(run, paragraph, styles)
        if seen:
            yield run, piece, words, is_raised


def _shown(element: Any) -> Iterator[tuple[Any, Any, str]]:
    """Each piece of words with its run (None outside one), the codes of fields left out: they stand before the sign that parts them."""
    fields: list[bool] = []
    for run, piece in _pieces(element, None):
        sign = piece.get(f"{W}fldCharType")
        if sign == "begin":
            if all(fields):
                yield run, piece, _chosen(piece)
            fields.append(False)
        elif sign and fields:
            fields.pop()
            fields += [True] * (sign == "separate")
        elif not sign and all(fields):
            yield run, piece, SIGNS.get(piece.tag) or piece.text or ""


def _chosen(field: Any) -> str:
    """What a list or box of a form shows, which stands in no run: the entry that is chosen, a ticked or an empty box."""
    listed, box = field.find(f".//{W}ddList"), field.find(f".//{W}checkBox")
    if listed is not None:
        entries = [entry.get(f"{W}val") or "" for entry in listed.findall(f"{W}listEntry")]
        chosen = next((int(found) for name in ("result", "default") if (found := _value(listed, name))), 0)
        return entries[chosen] if 0 <= chosen < len(entries) else ""
    if box is not None:
        ticked = next((found for name in ("checked", "default") if (found := _value(box, name)) is not None), "0")
        return "\u2610" if ticked in ("0", "false", "off") else "\u2612"
    return ""


def _value(holder: Any, name: str) -> str | None:
    """What an element inside says, "" where it is just there; None where it is not."""
    found = holder.find(f"{W}{name}")
    return (found.get(f"{W}val") or "") if found is not None else None


def _pieces(element: Any, run: Any) -> Iterator[tuple[Any, Any]]:
    for child in element:
        if child.tag in (f"{W}t", f"{W}fldChar") or child.tag in SIGNS:
            yield run, child
        elif child.tag not in DROPPED and child.tag != BOX:
            yield from _pieces(child, child if child.tag == f"{W}r" else run)


def _seen(run: Any, paragraph: str | None, styles: Styles) -> tuple[bool, bool]:
    """Whether a run is shown, and whether it is raised."""
    if run is None:
        return True, False
    style = _named(run, "rPr", "rStyle")

    def value(name: str) -> str | None:
        said = (_own(run, name), styles.value(style, name), styles.value(paragraph, name))
        return next((value for value in said if value is not None), None)

    shown = not any(value(name) not in (None, "0", "false", "off") for name in UNSEEN)
    return shown, value("vertAlign") == "superscript"


def _own(holder: Any, name: str) -> str | None:
    return _value(holder, f"rPr/{W}{name}")


def _named(element: Any, properties: str, style: str) -> str | None:
    found = element.find(f"{W}{properties}/{W}{style}")
    return found.get(f"{W}val") if found is not None else None
