"""What an office file holds beside the words that are read: counted by its elements, and told in one note each."""

from collections import Counter
from collections.abc import Iterable, Iterator
from typing import Any

PICTURE, FORMULA, CHART, DIAGRAM = "picture", "formula", "chart", "diagram"
FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
"""What stands for the same in older programs."""
NAMES = {"blip": PICTURE, "imagedata": PICTURE, "oMath": FORMULA}
GRAPHICS = {"chart": CHART, "diagram": DIAGRAM}
"""The last word of the address that tells what a graphic is."""


def notes_of(roots: Iterable[Any]) -> Iterator[str]:
    """A note for each kind of thing that is not read: "2 pictures not read"."""
    counted = Counter(name for root in roots for element in root.iter() if (name := _name(element)))
    for name, count in sorted(counted.items()):
        yield f"{count} {name}{'s' if count > 1 else ''} not read"


def _name(element: Any) -> str:
    if not isinstance(element.tag, str):
        return ""
    local = element.tag.rpartition("}")[2]
    if local == "graphicData":
        return GRAPHICS.get(str(element.get("uri")).rpartition("/")[2], "")
    name = NAMES.get(local, "")
    return name if name and next(element.iterancestors(FALLBACK), None) is None else ""
