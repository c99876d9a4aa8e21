"""Hostile files, made here: how long each keeps the program, and how much memory it and its child process take.

usage: python -m bench.hostile
Prints a row a file: its size, seconds, peak memory of the run and of its child in MB, and what the program says.
"""

import io
import json
import subprocess
import sys
import tempfile
import time
import zipfile
import zlib
from collections.abc import Callable
from pathlib import Path

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
S = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
READ = """
import json, resource, sys
from pathlib import Path
from seeds.errors import InputError
from seeds.readers import read
from seeds.readers.bounded import end_child
try:
    said = f"read, {len(read(Path(sys.argv[1])).text):,} characters"
except InputError as error:
    said = str(error).split(": ", 1)[1]
end_child()
peak = [resource.getrusage(who).ru_maxrss / 1000 for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)]
print(json.dumps([said, *peak]))
"""


def pdf(*objects: bytes) -> bytes:
    """A PDF of these objects, the first its catalogue."""
    body = b"%PDF-1.7\n"
    for number, content in enumerate(objects, start=1):
        body += b"%d 0 obj\n" % number + content + b"\nendobj\n"
    return body + b"trailer << /Root 1 0 R /Size %d >>\n%%%%EOF\n" % (len(objects) + 1)


def page_of(*rest: bytes) -> bytes:
    """A PDF of one page whose contents are object 4; further objects behind it."""
    page = b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 600 800] /Contents 4 0 R /Resources << /XObject << /X 5 0 R >> >> >>"
    return pdf(b"<< /Type /Catalog /Pages 2 0 R >>", b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>", page, *rest)


def stream(data: bytes, head: bytes = b"") -> bytes:
    """An object that holds data."""
    return b"<< " + head + b" /Length %d >>\nstream\n" % len(data) + data + b"\nendstream"


def drawing_itself() -> bytes:
    """A PDF form that draws itself a hundred times."""
    form = stream(
        b"/X Do " * 100, b"/Type /XObject /Subtype /Form /BBox [0 0 9 9] /Resources << /XObject << /X 5 0 R >> >>"
    )
    return page_of(stream(b"/X Do"), form)


def flate_bomb() -> bytes:
    """A PDF whose page unpacks to 300 MB."""
    packer = zlib.compressobj(9)
    packed = b"".join(packer.compress(b"q " * 500_000) for _ in range(300)) + packer.flush()
    return page_of(stream(packed, b"/Filter /FlateDecode"), stream(b""))


def office(parts: dict[str, bytes]) -> bytes:
    """A zip archive of these parts."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as archive:
        for name, data in parts.items():
            archive.writestr(name, data)
    return out.getvalue()


def docx(body: bytes, head: bytes = b"") -> bytes:
    """A Word file with this body."""
    kind = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
    base = "http://schemas.openxmlformats.org"
    part = f'<Override PartName="/d.xml" ContentType="{kind}"/>'
    types = f'<Types xmlns="{base}/package/2006/content-types">{part}</Types>'
    rels = (
        f'<Relationships xmlns="{base}/package/2006/relationships"><Relationship Id="r" Target="d.xml" '
        f'Type="{base}/officeDocument/2006/relationships/officeDocument"/></Relationships>'
    )
    document = head + f'<w:document xmlns:w="{W}"><w:body>'.encode() + body + b"</w:body></w:document>"
    return office({"[Content_Types].xml": types.encode(), "_rels/.rels": rels.encode(), "d.xml": document})


def xlsx(cells: bytes) -> bytes:
    """A workbook of one sheet with these rows."""
    base = "http://schemas.openxmlformats.org"
    rel = f"{base}/officeDocument/2006/relationships"
    book = f'<workbook xmlns="{S}" xmlns:r="{rel}"><sheets><sheet name="A" sheetId="1" r:id="r"/></sheets></workbook>'
    link = f'<Relationship Id="r" Target="{{}}" Type="{rel}/{{}}"/>'
    links = f'<Relationships xmlns="{base}/package/2006/relationships">{link}</Relationships>'
    return office(
        {
            "[Content_Types].xml": f'<Types xmlns="{base}/package/2006/content-types"/>'.encode(),
            "_rels/.rels": links.format("xl/workbook.xml", "officeDocument").encode(),
            "xl/workbook.xml": book.encode(),
            "xl/_rels/workbook.xml.rels": links.format("sheet.xml", "worksheet").encode(),
            "xl/sheet.xml": f'<worksheet xmlns="{S}"><sheetData>'.encode() + cells + b"</sheetData></worksheet>",
        }
    )


def utf16_declaration() -> bytes:
    """A Word file that declares entities in UTF-16."""
    text = f'<?xml version="1.0" encoding="UTF-16"?><!DOCTYPE w [<!ENTITY a "b">]><w:document xmlns:w="{W}"/>'
    return office({"word/document.xml": text.encode("utf-16")})


FILES: dict[str, Callable[[], bytes]] = {
    "draws-itself.pdf": drawing_itself,
    "flate-bomb.pdf": flate_bomb,
    "many-letters.pdf": lambda: page_of(stream(b"BT /F1 9 Tf " + b"(a) Tj " * 2_000_000 + b"ET"), stream(b"")),
    "empty-paragraphs.docx": lambda: docx(b"<w:p/>" * 8_000_000),
    "nested-tables.docx": lambda: docx(b"<w:tbl><w:tr><w:tc>" * 50_000),
    "spaces.docx": lambda: docx(b" " * 250_000_000),
    "utf16.docx": utf16_declaration,
    "far-cell.xlsx": lambda: xlsx(b'<row r="1048576"><c r="XFD1048576"><v>1</v></c></row>'),
    "rows.xlsx": lambda: xlsx(b"<row><c><v>1</v></c></row>" * 2_000_000),
    "reference.html": lambda: b"<p>&#" + b"9" * 5_000 + b"; words",
    "nested.html": lambda: b"<div>" * 200_000 + b"words",
    "tags.html": lambda: b"<p>words " + b"<b" * 1_000_000,
    "comments.html": lambda: b"<!--" * 500_000 + b"words",
    "one-line.txt": lambda: b"a " * 600_000,
    "signs.md": lambda: b"*_`[" * 30_000,
    "numbers.txt": lambda: b"2019, " * 20_000,
}  # fmt: skip


def measure(name: str, folder: Path) -> tuple[int, float, str, float, float]:
    """Size in bytes, seconds, what is said, and the peaks of both processes in MB."""
    path = folder / name
    subprocess.run([sys.executable, "-m", "bench.hostile", str(path)], check=True)
    start = time.perf_counter()
    run = subprocess.run([sys.executable, "-c", READ, str(path)], capture_output=True, text=True, timeout=120)
    said, own, child = json.loads(run.stdout) if run.stdout else (run.stderr.strip()[-80:], 0.0, 0.0)
    return path.stat().st_size, time.perf_counter() - start, said, own, child


if __name__ == "__main__":
    if len(sys.argv) > 1:  # made in a process of its own, whose memory is not that of the measured one
        sys.exit(Path(sys.argv[1]).write_bytes(FILES[Path(sys.argv[1]).name]()) and 0)
    with tempfile.TemporaryDirectory() as made:
        print("| file | KB | s | MB | MB of the child | says |\n|---|---|---|---|---|---|")
        for each in FILES:
            size, seconds, what, peak, peak_of_child = measure(each, Path(made))
            print(f"| {each} | {size // 1000} | {seconds:.1f} | {peak:.0f} | {peak_of_child:.0f} | {what[:90]} |")
