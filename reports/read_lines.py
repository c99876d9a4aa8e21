"""What was read and what was not, in sentences that every report holds."""

import re

from compare.evidence.model import Result
from reports.printable import printable

BEGINNING = re.compile(r"# .*\n(?:.*\n){1,4}Read: .*\b\d+ documents?\b")
"""How a report begins, whatever it is of."""


def corpus_line(result: Result) -> str:
    """Which corpus was read, in a sentence."""
    corpus, count = result.corpus, len(result.corpus.documents)
    what = f"{count} document{'s' if count != 1 else ''}"
    if corpus.name == "digests":
        return f"Read: the shipped digests (our paraphrase) of {what}; quoted words are the digest's, line numbers the original's."
    return f"Read: {what} ({corpus.name})."


def is_report(page: bytes) -> bool:
    """True for a page that begins as the reports do: a title, and soon which corpus was read."""
    return bool(BEGINNING.match(page.decode("utf-8", "replace")))


def coverage_line(result: Result) -> str:
    """What was and was not read, in a sentence."""
    c = result.coverage
    extra = [f"skipped files: {', '.join(result.corpus.skipped)}"] if result.corpus.skipped else []
    extra += [f"not read: {printable(line)}" for line in result.corpus.unreadable]
    extra += [f"counted once: {printable(name)}" for name in result.corpus.copies]
    extra += [f"{d.source.id}: {printable(note)}" for d in result.corpus.documents for note in d.notes]
    extra += [f"registered sources without a file: {', '.join(result.corpus.absent)}"] if result.corpus.absent else []
    extra += [f"changed since they were registered: {', '.join(changed)}"] if (changed := _changed(result)) else []
    return (
        f"{c.claims} claims; {c.matches} passages matched, {c.read} read, {c.unread} matched but not read; "
        f"{c.silent} times a source was silent on a claim{''.join('; ' + e for e in extra)}."
    )


def _changed(result: Result) -> list[str]:
    return [document.source.id for document in result.corpus.documents if document.changed]
