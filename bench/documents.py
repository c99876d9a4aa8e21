"""What is read of documents, and what is left out for which reason.

usage: python -m bench.documents FILE...
Prints a row a file: its passages by kind, characters read, characters left out by reason (white space aside), and the reader's notes.
"""

import sys
from collections import Counter
from pathlib import Path

from seeds.corpus import read_document
from seeds.errors import InputError
from seeds.left_out import left_out
from seeds.model import Document, PassageKind, Source


def counted(document: Document) -> tuple[int, Counter[str]]:
    """How many characters, white space aside, are read, and how many are left out for each reason."""
    read = sum(len("".join(p.text.split())) for p in document.passages if p.kind is not PassageKind.BOILERPLATE)
    found: Counter[str] = Counter()
    for passage in left_out(document):
        found[passage.reason] += len("".join(passage.text.split()))
    return read, found


def row_of(path: Path) -> str:
    """The row of a file."""
    try:
        document = read_document(path, Source(path.stem, path.stem), "bench")
    except InputError as error:
        return f"| {path.name} | 0 | | {str(error).split(': ', 1)[1]} |"
    read, reasons = counted(document)
    left = ", ".join(f"{count} {reason}" for reason, count in sorted(reasons.items()))
    return f"| {path.name} | {read} | {left} | {'; '.join(document.notes)} |"


if __name__ == "__main__":
    if len(sys.argv) < 2:
        sys.exit(__doc__)
    print("| file | read | left out | notes |\n|---|---|---|---|")
    for each in sys.argv[1:]:
        print(row_of(Path(each)))
