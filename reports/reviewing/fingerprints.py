"""What was reviewed, as a short text: a mark of the claim, and a mark of what was read for it.

This module alone knows what makes a decision expire. Line numbers, places, scores and order do not; neither do sources that
say nothing, nor matches that no check could read.
"""

import hashlib
import json

from claims.model import Claim
from compare.evidence.model import Comparison, Stance, Testimony
from reports.places import unwrap

LENGTH = 12
"""Hexadecimal digits of each mark."""


def fingerprint(comparison: Comparison) -> str:
    """The two marks, joined by a hyphen (so that no spreadsheet takes them for a number)."""
    return f"{claim_mark(comparison.claim)}-{evidence_mark(comparison)}"


def claim_mark(claim: Claim) -> str:
    """A mark that changes when kind, statement or expected value of the claim do."""
    return _mark([claim.kind, unwrap(claim.statement).strip(), claim.expected.strip()])


def evidence_mark(comparison: Comparison) -> str:
    """A mark that changes when a source takes another stance, gives other values, or is quoted with other words."""
    return _mark(sorted(filter(None, map(_said, comparison.testimonies))))


def _said(testimony: Testimony) -> list[object]:
    """What one source was read to say, in an order of its own."""
    read = [e for e in testimony.evidence if e.stance is not Stance.UNREAD]
    if not read:
        return []
    values = sorted({e.answer.value for e in read})
    words = sorted({unwrap(e.exact).strip() for e in read})
    return [testimony.document.source.id, testimony.stance, values, words]


def _mark(parts: object) -> str:
    return hashlib.sha256(json.dumps(parts, ensure_ascii=True).encode("ascii")).hexdigest()[:LENGTH]
