"""One table written in every format that tables are read from."""

import csv
import io
import zipfile
from dataclasses import dataclass

import docx
import openpyxl
from markupsafe import escape

MANIFEST = (
    '<?xml version="1.0" encoding="UTF-8"?>'
    '<manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0">'
    '<manifest:file-entry manifest:full-path="/" manifest:media-type="application/vnd.oasis.opendocument.spreadsheet"/>'
    '<manifest:file-entry manifest:full-path="content.xml" manifest:media-type="text/xml"/></manifest:manifest>'
)


@dataclass(frozen=True)
class Grid:
    title: str
    rows: tuple[tuple[str, ...], ...]


def markdown(grid):
    lines = ["| " + " | ".join(row) + " |" for row in grid.rows]
    ruler = "|" + "---|" * len(grid.rows[0])
    return "\n".join([grid.title, "", lines[0], ruler, *lines[1:], ""]).encode()


def plain(grid):
    return "\n".join([grid.title, "", *(" | ".join(row) for row in grid.rows), ""]).encode()


def page(grid):
    head, *rows = grid.rows
    cells = ["".join(f"<th>{escape(cell)}</th>" for cell in head)]
    cells += ["".join(f"<td>{escape(cell)}</td>" for cell in row) for row in rows]
    body = "".join(f"<tr>{row}</tr>" for row in cells)
    return f"<html><body><table><caption>{escape(grid.title)}</caption>{body}</table></body></html>".encode()


def page_of_paragraphs(grid):
    rows = ("".join(f"<td><p>{escape(cell)}</p></td>" for cell in row) for row in grid.rows)
    body = "".join(f"<tr>{row}</tr>\n" for row in rows)
    return f"<html><body><p>{escape(grid.title)}</p><table>{body}</table></body></html>".encode()


def word(grid):
    document = docx.Document()
    document.add_paragraph(grid.title)
    table = document.add_table(len(grid.rows), len(grid.rows[0]))
    for i, row in enumerate(grid.rows):
        for j, cell in enumerate(row):
            table.cell(i, j).text = cell
    return saved(document)


def separated(grid):
    file = io.StringIO()
    csv.writer(file).writerows([[grid.title], *grid.rows])
    return file.getvalue().encode()


def tabbed(grid):
    return "\n".join("\t".join(row) for row in ((grid.title,), *grid.rows)).encode("utf-16")


def workbook(grid):
    book = openpyxl.Workbook()
    book.active.title = "Figures"
    for row in ((grid.title,), *grid.rows):
        book.active.append([_stored(cell) for cell in row])
    return saved(book)


def open_document(grid):
    rows = "".join(
        "<table:table-row>"
        + "".join(
            f'<table:table-cell office:value-type="string"><text:p>{escape(c)}</text:p></table:table-cell>' for c in row
        )
        + "</table:table-row>"
        for row in ((grid.title,), *grid.rows)
    )
    names = " ".join(
        f'xmlns:{name}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"' for name in ("office", "table", "text")
    )
    content = (
        f'<?xml version="1.0" encoding="UTF-8"?><office:document-content {names}><office:body><office:spreadsheet>'
        f'<table:table table:name="Figures">{rows}</table:table></office:spreadsheet></office:body></office:document-content>'
    )
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as archive:
        archive.writestr("mimetype", "application/vnd.oasis.opendocument.spreadsheet")
        archive.writestr("content.xml", content)
        archive.writestr("META-INF/manifest.xml", MANIFEST)
    return file.getvalue()


def saved(document):
    file = io.BytesIO()
    document.save(file)
    return file.getvalue()


def _stored(cell):
    number = cell.replace(",", "")
    try:
        return float(number)
    except ValueError:
        return cell


FORMATS = {
    "md": ("a.md", markdown),
    "txt": ("a.txt", plain),
    "html": ("a.html", page),
    "html-p": ("a.html", page_of_paragraphs),
    "docx": ("a.docx", word),
    "csv": ("a.csv", separated),
    "tsv": ("a.tsv", tabbed),
    "xlsx": ("a.xlsx", workbook),
    "ods": ("a.ods", open_document),
}
