"""The processor time of `sourcecheck compare` of all claims, cold and warm, beside that of `python -c "import pandas"`, and its memory.

usage: python -m bench.cold [--seeds DIR] [--runs N]

Cold: nothing was kept by an earlier run. Warm: the same was compared before. They are run in turn, whole processes, and the ratio of
each pair is taken, so that a slow moment of the machine strikes both.
Both find their modules compiled, as after any first run: where the environment forbids to keep what is compiled, it is allowed here.
"""

import argparse
import os
import resource
import statistics
import subprocess
import sys
import tempfile


def seconds(command: list[str], cache: str = "") -> float:
    """The processor time of a command whose output is thrown away. cache: the folder of what is kept."""
    environment = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    environment["SOURCECHECK_CACHE"] = cache
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
    cold, warm, pandas = [], [], []
    with tempfile.TemporaryDirectory() as out:
        ours = [sys.executable, "-m", "reports.cli", "compare", "--out", out]
        ours += ["--seeds", options.seeds] if options.seeds else []
        seconds(ours)
        for run in range(options.runs):
            cold.append(seconds(ours, f"{out}/kept-{run}"))
            pandas.append(seconds([sys.executable, "-c", "import pandas"]))
            warm.append(seconds(ours, f"{out}/kept-{run}"))
    peak = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024
    print(f"import pandas {statistics.median(pandas):.2f} s")
    for name, times in (("cold", cold), ("warm", warm)):
        ratios = [a / b for a, b in zip(times, pandas, strict=True)]
        print(
            f"{name} {statistics.median(times):.2f} s, ratio: median {statistics.median(ratios):.2f}, "
            f"min {min(ratios):.2f}, max {max(ratios):.2f}"
        )
    print(f"peak memory {peak:.0f} MB")


if __name__ == "__main__":
    main()
