"""How many of a base unit the everyday units hold: exact by definition (SI Brochure, NIST Handbook 44), so that a run which meets
no others need not load pint, which takes as long as reading a book. A test holds that pint says the same.
"""

from collections.abc import Mapping

FACTORS: tuple[Mapping[str, float], ...] = (
    {
        "millimeter": 0.001,
        "centimeter": 0.01,
        "meter": 1.0,
        "kilometer": 1000.0,
        "inch": 0.0254,
        "foot": 0.3048,
        "yard": 0.9144,
        "mile": 1609.344,
        "nautical_mile": 1852.0,
    },
    {
        "gram": 0.001,
        "kilogram": 1.0,
        "metric_ton": 1000.0,
        "pound": 0.45359237,
        "ounce": 0.028349523125,
        "ton": 907.18474,
    },
    {
        "cubic_meter": 1.0,
        "cubic_kilometer": 1e9,
        "liter": 0.001,
        "cubic_foot": 0.028316846592,
        "gallon": 0.003785411784,
        "oil_bbl": 0.158987294928,
    },
    {
        "second": 1.0,
        "minute": 60.0,
        "hour": 3600.0,
        "day": 86400.0,
        "week": 604800.0,
        "month": 2629800.0,
        "year": 31557600.0,
    },
    {
        "square_meter": 1.0,
        "square_kilometer": 1e6,
        "hectare": 1e4,
        "acre": 4046.8726098742513,
        "square_foot": 0.09290304,
        "square_mile": 2589988.110336,
    },
    {"kilowatt_hour": 1.0, "megawatt_hour": 1e3, "gigawatt_hour": 1e6, "terawatt_hour": 1e9},
    {"kilowatt": 1.0, "megawatt": 1e3, "gigawatt": 1e6},
)
"""A table of units that turn into each other, for each kind of measure."""


def factor(source: str, target: str) -> float | None:
    """What a number of `source` is multiplied by to be one of `target`; None when the two stand in no one table."""
    for units in FACTORS:
        if source in units and target in units:
            return units[source] / units[target]
    return None
