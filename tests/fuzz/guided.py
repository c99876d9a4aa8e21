"""Chance led by what it reaches, where atheris installs: `make guided`, or `python -m tests.fuzz.guided TARGET [OPTION...]`.

The targets are those of `tests.fuzz` but rows and office files; options are those of libFuzzer (`-max_total_time=600`). What ends a
target with anything but a refusal is kept in tests/fuzz/corpus, where `make test` tries it again, and ends the run.
"""

import sys
import tempfile
from pathlib import Path

import atheris

with atheris.instrument_imports(include=["claims", "seeds", "compare", "reports"]):
    from tests.fuzz import targets
from tests.fuzz.__main__ import WORDS, kept

TARGETS = ("content", "draft", "pattern", "values", "shown", "scanned", "table", "configuration")
HEAD = b"id,topic,kind,statement\n"
SPLIT = "\n\0\n"
"""What stands between two texts of one input."""


def tried(target: str, data: bytes, folder: Path) -> None:
    """Give an input to a target; one that fails is kept."""
    text = data.decode("utf-8", "replace")
    kind, given = target, (text,)
    if target in ("content", "draft"):
        endings = targets.PLAIN if target == "content" else targets.PLAIN[:3]
        name = f"a{endings[sum(data[:4]) % len(endings)]}"
        kind, given = f"{target} {name}", (name, data)
    elif target == "table":
        data = HEAD + data
        given = ("a.csv", data, folder)
    elif target == "configuration":
        given = (data, folder)
    elif target == "pattern":
        words, _, rest = text.partition(SPLIT)
        given, data = (words[:80], rest), SPLIT.join((words[:80], rest)).encode()
    try:
        getattr(targets, target)(*given)
    except Exception:
        print(kept(kind, data), file=sys.stderr)
        raise


def main() -> None:
    target, *options = sys.argv[1:]
    if target not in TARGETS:
        sys.exit(f"{target}: is no target; the targets are {', '.join(TARGETS)}")
    with tempfile.TemporaryDirectory() as made:
        pieces = Path(made) / "pieces"
        quoted = ("".join(f"\\x{byte:02x}" for byte in word.encode("utf-8", "replace")) for word in WORDS)
        pieces.write_text("".join(f'"{word}"\n' for word in quoted if word))
        given = [
            sys.argv[0],
            f"-dict={pieces}",
            f"-artifact_prefix={made}/",
            "-timeout=10",
            "-rss_limit_mb=1000",
            *options,
        ]
        atheris.Setup(given, lambda data: tried(target, data, Path(made)))
        atheris.Fuzz()


if __name__ == "__main__":
    main()
