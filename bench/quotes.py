"""The `quotes` task of the labelled sets: where a document holds a quotation, and whether its words were changed."""

from typing import Any

from compare.values.quotes import Found, find_quote


def predict(item: dict[str, Any]) -> dict[str, Any]:
    """{id, claim, documents: [{id, text}]} -> {id, found, doc, start, end, label: verbatim | altered | absent}.

    Of several documents the one with the fewest changes, then the first. Places are characters, end exclusive.
    """
    places = [(find_quote(item["claim"], document["text"]), document["id"]) for document in item["documents"]]
    held = [(found, document) for found, document in places if found]
    if not held:
        return {"id": item["id"], "found": False, "doc": "", "start": 0, "end": 0, "label": "absent"}
    found, document = min(held, key=lambda place: len(place[0].changes))
    return {
        "id": item["id"],
        "found": True,
        "doc": document,
        "start": found.start,
        "end": found.end,
        "label": _label(found),
    }


def _label(found: Found) -> str:
    return "altered" if found.changes else "verbatim"
