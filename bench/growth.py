"""How time and memory grow with the corpus: perturbed copies of the sources, read, compared, searched, checked and scanned.

usage: python -m bench.growth [--seeds DIR] [--times 1,4,16] [--claims 50] [--jobs read,compare,bare,draft,find,scan,...]

A copy has its own names and numbers (each word with a capital and each number is changed by the number of the copy), so that copies are
no twins of each other, and shares its plain words with the others, as documents of one field do. Every job is a process of its own:
`read` reads the files; `compare` asks the curated claims, `bare` so many of them without their terms; `draft` checks a paragraph of each
of so many statements; `find` looks for one; `scan` holds the sources against each other. Their times are processor time without that of
reading. Through an index, with the start of the program: `index` builds it, `update` brings it up to date when one file in a hundred
changed, `found` is `find`, `kept` is `bare`, `shared` the same on all cores. The exponent is that of the time over the size between the
smallest and the largest: 1 for a time in step with the text.
"""

import argparse
import csv
import math
import os
import re
import resource
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from pathlib import Path

from claims.model import Claim
from claims.tables import TOPICS, read_claims
from reports.settings import find_settings
from seeds.corpus import Corpus, read_folder

NAME = re.compile(r"\b[A-Z][a-z]{3,}\b")
NUMBER = re.compile(r"\b\d+\b")
MONTHS = frozenset("January February March April May June July August September October November December".split())
LETTERS = ("aeiou", "bdklmnrstv")


def perturbed(text: str, copy: int) -> str:
    """The text with other names and numbers; the same for copy 0."""
    if not copy:
        return text
    ending = "".join(LETTERS[0][int(digit) % 5] + LETTERS[1][int(digit)] for digit in str(copy))
    named = NAME.sub(lambda m: m[0] if m[0] in MONTHS else m[0] + ending, text)
    return NUMBER.sub(lambda m: str(int(m[0]) + copy) if len(m[0]) < 4 else m[0], named)


def copied(corpus: Corpus, times: int, folder: Path) -> int:
    """Write so many copies of a corpus into a folder; how many characters they have."""
    size = 0
    for document in corpus.documents:
        for copy in range(times):
            text = perturbed(document.text, copy)
            (folder / f"source{document.source.id}x{copy}.md").write_text(text, encoding="utf-8")
            size += len(text)
    return size


def _compare(corpus: Corpus, claims: Sequence[Claim]) -> object:
    from compare.jobs.claims import compare

    return compare(claims, corpus)


def _bare(corpus: Corpus, claims: Sequence[Claim]) -> object:
    return _compare(corpus, [replace(claim, terms=(), positions=()) for claim in claims])


def _draft(corpus: Corpus, claims: Sequence[Claim]) -> object:
    from compare.jobs.draft import Draft, check_draft
    from compare.search.index import Index
    from seeds.prose import read_prose

    text = "\n\n".join(claim.statement for claim in claims)
    prose = read_prose(Path("draft.md"), text.encode())
    return check_draft(Draft("draft.md", prose.document), Index(corpus))


def _find(corpus: Corpus, claims: Sequence[Claim]) -> object:
    from reports.finding import find_lines

    return list(find_lines(claims[0].statement, False, 10, corpus))


def _scan(corpus: Corpus, claims: Sequence[Claim]) -> object:
    from compare.jobs.scan import scan

    return scan(corpus)


def _run(*arguments: str) -> None:
    from reports.cli import main

    main([*arguments], standalone_mode=False)


def _index(folder: Path, claims: Sequence[Claim]) -> None:
    _run("index", "build", "--seeds", str(folder))


def _update(folder: Path, claims: Sequence[Claim]) -> None:
    files = sorted(folder.iterdir())
    for path in files[:: max(1, min(100, len(files)))]:
        path.write_text(path.read_text(encoding="utf-8") + "\n\nThe pier was sold.\n", encoding="utf-8")
    _index(folder, claims)


def _found(folder: Path, claims: Sequence[Claim]) -> None:
    _run("find", claims[0].statement, "--seeds", str(folder))


def _kept(folder: Path, claims: Sequence[Claim], *engine: str) -> None:
    shutil.rmtree(Path(os.environ["SOURCECHECK_CACHE"], "plain-1"), ignore_errors=True)
    with tempfile.TemporaryDirectory() as given:
        table = Path(given, "claims.csv")
        with table.open("w", encoding="utf-8", newline="") as file:
            write = csv.writer(file)
            write.writerow(("id", "topic", "kind", "statement"))
            write.writerows((f"c{n}", "t", claim.kind, claim.statement) for n, claim in enumerate(claims))
        _run(
            "compare",
            "--claims",
            str(table),
            "--seeds",
            str(folder),
            "--out",
            f"{given}/a.json",
            "--format",
            "json",
            *engine,
        )


INDEXED: Mapping[str, Callable[[Path, Sequence[Claim]], object]] = {
    "index": _index,
    "update": _update,
    "found": _found,
    "kept": _kept,
    "shared": lambda folder, claims: _kept(folder, claims, "--engine", "processes"),
}
"""Jobs that use an index of the folder; the first builds it."""
JOBS: Mapping[str, Callable[[Corpus, Sequence[Claim]], object]] = {
    "read": lambda corpus, claims: None,
    "compare": _compare,
    "bare": _bare,
    "draft": _draft,
    "find": _find,
    "scan": _scan,
}


def one(job: str, folder: Path, claims: Sequence[Claim]) -> None:
    """Run a job over a folder; print its seconds of processors, the peak of memory in MB, and its seconds on the clock."""
    own, others = (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)
    if job in INDEXED:
        start = time.monotonic()
        INDEXED[job](folder, claims)
        used = [resource.getrusage(who) for who in (own, others)]
        spent, taken = sum(u.ru_utime + u.ru_stime for u in used), time.monotonic() - start
    else:
        start = time.process_time()
        corpus = read_folder(folder)
        read = time.process_time()
        JOBS[job](corpus, claims)
        spent = taken = (read - start) if job == "read" else (time.process_time() - read)
    print(spent, resource.getrusage(own).ru_maxrss / 1024, taken)


def main() -> None:
    """Print size, seconds and memory of each job for each number of copies, then the exponent of its time."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--seeds", type=Path, default=os.environ.get("SOURCECHECK_SEEDS"))
    parser.add_argument("--times", default="1,4,16")
    parser.add_argument("--claims", type=int, default=50)
    parser.add_argument("--jobs", default=",".join((*JOBS, *INDEXED)))
    parser.add_argument("--one", nargs=2, help=argparse.SUPPRESS)
    options = parser.parse_args()
    claims = read_claims(TOPICS)
    if options.one:
        job, folder = options.one
        several = claims * (1 + options.claims // len(claims))
        one(job, Path(folder), claims if job == "compare" else several[: options.claims])
        return
    corpus = find_settings(None, options.seeds and Path(options.seeds), None, None).corpus()
    measured: dict[str, list[tuple[int, float]]] = {job: [] for job in options.jobs.split(",")}
    for times in map(int, options.times.split(",")):
        with tempfile.TemporaryDirectory() as folder:
            size = copied(corpus, times, Path(folder))
            for job, spent in measured.items():
                environment = {**os.environ, "SOURCECHECK_CACHE": f"{folder}.kept" if job in INDEXED else ""}
                own = [sys.executable, "-m", "bench.growth", "--claims", str(options.claims), "--one", job, folder]
                said = subprocess.run(own, capture_output=True, text=True, check=True, env=environment)
                numbers = said.stdout.splitlines()[-1].split()
                seconds, memory, taken = map(float, numbers)
                spent.append((size, seconds))
                print(
                    f"{job:8} {size / 1e6:6.2f} MB {seconds:8.2f} s {memory:6.0f} MB {taken:8.2f} s on the clock",
                    flush=True,
                )
            shutil.rmtree(f"{folder}.kept", ignore_errors=True)
    for job, spent in measured.items():
        (small, quick), (large, slow) = spent[0], spent[-1]
        if large > small:
            print(f"{job:8} exponent {math.log(slow / quick) / math.log(large / small):.2f}")


if __name__ == "__main__":
    main()
