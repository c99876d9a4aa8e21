"""Chance, for as long as wanted: `python -m tests.fuzz [--minutes 10] [--seed 1] [TARGET...]`.

Each input is made of pieces that readers look for, of the files of the corpus, and of changes to both. What ends a target with
anything but a refusal, or takes more than ten seconds, is kept in tests/fuzz/corpus, where `make test` tries it again.
"""

import argparse
import faulthandler
import hashlib
import random
import signal
import sys
import tempfile
import time
import traceback
from collections import Counter
from collections.abc import Callable
from pathlib import Path

from tests.fuzz import targets
from tests.table_formats import FORMATS, Grid

CORPUS = Path(__file__).parent / "corpus"
LONGEST = 10
"""Seconds of the processor that one input may take; on a busy machine those of the clock are anything."""
WORDS = [line.encode().decode("unicode_escape") for line in (CORPUS.parent / "pieces.txt").read_text().splitlines()]
"""Pieces that readers look for, one a line, as Python escapes them."""
PLAIN = ("draft", "content", "table", "row", "pattern", "values", "configuration", "scanned", "shown")


def text(rng: random.Random) -> str:
    """Pieces in a row, now and then one of them many times."""
    pieces = [rng.choice(WORDS) + rng.choice(("", " ", "", "\n")) for _ in range(rng.randrange(1, 40))]
    if rng.random() < 0.1:
        pieces.insert(rng.randrange(len(pieces)), rng.choice(WORDS) * rng.randrange(2, 300))
    return "".join(pieces)


def changed(data: bytes, rng: random.Random) -> bytes:
    """The bytes with a few changes."""
    made = bytearray(data)
    for _ in range(rng.randrange(1, 8)):
        at = rng.randrange(len(made) + 1)
        how = rng.randrange(4)
        if how == 0 and made:
            made[at : at + 1] = bytes([rng.randrange(256)])
        elif how == 1:
            made[at:at] = rng.choice(WORDS).encode("utf-8", "surrogatepass")
        elif how == 2:
            del made[at : at + rng.randrange(1, 30)]
        else:
            made[at:at] = made[at : at + rng.randrange(1, 200)] * rng.randrange(1, 5)
    return bytes(made)


def data_of(rng: random.Random) -> bytes:
    data = text(rng).encode(rng.choice(("utf-8",) * 8 + ("utf-16", "latin-1")), "replace")
    return changed(data, rng) if rng.random() < 0.3 else data


GRID = Grid("Costs of the pier", (("year", "cost"), ("2019", "$19 million"), ("2020", "3")))
OFFICE = {name: write(GRID) for name, write in FORMATS.values() if name.endswith((".docx", ".xlsx", ".ods"))}


def attempt(target: str, rng: random.Random, folder: Path) -> tuple[str, Callable[[], None], bytes]:
    """What is tried (its kind), how, and the input as bytes."""
    if target in ("draft", "content"):
        name = f"a{rng.choice(targets.PLAIN[:3] if target == 'draft' else targets.PLAIN)}"
        data = data_of(rng)
        return f"{target} {name}", lambda: getattr(targets, target)(name, data), data
    if target == "office":
        name, whole = rng.choice(list(OFFICE.items()))
        inside = rng.random() < 0.7
        data = targets.repacked(whole, lambda part: changed(part, rng)) if inside else changed(whole, rng)
        return f"office {name}", lambda: targets.content(name, data), data
    if target == "table":
        head = rng.choice(
            ("id,topic,kind,statement,expected,positions,terms,note\n", "claim,decision,reviewer,date\n", "")
        )
        data = head.encode() + data_of(rng)
        return "table", lambda: targets.table("a.csv", data, folder), data
    if target == "configuration":
        data = data_of(rng)
        return target, lambda: targets.configuration(data, folder), data
    if target == "row":
        cells = {
            name: text(rng)[:200] for name in ("statement", "expected", "positions", "terms") if rng.random() < 0.6
        }
        cells["kind"] = rng.choice(("date", "figure", "name", "description", "status", "quote"))
        return target, lambda: targets.row(cells), repr(cells).encode("utf-8", "surrogatepass")
    words = text(rng)
    given = (text(rng)[:80], words) if target == "pattern" else (words,)
    return target, lambda: getattr(targets, target)(*given), "\n\0\n".join(given).encode("utf-8", "surrogatepass")


def kept(kind: str, data: bytes) -> Path:
    """The file of the corpus that an input is kept in."""
    CORPUS.mkdir(exist_ok=True)
    file = CORPUS / f"{kind.replace(' ', '-')}.{hashlib.sha256(data).hexdigest()[:8]}"
    file.write_bytes(data)
    return file


def over(signum: int, frame: object) -> None:
    raise TimeoutError(f"longer than {LONGEST} seconds")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("targets", nargs="*", default=[*PLAIN, "office"])
    parser.add_argument("--minutes", type=float, default=10)
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    rng, counts, crashes = random.Random(options.seed), Counter(), Counter()
    signal.signal(signal.SIGPROF, over)
    end = time.time() + 60 * options.minutes
    with tempfile.TemporaryDirectory() as name:
        while time.time() < end:
            kind, work, data = attempt(rng.choice(options.targets), rng, Path(name))
            counts[kind] += 1
            (Path(tempfile.gettempdir()) / f"sourcecheck-fuzz-{options.seed}").write_bytes(data)
            signal.setitimer(signal.ITIMER_PROF, LONGEST)
            faulthandler.dump_traceback_later(30 * LONGEST, exit=True)  # inside a library no signal is heard
            try:
                work()
            except (Exception, RecursionError) as error:
                signal.setitimer(signal.ITIMER_PROF, 0)
                where = traceback.extract_tb(error.__traceback__)[-1]
                crash = f"{type(error).__name__} {Path(where.filename).name}:{where.lineno} {str(error)[:80]!r}"
                crashes[crash] += 1
                if crashes[crash] == 1:
                    print(f"{kept(kind, data).name}: {crash}", flush=True)
            finally:
                signal.setitimer(signal.ITIMER_PROF, 0)
    for kind, count in sorted(counts.items()):
        print(f"{kind}: {count:,} inputs")
    print(f"all: {sum(counts.values()):,} inputs, {sum(crashes.values()):,} failures of {len(crashes)} kinds")
    sys.exit(bool(crashes))


if __name__ == "__main__":
    main()
