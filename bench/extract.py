"""Task `extract`: the dates and amounts of a text with their places and values."""

from datetime import date
from typing import Any

from claims.values import Amount, Reading, When
from compare.values.dates import find_dates
from compare.values.quantities import find_quantities


def predict(item: dict[str, Any]) -> dict[str, Any]:
    """Every date (ISO 8601) and amount (a number) of `item["text"]`, dates resolved against `item["reference"]`."""
    text = item["text"]
    reference = date.fromisoformat(item["reference"][:10]) if item.get("reference") else None
    dates = find_dates(text, reference)
    amounts = find_quantities(text, [(r.start, r.end) for r in dates])
    return {
        "id": item["id"],
        "results": [result(reading) for reading in sorted((*dates, *amounts), key=lambda r: r.start)],
    }


def result(reading: Reading) -> dict[str, Any]:
    """One reading as the task wants it; a range of numbers by its middle."""
    value: dict[str, Any]
    if isinstance(reading.value, When):
        value = {"value": reading.value.edtf, "unit": None, "type": "date"}
    else:
        amount: Amount = reading.value
        value = {"value": (amount.low + amount.high) / 2, "unit": amount.unit, "type": "number"}
    return {"start": reading.start, "end": reading.end, **value}
