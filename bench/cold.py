"""The processor time of a cold `sourcecheck compare` of all claims beside that of `python -c "import pandas"`, and its memory.

usage: python -m bench.cold [--seeds DIR] [--runs N]

The two are run in turn, whole processes, and the ratio of each pair is taken, so that a slow moment of the machine strikes both.
Both find their modules compiled, as after any first run: where the environment forbids to keep what is compiled, it is allowed here.
"""

import argparse
import os
import resource
import statistics
import subprocess
import sys
import tempfile


def seconds(command: list[str]) -> float:
    """The processor time of a command whose output is thrown away."""
    environment = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    start = _spent()
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, env=environment)
    return _spent() - start


def _spent() -> float:
    """The processor time of all commands run so far."""
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


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
