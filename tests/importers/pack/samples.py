"""Files for the reader tests, made here: nothing in them was ever published."""

import io
import zipfile
from collections.abc import Iterable, Mapping, Sequence

from reportlab.lib.pagesizes import A4
from reportlab.lib.styles import ParagraphStyle
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import ListFlowable, Paragraph, SimpleDocTemplate

from shp_gov.importers.pack.lines import Line

WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
NAMES = f'xmlns:w="{WORD}" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'
BODY = ParagraphStyle("body", fontName="Helvetica", fontSize=11, leading=14, spaceAfter=9)
PROSE = (
    "The Director of Neighbourhoods introduced the report, which said that calls about the Promenade had risen by a "
    "fifth in July and August, and that most of them came from six addresses and two shelters. Members asked that the "
    "partners share what they know every month, and that a patrol plan be brought to the Chair before the holiday."
)


def said(lines: Iterable[Line]) -> list[str]:
    """Give the lines that say something, as plain strings."""
    return [line.text for line in lines if line.text]


def a_word_file(body: str, *, numbering: str = "", styles: str = "", more: Mapping[str, bytes] | None = None) -> bytes:
    """Make a Word file around the markup of its body."""
    parts = {
        "[Content_Types].xml": b"<Types/>",
        "word/document.xml": f"<w:document {NAMES}><w:body>{body}</w:body></w:document>".encode(),
        "word/numbering.xml": f"<w:numbering {NAMES}>{numbering}</w:numbering>".encode(),
        "word/styles.xml": f"<w:styles {NAMES}>{styles}</w:styles>".encode(),
    }
    return an_archive(parts | dict(more or {}))


def an_archive(parts: Mapping[str, bytes]) -> bytes:
    """Zip some parts."""
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, part in parts.items():
            archive.writestr(name, part)
    return file.getvalue()


def a_paragraph(*runs: str, properties: str = "") -> str:
    """Make a paragraph of runs; a run that is not markup already is plain words."""
    inside = "".join(run if run.startswith("<") else a_run(run) for run in runs)
    return f"<w:p><w:pPr>{properties}</w:pPr>{inside}</w:p>"


def a_run(words: str, properties: str = "") -> str:
    """Make a run of words."""
    return f'<w:r><w:rPr>{properties}</w:rPr><w:t xml:space="preserve">{words}</w:t></w:r>'


def an_item(words: str, *, number: int = 1, depth: int = 0) -> str:
    """Make one paragraph of a list that Word numbers."""
    place = f'<w:numPr><w:ilvl w:val="{depth}"/><w:numId w:val="{number}"/></w:numPr>'
    return a_paragraph(*([words] if words else []), properties=place)


def a_list(number: int, *levels: tuple[str, str, int], restarts_at: int | None = None) -> str:
    """Define a list: for each level its form, its pattern and where it starts."""
    shapes = "".join(
        f'<w:lvl w:ilvl="{depth}"><w:start w:val="{start}"/><w:numFmt w:val="{form}"/>'
        f'<w:lvlText w:val="{pattern}"/></w:lvl>'
        for depth, (form, pattern, start) in enumerate(levels)
    )
    return f'<w:abstractNum w:abstractNumId="{number}">{shapes}</w:abstractNum>' + a_list_like(
        number, number, restarts_at=restarts_at
    )


def a_list_like(other: int, number: int, *, restarts_at: int | None = None) -> str:
    """Define a list that counts on from another, or restarts."""
    restart = (
        f'<w:lvlOverride w:ilvl="0"><w:startOverride w:val="{restarts_at}"/></w:lvlOverride>' if restarts_at else ""
    )
    return f'<w:num w:numId="{number}"><w:abstractNumId w:val="{other}"/>{restart}</w:num>'


def a_table(*rows: Sequence[str]) -> str:
    """Make a table; each cell is the markup of its paragraphs."""
    cells = ("".join(f"<w:tc>{cell}</w:tc>" for cell in row) for row in rows)
    return f"<w:tbl>{''.join(f'<w:tr>{row}</w:tr>' for row in cells)}</w:tbl>"


def a_printed_file(*paragraphs: str) -> bytes:
    """Print paragraphs, wrapped as they come, on A4."""
    file = io.BytesIO()
    SimpleDocTemplate(file, pagesize=A4, invariant=1).build([Paragraph(words, BODY) for words in paragraphs])
    return file.getvalue()


def a_printed_list(*items: str) -> bytes:
    """Print a list with hanging numerals."""
    file = io.BytesIO()
    flow = ListFlowable(
        [Paragraph(words, BODY) for words in items], bulletFormat="%s.", bulletFontSize=11, leftIndent=28
    )
    SimpleDocTemplate(file, pagesize=A4, invariant=1).build([flow])
    return file.getvalue()


def a_set_file(*pages: Sequence[tuple[float, float, str]], locked: str | None = None) -> bytes:
    """Set words at given places, page by page; y is from the foot. "Helvetica-Bold 12|words" names the type."""
    file = io.BytesIO()
    canvas = Canvas(file, pagesize=A4, invariant=1, encrypt=locked)
    for page in pages:
        for x, y, words in page:
            look, _, text = words.rpartition("|")
            font, _, size = look.partition(" ")
            canvas.setFont(font or "Helvetica", float(size or 11))
            canvas.drawString(x, y, text)
        canvas.showPage()
    canvas.save()
    return file.getvalue()


def a_page_that_draws(content: bytes) -> bytes:
    """Make a PDF of one page with the given drawing orders; /X in them draws a form that draws itself."""
    form = b"<</Type/XObject/Subtype/Form/BBox[0 0 9 9]/Resources<</XObject<</X 5 0 R>>>>/Length 12>>stream\n"
    objects = (
        b"<</Type/Catalog/Pages 2 0 R>>",
        b"<</Type/Pages/Count 1/Kids[3 0 R]>>",
        b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R/Resources<</XObject<</X 5 0 R>>>>>>",
        b"<</Length %d>>stream\n%s\nendstream" % (len(content), content),
        form + b"/X Do /X Do \nendstream",
    )
    numbered = (b"%d 0 obj\n%s\nendobj\n" % (number, body) for number, body in enumerate(objects, start=1))
    return b"%PDF-1.7\n" + b"".join(numbered) + b"trailer<</Size 6/Root 1 0 R>>\n%%EOF\n"


def set_down(x: float, y: float, *rows: str, leading: float = 14) -> list[tuple[float, float, str]]:
    """Set rows one under the other."""
    return [(x, y - leading * place, row) for place, row in enumerate(rows)]
