"""Findings of a scan that somebody has dismissed, with a reason: a small table of the project, `dismissed.csv`.

A fingerprint has two parts: of what is told (the check, the sources, the words marked), and of the text it is told of (the sentences).
A row fits a finding whose fingerprint is the same; where only the second part differs, the text has changed since.
"""

import hashlib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from claims.errors import InputError
from compare.fold import fold
from compare.scanning.finding import Finding
from reports.files import digest_of, write_unchanged
from reports.kept import read_rows, table_text

COLUMNS = ("fingerprint", "reason", "date", "finding")
NEEDED = ("fingerprint", "reason")
WHAT, TEXT = 8, 6
"""Hexadecimal digits of the two parts of a fingerprint."""


@dataclass(frozen=True)
class Noted:
    """A finding with its fingerprint and, when it was dismissed, why. changed: its text is another since."""

    finding: Finding
    fingerprint: str
    reason: str = ""
    changed: bool = False

    @property
    def dismissed(self) -> bool:
        """True for what is told no more."""
        return bool(self.reason) and not self.changed


def noted(findings: Sequence[Finding], rows: Mapping[str, str]) -> tuple[Noted, ...]:
    """The findings with their fingerprints and what the rows (fingerprint to reason) say of them."""
    before = {fingerprint.partition("-")[0]: reason for fingerprint, reason in rows.items()}
    return tuple(_noted(finding, fingerprint, rows, before) for finding, fingerprint in _identified(findings))


def _noted(finding: Finding, fingerprint: str, rows: Mapping[str, str], before: Mapping[str, str]) -> Noted:
    if fingerprint in rows:
        return Noted(finding, fingerprint, rows[fingerprint])
    reason = before.get(fingerprint.partition("-")[0], "")
    return Noted(finding, fingerprint, reason, changed=bool(reason))


def _identified(findings: Sequence[Finding]) -> Iterator[tuple[Finding, str]]:
    """Each finding with its fingerprint; a repetition is numbered, so that no two are the same."""
    seen: dict[str, int] = {}
    for finding in findings:
        what = "\n".join((finding.code, *(f"{p.document.source.id} {_words(p.exact)}" for p in finding.places)))
        text = "\n".join(_words(p.document.text[slice(*p.passage.whole)]) for p in finding.places)
        seen[what] = seen.get(what, 0) + 1
        number = f"\n{seen[what]}" if seen[what] > 1 else ""
        yield finding, f"{_hash(what + number)[:WHAT]}-{_hash(text)[:TEXT]}"


def _words(text: str) -> str:
    return " ".join(word.form for word in fold(text).words)


def _hash(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()


def read_dismissed(path: Path | None) -> dict[str, str]:
    """The reason of each fingerprint in a table; none when there is no file.

    Raises InputError when it cannot be read, or a row has no fingerprint or no reason.
    """
    found: dict[str, str] = {}
    for number, row in _rows(path) if path else ():
        for name in NEEDED:
            if not row.get(name):
                raise InputError(f"{path}:{number}: {name} is empty; fill it or take the row out")
        found[row["fingerprint"]] = row["reason"]
    return found


def dismiss(path: Path, given: Sequence[str], reason: str, findings: Sequence[Noted]) -> int:
    """Write findings into the table of what is dismissed, and say how many are new there.

    given: fingerprints. Raises InputError for one that no finding has, and when the table cannot be written.
    """
    by_print = {n.fingerprint: n for n in findings}
    unknown = [f for f in given if f not in by_print]
    if unknown:
        raise InputError(f"{unknown[0]}: no finding of this scan has this fingerprint; `sourcecheck scan` shows them")
    if not reason.strip():
        raise InputError("--dismiss needs --reason: say why, in a few words")
    before = digest_of(path)
    kept = {row["fingerprint"]: row for _, row in _rows(path)}
    new = [f for f in dict.fromkeys(given) if f not in kept]
    for fingerprint in given:
        cells = (fingerprint, reason.strip(), date.today().isoformat(), by_print[fingerprint].finding.headline)
        kept[fingerprint] = dict(zip(COLUMNS, cells, strict=True))
    write_unchanged({path: table_text(COLUMNS, kept.values())}, {path: before})
    return len(new)


def _rows(path: Path) -> Iterator[tuple[int, dict[str, str]]]:
    return read_rows(path, COLUMNS, NEEDED, "the dismissed findings")
