"""What each weight of `compare/weights.csv` is worth: all are moved in turn, and every labelled set is measured by itself.

usage: python -m bench.weights [--corpora DIR ...] [--pairs FILE ...] [--ledger DIR --seeds DIR] [--fit NAME=VALUE,VALUE ...]

A corpus is a folder with sources/, claims.csv, claims.curated.csv and truth.json; pairs are a table of passages and statements with
labels; a ledger is a folder with claims.dev.csv and claims.dev.json. Without --fit every weight is set a quarter lower and higher, and
what changes on each set is printed. With --fit the value of a weight that is best on all sets but one is measured on that one, for each
set in turn: only these left-out figures are printed.

A set's score: statements that are rightly told, less what is told wrongly. A false support and a false accusation cost two.
"""

import argparse
import csv
import json
import multiprocessing
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import asdict
from functools import partial
from pathlib import Path
from typing import Any, NamedTuple

from bench.items import document
from claims.model import Claim, Kind
from claims.tables import read_claims
from compare.evidence.model import Result, Stance
from compare.jobs.claims import compare
from compare.weights import WEIGHTS
from seeds.corpus import Corpus, read_folder

QUIET = frozenset(("agreement", "single-source", "not-found"))
"""The verdicts that tell no difference."""
FOR = frozenset((Stance.SUPPORTS, Stance.LESS_PRECISE))
AGAINST = frozenset((Stance.CONTRADICTS, Stance.DIFFERS))
COST = 2
"""What a false support or a false accusation costs, in statements rightly told."""
STEP = 0.25
KINDS = {"role": Kind.DESCRIPTION, "wording": Kind.DESCRIPTION, "list": Kind.DESCRIPTION, "order": Kind.DESCRIPTION}
"""The kinds of statement of the pairs that are no kinds of claim."""


class Labelled(NamedTuple):
    """A labelled set: what is compared with what, and how the answer is counted (right, wrong ...)."""

    name: str
    claims: Sequence[Claim]
    corpus: Corpus
    count: Callable[[Result], Counter[str]]


def corpora(folder: Path) -> Iterator[Labelled]:
    """The statements of a corpus by themselves, and with what a curator added."""
    corpus = read_folder(folder / "sources")
    truth = {row["id"]: row for row in json.loads((folder / "truth.json").read_text(encoding="utf-8"))}
    for table, kind in (("claims.csv", "statements"), ("claims.curated.csv", "curated")):
        yield Labelled(f"{folder.name} {kind}", read_claims(folder / table), corpus, partial(_verdicts, truth))


def ledger(folder: Path, seeds: Path) -> Labelled:
    """The claims of a reader's ledger."""
    truth = {row["id"]: row for row in json.loads((folder / "claims.dev.json").read_text(encoding="utf-8"))}
    return Labelled("ledger", read_claims(folder / "claims.dev.csv"), read_folder(seeds), partial(_verdicts, truth))


def pairs(path: Path) -> Labelled:
    """Passages and statements; all passages are one corpus."""
    with path.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    documents = tuple(document(row["id"], row["source"] + "\n") for row in rows)
    claims = [Claim(row["id"], "pairs", _kind(row["kind"]), row["statement"]) for row in rows]
    labels = {row["id"]: row["label"] for row in rows}
    return Labelled(path.stem, claims, Corpus("bench", documents), partial(_stances, labels))


def _kind(name: str) -> Kind:
    return KINDS.get(name) or Kind(name)


def _verdicts(truth: Mapping[str, Any], result: Result) -> Counter[str]:
    """How many claims have the right verdict, are rightly flagged, and how many silent sources are said to speak."""
    count: Counter[str] = Counter()
    for compared in result.comparisons:
        row = truth[compared.claim.id]
        count["verdict"] += compared.verdict == row["verdict"]
        count["right"] += (compared.verdict in QUIET) == (row["verdict"] in QUIET)
        places = row.get("sources", {})
        stances = {answer.document.source.id: answer.stance for answer in compared.testimonies}
        count["wrong"] += sum(not places.get(s, True) and stance in FOR | AGAINST for s, stance in stances.items())
    return count


def _stances(labels: Mapping[str, str], result: Result) -> Counter[str]:
    """How many statements are rightly supported or accused by their passage, and how many wrongly."""
    count: Counter[str] = Counter()
    for compared in result.comparisons:
        label = labels[compared.claim.id]
        stance = next(a.stance for a in compared.testimonies if a.document.source.id == compared.claim.id)
        count["found"] += label == "supports" and stance in FOR
        count["caught"] += label in ("contradicts", "overstated") and stance in AGAINST
        count["false support"] += label in ("contradicts", "overstated", "not-stated") and stance in FOR
        count["alarms"] += label in ("supports", "less-precise", "not-stated") and stance in AGAINST
    count["right"] = count["found"] + count["caught"]
    count["wrong"] = count["false support"] + count["alarms"]
    return count


def measure(sets: Sequence[Labelled], change: tuple[str, float] | None) -> list[Counter[str]]:
    """The counts of every set with one weight changed; runs in a process of its own, since it changes the weights."""
    if change:
        object.__setattr__(WEIGHTS, *change)
    return [labelled.count(compare(labelled.claims, labelled.corpus)) for labelled in sets]


def score(count: Mapping[str, int]) -> int:
    """One figure of a set's counts, higher is better."""
    return count["right"] - COST * count["wrong"]


def measured(
    sets: Sequence[Labelled], changes: Sequence[tuple[str, float] | None], processes: int
) -> list[list[Counter[str]]]:
    """The counts for every change, each in a fresh process that finds the documents read."""
    for labelled in sets:
        compare(labelled.claims[:1], labelled.corpus)
    with multiprocessing.get_context("fork").Pool(processes, maxtasksperchild=1) as pool:
        return pool.map(partial(measure, sets), changes, chunksize=1)


def moved(sets: Sequence[Labelled], processes: int) -> None:
    """Print what each weight changes when it is set a quarter lower and higher."""
    changes = [(name, round(value * by, 4)) for name, value in asdict(WEIGHTS).items() for by in (1 - STEP, 1 + STEP)]
    now, *then = measured(sets, [None, *changes], processes)
    print("| weight | " + " | ".join(labelled.name for labelled in sets) + " |\n|" + "---|" * (len(sets) + 1))
    print("| now | " + " | ".join(_told(count) for count in now) + " |")
    for (name, value), counts in zip(changes, then, strict=True):
        told = (_difference(a, b) for a, b in zip(now, counts, strict=True))
        print(f"| {name} {value:g} | " + " | ".join(told) + " |")


def _told(count: Mapping[str, int]) -> str:
    return ", ".join(f"{name} {n}" for name, n in count.items())


def _difference(before: Mapping[str, int], after: Mapping[str, int]) -> str:
    """What changed, in words; "" for nothing."""
    names = dict.fromkeys((*before, *after))
    return ", ".join(f"{name} {after[name] - before[name]:+d}" for name in names if after[name] != before[name])


def fitted(sets: Sequence[Labelled], name: str, values: Sequence[float], processes: int) -> None:
    """Print, for each set, its score with the value that is best on all others, beside its score now."""
    tried = [*dict.fromkeys((getattr(WEIGHTS, name), *values))]
    scores = [[score(c) for c in counts] for counts in measured(sets, [(name, value) for value in tried], processes)]
    for left, labelled in enumerate(sets):
        best = max(range(len(tried)), key=lambda i: (sum(scores[i]) - scores[i][left], i == 0))
        print(f"{name}: {labelled.name} left out: {tried[best]:g} gives {scores[best][left]}, now {scores[0][left]}")


def main() -> None:
    """Measure as asked on the command line."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--corpora", type=Path, nargs="*", default=[])
    parser.add_argument("--pairs", type=Path, nargs="*", default=[])
    parser.add_argument("--ledger", type=Path)
    parser.add_argument("--seeds", type=Path, help="the sources of the ledger")
    parser.add_argument("--fit", nargs="*", default=[], metavar="NAME=VALUE,VALUE")
    parser.add_argument("--processes", type=int, default=multiprocessing.cpu_count())
    options = parser.parse_args()
    sets = [labelled for folder in options.corpora for labelled in corpora(folder)] + [*map(pairs, options.pairs)]
    sets += [ledger(options.ledger, options.seeds)] if options.ledger else []
    for asked in options.fit:
        name, _, values = asked.partition("=")
        fitted(sets, name, [float(value) for value in values.split(",")], options.processes)
    if not options.fit:
        moved(sets, options.processes)


if __name__ == "__main__":
    main()
