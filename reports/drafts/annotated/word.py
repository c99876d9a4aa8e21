"""The annotated copy as a Word file: the draft itself with footnotes of its own kind behind its facts.

Footnotes that stand there already stay; the new ones are added to their part, or a part for them is made.
"""

from collections.abc import Sequence
from typing import Any

from compare.drafting.model import CheckedDraft
from reports.drafts.annotated.notes import Note, notes_of
from reports.drafts.word.comments import fit
from reports.drafts.word.cutting import Cuts
from reports.drafts.word.marking import opened, saved
from seeds.readers.archive import broken
from seeds.readers.word_letters import Spot
from seeds.readers.word_runs import W

KIND = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/footnotes"
CONTENT = "application/vnd.openxmlformats-officedocument.wordprocessingml.footnotes+xml"
NAMESPACE = W.strip("{}")
EMPTY = (
    f'<w:footnotes xmlns:w="{NAMESPACE}">'
    '<w:footnote w:type="separator" w:id="-1"><w:p><w:r><w:separator/></w:r></w:p></w:footnote>'
    '<w:footnote w:type="continuationSeparator" w:id="0"><w:p><w:r><w:continuationSeparator/></w:r></w:p></w:footnote>'
    "</w:footnotes>"
)
RAISED = f'<w:rPr xmlns:w="{NAMESPACE}"><w:vertAlign w:val="superscript"/></w:rPr>'


def to_docx(draft: CheckedDraft) -> bytes:
    """The annotated copy. Raises InputError for a draft that changed since it was checked, or is damaged."""
    document, placed = opened(draft)
    with broken(draft.document.path):
        found = [(note, spot) for note in notes_of(draft) if (spot := _last(note, placed))]
        cuts = Cuts((spot, spot) for _, spot in found)
        part, notes = _part(document)
        first = 1 + max((int(n.get(f"{W}id")) for n in notes), default=0)
        for number, (note, spot) in enumerate(found, start=max(1, first)):
            cuts.run(spot).addnext(_call(number))
            notes.append(_note(number, note.lines))
        part._blob = _written(notes)
    return saved(document, draft.document.path)


def _last(note: Note, placed: dict[int, Spot]) -> Spot | None:
    """Where the last letter stands that a note is behind."""
    return next((placed[at] for at in range(note.words[1] - 1, note.words[0] - 1, -1) if at in placed), None)


def _part(document: Any) -> tuple[Any, Any]:
    """The part of the footnotes, made where there is none, and its content."""
    from docx.opc.packuri import PackURI
    from docx.opc.part import Part
    from docx.oxml import parse_xml

    for relation in document.part.rels.values():
        if relation.reltype == KIND and not relation.is_external:
            return relation.target_part, parse_xml(relation.target_part.blob)
    part = Part(PackURI("/word/footnotes.xml"), CONTENT, EMPTY.encode(), document.part.package)
    document.part.relate_to(part, KIND)
    return part, parse_xml(part.blob)


def _call(number: int) -> Any:
    from docx.oxml import parse_xml

    return parse_xml(f'<w:r xmlns:w="{NAMESPACE}">{RAISED}<w:footnoteReference w:id="{number}"/></w:r>')


def _note(number: int, lines: Sequence[str]) -> Any:
    """A footnote of one paragraph: its mark, then the lines."""
    from docx.oxml import parse_xml

    note = parse_xml(
        f'<w:footnote xmlns:w="{NAMESPACE}" w:id="{number}"><w:p><w:r>{RAISED}<w:footnoteRef/></w:r><w:r><w:t/></w:r></w:p></w:footnote>'
    )
    (words,) = note.iter(f"{W}t")
    words.text = " " + fit("; ".join(lines))
    words.set("{http://www.w3.org/XML/1998/namespace}space", "preserve")
    return note


def _written(notes: Any) -> bytes:
    from docx.opc.oxml import serialize_part_xml

    data: bytes = serialize_part_xml(notes)
    return data
