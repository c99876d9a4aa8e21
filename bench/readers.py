"""How fast dates and amounts are read, beside dateparser.search and quantulum3 in the same run (where these are installed).

usage: python -m bench.readers [--seeds DIR] [--characters N]

The same sentences are given to all; KB are characters / 1,000.
"""

import argparse
import importlib
import os
import time
from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path

from compare.values.dates import find_dates
from compare.values.quantities import find_quantities
from seeds.corpus import read_digests, read_folder


def speed(read: Callable[[str], object], sentences: Sequence[str], most: int) -> float:
    """KB/s of `read` over the first `most` characters of the sentences."""
    done, start = 0, time.perf_counter()
    for sentence in sentences:
        read(sentence)
        done += len(sentence)
        if done >= most:
            break
    return done / 1000 / (time.perf_counter() - start)


def theirs(module: str, function: str, **options: object) -> Callable[[str], object] | None:
    """A peer's function with the options that favour it, None when it is not installed."""
    try:
        return partial(getattr(importlib.import_module(module), function), **options)
    except ImportError:
        return None


def main() -> None:
    """Print the speeds and the ratios."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument(
        "--seeds", default=os.environ.get("SOURCECHECK_SEEDS"), help="folder of sources (default: the digests)"
    )
    parser.add_argument("--characters", type=int, default=20_000, help="how much text the slow peers are given")
    options = parser.parse_args()
    corpus = read_folder(Path(options.seeds)) if options.seeds else read_digests()
    sentences = [passage.text for document in corpus.documents for passage in document.passages]
    pairs = [
        ("dates", find_dates, "dateparser.search", theirs("dateparser.search", "search_dates", languages=["en"])),
        ("amounts", find_quantities, "quantulum3", theirs("quantulum3.parser", "parse")),
    ]
    for what, ours, name, peer in pairs:
        own = speed(ours, sentences, 10**9)
        line = f"{what}: {own:,.0f} KB/s"
        if peer is not None:
            other = speed(peer, sentences, options.characters)
            line += f"; {name}: {other:,.1f} KB/s; ratio {own / other:,.0f}"
        print(line if peer is not None else f"{line}; {name} is not installed")


if __name__ == "__main__":
    main()
