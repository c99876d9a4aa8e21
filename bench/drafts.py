"""`draft` measured: labelled drafts, and the time of a first and a second run on many documents beside a peer's, in one run.

    python -m bench.drafts --seeds ORIGINALS [--draft FILE.md --labels FILE.csv] [--peer "COMMAND {sources} {draft}"]

A label table has a row per statement: `label` (right or wrong), `statement` as it stands in the draft, `lines` (`001:18;002:63`): where
the right value stands.
"""

import argparse
import csv
import json
import os
import resource
import shlex
import shutil
import subprocess
import sys
import tempfile
from collections import Counter
from pathlib import Path

HERE = Path(__file__).parent.parent
LABELLED = HERE / "tests" / "drafts" / "paraphrased.csv"
HARD = ("contradicted", "disputed", "altered-quote")
NEAR = 2
"""A place is right that stands at most so many lines from a labelled one."""
COPIES = 10


QUIET = ("supported", "not-checkable")
"""What accuses nobody."""


def scores(findings: list[dict], text: str, rows: list[dict]) -> Counter:
    """How many wrong statements are flagged, hard, and at a right place; and how many right ones."""
    counts: Counter = Counter()
    for row in rows:
        start = text.index(row["statement"])
        end = start + len(row["statement"])
        here = [f for f in findings if f["start"] < end and start < f["end"] and f["stance"] not in QUIET]
        hard = [f for f in here if f["stance"] in HARD]
        counts[row["label"]] += 1
        counts[f"{row['label']} flagged"] += bool(here)
        counts[f"{row['label']} hard"] += bool(hard)
        counts[f"{row['label']} placed"] += any(_is_right(place, row) for f in hard for place in f["sources"])
    return counts


def _is_right(place: dict, row: dict) -> bool:
    labelled = [line.split(":") for line in row["lines"].split(";") if line]
    return any(place["source"] == source and abs(place["line"] - int(line)) <= NEAR for source, line in labelled)


def seconds(command: list[str], folder: Path) -> float:
    """Processor seconds of a command, its children with it."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    subprocess.run(command, cwd=folder, capture_output=True, check=False)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


def copies(seeds: Path, folder: Path, alike: bool) -> Path:
    """Ten copies of every text of a folder; each ends in a line of its own unless they are to be alike."""
    made = folder / ("alike" if alike else "apart")
    made.mkdir()
    for path in sorted(seeds.glob("*.txt")):
        for number in range(COPIES):
            copy = made / f"c{number}_{path.name}"
            shutil.copyfile(path, copy)
            if not alike:
                with copy.open("a", encoding="utf-8") as file:
                    file.write(f"\n\nCopy {number}.\n")
    return made


def timed(seeds: Path, draft: Path, peer: str) -> None:
    """Prints processor seconds of a first and a second run, and of the peer."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        for alike in (True, False):
            sources = copies(seeds, folder, alike)
            cache = folder / f"cache-{alike}"
            os.environ["SOURCECHECK_CACHE"] = str(cache)
            ours = [sys.executable, "-m", "reports.cli", "draft", str(draft), "--seeds", str(sources)]
            first, second = seconds(ours, HERE), seconds(ours, HERE)
            line = f"{COPIES} copies {'alike' if alike else 'apart'}: first {first:.2f} s, second {second:.2f} s ({second / first:.2f})"
            if peer:
                other = seconds(shlex.split(peer.format(sources=sources, draft=draft)), folder)
                line += f"; peer {other:.2f} s, first / peer {first / other:.2f}"
            print(line)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--seeds", type=Path, required=True)
    parser.add_argument("--draft", type=Path, default=LABELLED.with_suffix(".md"))
    parser.add_argument("--labels", type=Path, default=LABELLED)
    parser.add_argument("--peer", default="")
    parser.add_argument("--time", type=Path, help="the draft to take the time with")
    options = parser.parse_args()
    seeds = options.seeds.resolve()
    command = [
        sys.executable,
        "-m",
        "reports.cli",
        "draft",
        str(options.draft),
        "--seeds",
        str(seeds),
        "--format",
        "json",
    ]
    result = subprocess.run([*command, "--no-cache"], cwd=HERE, capture_output=True, text=True, check=False)
    with options.labels.open(encoding="utf-8", newline="") as file:
        counts = scores(
            json.loads(result.stdout)["findings"], options.draft.read_text(encoding="utf-8"), list(csv.DictReader(file))
        )
    for label in ("wrong", "right"):
        print(f"{label}: {counts[label]}; flagged {counts[f'{label} flagged']}, hard {counts[f'{label} hard']}", end="")
        print(f", at a right place {counts['wrong placed']}" if label == "wrong" else "")
    timed(seeds, (options.time or options.draft).resolve(), options.peer)


if __name__ == "__main__":
    main()
