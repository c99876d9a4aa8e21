"""What is read of documents, and what is left out for which reason.

usage: python -m bench.documents FILE...
Prints a row a file: its length, the letters that pdfium finds on the pages of a PDF, characters read, characters left out by reason
(white space aside), how many table rows and footnotes are among the passages, and the reader's notes.
"""

import sys
from collections import Counter
from pathlib import Path

from reports.sources import measure
from seeds.corpus import read_document
from seeds.errors import InputError
from seeds.left_out import left_out
from seeds.model import Document, PassageKind, Source
from seeds.readers.files import library

HEAD = "| file | length | letters on its pages | read | left out | table rows | footnotes | notes |\n|---|---|---|---|---|---|---|---|"
NOT_KEPT = "running heads, page and line numbers, marks, leaders"
"""What the reader of a PDF leaves out before there is a text."""


def counted(document: Document) -> tuple[int, Counter[str]]:
    """How many characters, white space aside, are read, and how many are left out for each reason."""
    read = sum(len("".join(p.text.split())) for p in document.passages if p.kind is not PassageKind.BOILERPLATE)
    found: Counter[str] = Counter()
    for passage in left_out(document):
        found[passage.reason] += len("".join(passage.text.split()))
    return read, found


def letters_on_pages(path: Path) -> int:
    """The characters of a PDF as pdfium gives them, white space aside; 0 for other files."""
    if path.suffix.lower() != ".pdf":
        return 0
    with library("pypdfium2", path).PdfDocument(path) as document:
        return sum(len("".join(page.get_textpage().get_text_range().split())) for page in document)


def row_of(path: Path) -> str:
    """The row of a file."""
    try:
        document = read_document(path, Source(path.stem, path.stem), "bench")
    except InputError as error:
        return f"| {path.name} | | | 0 | | | | {str(error).split(': ', 1)[1]} |"
    read, reasons = counted(document)
    there = letters_on_pages(path)
    reasons[NOT_KEPT] = max(0, there - read - reasons.total())
    left = ", ".join(f"{count:,} {reason}" for reason, count in sorted(reasons.items()) if count)
    kinds = Counter(passage.kind for passage in document.passages)
    letters = f"{there:,}" if there else ""
    cells = [
        path.name,
        measure(document),
        letters,
        f"{read:,}",
        left,
        kinds[PassageKind.ROW],
        kinds[PassageKind.FOOTNOTE],
    ]
    return f"| {' | '.join(map(str, cells))} | {'; '.join(document.notes)} |"


if __name__ == "__main__":
    if len(sys.argv) < 2:
        sys.exit(__doc__)
    print(HEAD)
    for each in sys.argv[1:]:
        print(row_of(Path(each)))
