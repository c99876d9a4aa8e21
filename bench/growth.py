"""How the time of a scan grows with the corpus: perturbed copies of the sources, at 1, 4 and 16 times their text.

usage: python -m bench.growth [--seeds DIR] [--times 1,4,16]

A copy has its own names and numbers (each word with a capital and each number is changed by the number of the copy), so that copies are
no twins of each other, and shares its plain words with the others, as documents of one field do. The exponent is that of the time
over the size between the smallest and the largest: 1 for a time in step with the text.
"""

import argparse
import math
import os
import re
import resource
import tempfile
import time
from pathlib import Path

from compare.jobs.scan import scan
from reports.settings import find_settings
from seeds.corpus import Corpus, read_folder

NAME = re.compile(r"\b[A-Z][a-z]{3,}\b")
NUMBER = re.compile(r"\b\d+\b")
MONTHS = frozenset("January February March April June July August September October November December".split())


def perturbed(text: str, copy: int) -> str:
    """The text with other names and numbers; the same for copy 0."""
    if not copy:
        return text
    ending = "".join("aeiou"[int(digit) % 5] + "bdklmnrstv"[int(digit)] for digit in str(copy))
    named = NAME.sub(lambda m: m[0] if m[0] in MONTHS else m[0] + ending, text)
    return NUMBER.sub(lambda m: str(int(m[0]) + copy) if len(m[0]) < 4 else m[0], named)


def copied(corpus: Corpus, times: int, folder: Path) -> Corpus:
    """A corpus of so many copies of one, in files of a folder."""
    for document in corpus.documents:
        for copy in range(times):
            (folder / f"source{document.source.id}x{copy}.md").write_text(
                perturbed(document.text, copy), encoding="utf-8"
            )
    return read_folder(folder)


def seconds(corpus: Corpus) -> float:
    """The processor time of a scan of what is read already."""
    start = time.process_time()
    scan(corpus)
    return time.process_time() - start


def main() -> None:
    """Print size, time, findings a source and memory for each number of copies, then the exponent."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--seeds", type=Path, default=os.environ.get("SOURCECHECK_SEEDS"))
    parser.add_argument("--times", default="1,4,16")
    options = parser.parse_args()
    corpus = find_settings(None, options.seeds and Path(options.seeds), None, None).corpus()
    scan(corpus)
    measured = []
    for times in map(int, options.times.split(",")):
        with tempfile.TemporaryDirectory() as folder:
            many = copied(corpus, times, Path(folder))
            size = sum(len(document.text) for document in many.documents)
            measured.append((size, seconds(many)))
        peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
        print(f"{times:3} times: {size:,} characters, {measured[-1][1]:.1f} s, at most {peak:.0f} MB")
    (small, quick), (large, slow) = measured[0], measured[-1]
    print(f"exponent {math.log(slow / quick) / math.log(large / small):.2f}")


if __name__ == "__main__":
    main()
