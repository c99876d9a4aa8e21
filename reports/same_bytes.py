"""Archives (.docx) without the time they were made at, so that the same input gives the same bytes."""

import io
import zipfile

MADE = (1980, 1, 1, 0, 0, 0)
"""The time of every part of the file."""


def same_bytes(data: bytes) -> bytes:
    """The archive with every part made at one time."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as archive, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as copy:
        for member in archive.infolist():
            copy.writestr(zipfile.ZipInfo(member.filename, MADE), archive.read(member), zipfile.ZIP_DEFLATED)
    return out.getvalue()
