"""Word files with one trap each, made here: the planted word is in the file, and nobody who looks at it sees it."""

import io
import zipfile
from collections.abc import Callable, Mapping
from typing import NamedTuple

from docx import Document
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls
from pypdf import PdfReader
from pypdf.generic import StreamObject

from shp_gov.inspection.hidden import HiddenKind

PLANTED, SHOWN = "zqmarlin07", "Harbour lighting"
WORD_NAMES = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'


class Trap(NamedTuple):
    """A file that hides something, and what kind of thing that is."""

    make: Callable[[], bytes]
    kind: HiddenKind


def a_word_file(body: str = "", *, parts: Mapping[str, str] | None = None, links: str = "") -> bytes:
    """Write a Word file with one paragraph that is seen, some more of its body, and more parts."""
    document = Document()
    document.add_paragraph(SHOWN)
    if body:
        for place, element in enumerate(parse_xml(f"<w:body {nsdecls('w', 'r')}>{body}</w:body>"), start=1):
            document.element.body.insert(place, element)
    document.core_properties.author = document.core_properties.title = document.core_properties.comments = ""
    document.core_properties.last_modified_by = document.core_properties.keywords = ""
    file = io.BytesIO()
    document.save(file)
    return _with_parts(file.getvalue(), parts or {}, links)


def _with_parts(content: bytes, parts: Mapping[str, str], links: str) -> bytes:
    made = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as old, zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            if name in parts:
                continue
            part = old.read(name)
            if name == "word/_rels/document.xml.rels" and links:
                part = part.replace(b"</Relationships>", f"{links}</Relationships>".encode())
            if name == "[Content_Types].xml":
                part = part.replace(b"</Types>", b'<Default Extension="bin" ContentType="application/bin"/></Types>')
            new.writestr(name, part)
        for name, text in parts.items():
            new.writestr(name, text)
    return made.getvalue()


def _link(number: int, kind: str, target: str, mode: str = "") -> str:
    base = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    return f'<Relationship Id="rId9{number}" Type="{base}/{kind}" Target="{target}"{mode}/>'


def a_run(words: str, look: str = "") -> str:
    """Write a run."""
    return f"<w:r><w:rPr>{look}</w:rPr><w:t>{words}</w:t></w:r>"


def a_paragraph(runs: str) -> str:
    """Write a paragraph."""
    return f"<w:p>{runs}</w:p>"


BY = 'w:id="7" w:author="Pat Lowe" w:date="2026-07-01T09:00:00Z"'
DELETED = f"<w:del {BY}><w:r><w:delText>{PLANTED}</w:delText></w:r></w:del>"
COMMENTS = (
    f"<w:comments {WORD_NAMES}><w:comment {BY}><w:p><w:r><w:t>{PLANTED}</w:t></w:r></w:p></w:comment></w:comments>"
)
CORE = (
    '<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" '
    f'xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:creator>{PLANTED}</dc:creator></cp:coreProperties>'
)
APP = (
    '<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties">'
    f"<Company>{PLANTED}</Company></Properties>"
)
HIDDEN_STYLE = (
    '<w:style w:type="character" w:styleId="Quiet" {n}><w:name w:val="Quiet"/><w:rPr><w:vanish/></w:rPr></w:style>'
)


def _hidden_by_style() -> bytes:
    document = Document()
    document.add_paragraph(SHOWN)
    document.styles.element.append(parse_xml(HIDDEN_STYLE.format(n=nsdecls("w"))))
    document.add_paragraph()._p.append(
        parse_xml(f'<w:r {nsdecls("w")}><w:rPr><w:rStyle w:val="Quiet"/></w:rPr><w:t>{PLANTED}</w:t></w:r>')
    )
    document.core_properties.author = ""
    file = io.BytesIO()
    document.save(file)
    return file.getvalue()


def _in_the_foot() -> bytes:
    document = Document()
    document.add_paragraph(SHOWN)
    run = document.sections[0].footer.paragraphs[0].add_run(PLANTED)
    run.font.hidden = True
    file = io.BytesIO()
    document.save(file)
    return file.getvalue()


def _whole_row() -> str:
    cell = f"<w:tc><w:p><w:r><w:t>{PLANTED}</w:t></w:r></w:p></w:tc>"
    return f"<w:tbl><w:tr><w:trPr><w:del {BY}/></w:trPr>{cell}</w:tr></w:tbl>"


def _moved() -> str:
    return a_paragraph(f"<w:moveFrom {BY}>{a_run(PLANTED)}</w:moveFrom>")


WORD_TRAPS: Mapping[str, Trap] = {
    "a comment": Trap(
        lambda: a_word_file(parts={"word/comments.xml": COMMENTS}, links=_link(1, "comments", "comments.xml")),
        HiddenKind.COMMENT,
    ),
    "a tracked deletion": Trap(lambda: a_word_file(a_paragraph(DELETED)), HiddenKind.TRACKED_CHANGE),
    "a deleted row": Trap(lambda: a_word_file(_whole_row()), HiddenKind.TRACKED_CHANGE),
    "words moved away": Trap(lambda: a_word_file(_moved()), HiddenKind.TRACKED_CHANGE),
    "hidden words": Trap(lambda: a_word_file(a_paragraph(a_run(PLANTED, "<w:vanish/>"))), HiddenKind.HIDDEN_TEXT),
    "words hidden by a style": Trap(_hidden_by_style, HiddenKind.HIDDEN_TEXT),
    "hidden words in the foot": Trap(_in_the_foot, HiddenKind.HIDDEN_TEXT),
    "white words": Trap(
        lambda: a_word_file(a_paragraph(a_run(PLANTED, '<w:color w:val="FFFFFF"/>'))), HiddenKind.HIDDEN_TEXT
    ),
    "tiny words": Trap(lambda: a_word_file(a_paragraph(a_run(PLANTED, '<w:sz w:val="2"/>'))), HiddenKind.HIDDEN_TEXT),
    "an author": Trap(lambda: a_word_file(parts={"docProps/core.xml": CORE}), HiddenKind.METADATA),
    "a company": Trap(
        lambda: a_word_file(parts={"docProps/app.xml": APP}),
        HiddenKind.METADATA,
    ),
    "an embedded file": Trap(
        lambda: a_word_file(
            parts={"word/embeddings/oleObject1.bin": PLANTED}, links=_link(2, "oleObject", "embeddings/oleObject1.bin")
        ),
        HiddenKind.EMBEDDED,
    ),
    "a macro": Trap(
        lambda: a_word_file(parts={"word/vbaProject.bin": PLANTED}, links=_link(3, "vbaProject", "vbaProject.bin")),
        HiddenKind.MACRO,
    ),
    "custom XML": Trap(
        lambda: a_word_file(
            parts={"customXml/item1.xml": f"<a>{PLANTED}</a>"}, links=_link(4, "customXml", "../customXml/item1.xml")
        ),
        HiddenKind.CUSTOM_DATA,
    ),
    "a variable": Trap(
        lambda: a_word_file(
            parts={
                "word/settings.xml": f"<w:settings {WORD_NAMES}><w:docVars>"
                f'<w:docVar w:name="case" w:val="{PLANTED}"/></w:docVars></w:settings>'
            }
        ),
        HiddenKind.CUSTOM_DATA,
    ),
    "a template elsewhere": Trap(
        lambda: a_word_file(
            links=_link(5, "attachedTemplate", f"file:///N:/{PLANTED}/house.dotx", ' TargetMode="External"')
        ),
        HiddenKind.OUTSIDE_LINK,
    ),
    "a field that fetches a file": Trap(
        lambda: a_word_file(a_paragraph(f"<w:r><w:instrText> INCLUDETEXT N:/{PLANTED}.docx </w:instrText></w:r>")),
        HiddenKind.OUTSIDE_LINK,
    ),
}


# --- The oracle: everything that is anywhere in a file ---
def everything_in(content: bytes) -> str:
    """Unpack all there is, earlier versions too, and give it as one text."""
    return _of_archive(content) if content[:2] == b"PK" else _of_pdf(content)


def _of_archive(content: bytes) -> str:
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        return "\n".join(
            [*archive.namelist(), *(archive.read(name).decode("utf-8", "replace") for name in archive.namelist())]
        )


def _of_pdf(content: bytes) -> str:
    said = [content.decode("latin-1")]
    ends = [place + 5 for place in range(len(content)) if content.startswith(b"%%EOF", place)]
    for end in ends:
        reader = PdfReader(io.BytesIO(content[:end]))
        for number in {each for table in reader.xref.values() for each in table} | set(reader.xref_objStm):
            found = reader.get_object(number)
            said += [str(found), found.get_data().decode("latin-1") if isinstance(found, StreamObject) else ""]
    return "\n".join(said)
