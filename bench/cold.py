"""How long a cold `sourcecheck compare` of all claims takes beside `python -c "import pandas"`, and its memory.

usage: python -m bench.cold [--seeds DIR] [--runs N]

The two are run in turn, whole processes, and the ratio of each pair is taken, so that a slow moment of the machine strikes both.
"""

import argparse
import os
import resource
import statistics
import subprocess
import sys
import tempfile
import time


def seconds(command: list[str]) -> float:
    """The wall time of a command whose output is thrown away."""
    start = time.perf_counter()
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    return time.perf_counter() - start


def main() -> None:
    """Print the median times, the median and largest ratio, and the peak memory."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument(
        "--seeds", default=os.environ.get("SOURCECHECK_SEEDS"), help="folder of sources (default: the digests)"
    )
    parser.add_argument("--runs", type=int, default=7)
    options = parser.parse_args()
    pairs = []
    with tempfile.TemporaryDirectory() as out:
        ours = [sys.executable, "-m", "reports.cli", "compare", "--out", out]
        ours += ["--seeds", options.seeds] if options.seeds else []
        seconds(ours)
        for _ in range(options.runs):
            pairs.append((seconds(ours), seconds([sys.executable, "-c", "import pandas"])))
    ratios = [a / b for a, b in pairs]
    peak = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024
    print(
        f"compare {statistics.median(a for a, _ in pairs):.2f} s, import pandas {statistics.median(b for _, b in pairs):.2f} s"
    )
    print(f"ratio: median {statistics.median(ratios):.2f}, min {min(ratios):.2f}, max {max(ratios):.2f}")
    print(f"peak memory {peak:.0f} MB")


if __name__ == "__main__":
    main()
