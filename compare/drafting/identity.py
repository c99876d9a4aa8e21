"""The ids of findings: they stay the same when other parts of the file are edited, moved or wrapped anew."""

import hashlib
from collections import Counter
from collections.abc import Iterator, Sequence

from compare.drafting.model import Finding
from compare.fold import fold

LENGTH = 12
"""Hexadecimal digits of an id."""


def identify(findings: Sequence[Finding], text: str) -> Iterator[tuple[Finding, str]]:
    """Each finding with its id: of rule, claim, the sentence's words and the marked ones; a repetition is numbered."""
    seen: Counter[str] = Counter()
    for finding in findings:
        words = " ".join(word.form for word in fold(text[slice(*finding.sentence)]).words)
        marked = " ".join(word.form for word in fold(text[finding.start : finding.end]).words)
        key = "\n".join((finding.code, finding.claim, words, marked))
        seen[key] += 1
        if seen[key] > 1:
            key += f"\n{seen[key]}"
        yield finding, hashlib.sha256(key.encode()).hexdigest()[:LENGTH]
