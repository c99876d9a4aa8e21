"""What weighs in search, relations and checks: one table, `weights.csv`, that says of each weight what it is.

`python -m bench.weights` moves each of them on labelled sets and tells what changes. Counts of words within which something is looked
for, and bounds of work, are no weights: they stand in the module that looks.
"""

import csv
from dataclasses import dataclass
from pathlib import Path

FILE = Path(__file__).with_name("weights.csv")


@dataclass(frozen=True)
class Weights:
    """The weights by name, shares from 0 to 1 unless the table says otherwise."""

    around_word: float
    behind_best: float
    clause_mark: float
    context_word: float
    even_pull: float
    figure_word: float
    function_word: float
    governed: float
    letters: float
    name_likeness: float
    nearby_word: float
    other_gap: float
    other_value_share: float
    sense_word: float
    slip_gap: float
    speaks: float
    status_share: float
    support_gap: float
    termed_gap: float
    terms: float
    value_gap: float


def read_weights(path: Path = FILE) -> Weights:
    """The weights of a table. Raises TypeError when one is missing or unknown."""
    with path.open(encoding="utf-8", newline="") as file:
        return Weights(**{row["name"]: float(row["value"]) for row in csv.DictReader(file)})


WEIGHTS = read_weights()
