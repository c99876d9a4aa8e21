"""One adapter per task: reads items, writes predictions, through the program's public functions with their defaults.

usage: python -m bench.predict TASK ITEMS PREDICTIONS        TASK: evidence, verdict, contradict, extract, quotes, cross
Items and predictions are JSON lines; an adapter is the function `predict(item)` of `bench/TASK.py`.
"""

import importlib
import json
import sys
from pathlib import Path

TASKS = ("evidence", "verdict", "contradict", "extract", "quotes", "cross")


def main(task: str, items: str, predictions: str) -> None:
    """Write a prediction for every item."""
    adapter = importlib.import_module(f"bench.{task}")
    with Path(items).open(encoding="utf-8") as lines, Path(predictions).open("w", encoding="utf-8") as out:
        for line in lines:
            out.write(json.dumps(adapter.predict(json.loads(line)), ensure_ascii=False) + "\n")


if __name__ == "__main__":
    if len(sys.argv) != 4 or sys.argv[1] not in TASKS:
        sys.exit(__doc__)
    main(*sys.argv[1:])
