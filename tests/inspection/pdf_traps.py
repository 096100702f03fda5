"""PDFs with one trap each, made here: the planted word is in the file, and nobody who looks at it sees it."""

import io
from collections.abc import Callable, Mapping

from pypdf import PdfWriter
from pypdf.annotations import FreeText, Text
from pypdf.generic import ArrayObject, DictionaryObject, NameObject, StreamObject, TextStringObject
from reportlab.lib.colors import black, white
from reportlab.pdfgen.canvas import Canvas

from shp_gov.inspection.hidden import HiddenKind
from tests.inspection.traps import PLANTED, SHOWN, Trap


def a_pdf(*draw: Callable[[Canvas], None]) -> bytes:
    """Draw a PDF of one page with a line that is seen."""
    file = io.BytesIO()
    canvas = Canvas(file)
    canvas.setFont("Helvetica", 14)
    canvas.drawString(72, 720, SHOWN)
    for each in draw:
        each(canvas)
    canvas.save()
    return _without_info(file.getvalue())


def _without_info(content: bytes) -> bytes:
    """Take out what the drawing program says of itself."""
    writer = PdfWriter(clone_from=io.BytesIO(content))
    writer.metadata = None
    return written(writer)


def written(writer: PdfWriter) -> bytes:
    """Write a PDF."""
    file = io.BytesIO()
    writer.write(file)
    return file.getvalue()


def changed(change: Callable[[PdfWriter], None]) -> bytes:
    """Make a PDF that was changed after it was drawn."""
    writer = PdfWriter(clone_from=io.BytesIO(a_pdf()))
    change(writer)
    return written(writer)


def _under_a_box(canvas: Canvas) -> None:
    canvas.drawString(72, 500, PLANTED)
    canvas.setFillColor(black)
    canvas.rect(60, 490, 200, 30, stroke=0, fill=1)


def _white(canvas: Canvas) -> None:
    canvas.setFillColor(white)
    canvas.drawString(72, 500, PLANTED)


def _off_the_page(canvas: Canvas) -> None:
    canvas.drawString(72, -200, PLANTED)


def _invisible(canvas: Canvas) -> None:
    text = canvas.beginText(72, 500)
    text.setTextRenderMode(3)
    text.textOut(PLANTED)
    canvas.drawText(text)


def _turned() -> bytes:
    writer = PdfWriter(clone_from=io.BytesIO(a_pdf(_under_a_box)))
    writer.pages[0].rotate(90)
    return written(writer)


def _script(writer: PdfWriter) -> None:
    writer.root_object[NameObject("/OpenAction")] = DictionaryObject(
        {NameObject("/S"): NameObject("/JavaScript"), NameObject("/JS"): TextStringObject(f"app.alert('{PLANTED}')")}
    )


def _launch(writer: PdfWriter) -> None:
    writer.root_object[NameObject("/OpenAction")] = DictionaryObject(
        {NameObject("/S"): NameObject("/Launch"), NameObject("/F"): TextStringObject(PLANTED)}
    )


def _xmp(writer: PdfWriter) -> None:
    stream = StreamObject()
    stream.set_data(
        '<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">'
        '<rdf:Description xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:creator><rdf:Seq>'
        f"<rdf:li>{PLANTED}</rdf:li></rdf:Seq></dc:creator></rdf:Description></rdf:RDF></x:xmpmeta>".encode()
    )
    stream[NameObject("/Type")], stream[NameObject("/Subtype")] = NameObject("/Metadata"), NameObject("/XML")
    writer.root_object[NameObject("/Metadata")] = writer._add_object(stream)


def _layer(writer: PdfWriter) -> None:
    layer = writer._add_object(
        DictionaryObject({NameObject("/Type"): NameObject("/OCG"), NameObject("/Name"): TextStringObject("Draft")})
    )
    usual = DictionaryObject({NameObject("/OFF"): ArrayObject([layer])})
    writer.root_object[NameObject("/OCProperties")] = DictionaryObject(
        {NameObject("/OCGs"): ArrayObject([layer]), NameObject("/D"): usual}
    )
    page = writer.pages[0]
    page["/Resources"][NameObject("/Properties")] = DictionaryObject({NameObject("/MC0"): layer})
    stream = StreamObject()
    stream.set_data(f"/OC /MC0 BDC BT /F1 12 Tf 72 400 Td ({PLANTED}) Tj ET EMC".encode())
    page[NameObject("/Contents")] = ArrayObject([page["/Contents"].indirect_reference, writer._add_object(stream)])


def _left_over(writer: PdfWriter) -> None:
    stream = StreamObject()
    stream.set_data(f"BT /F1 12 Tf ({PLANTED}) Tj ET".encode())
    writer._add_object(stream)


def _saved_over() -> bytes:
    """Draw the planted word, then save over it as editing programs do: by adding to the end."""
    first = a_pdf(lambda canvas: canvas.drawString(72, 500, PLANTED))
    writer = PdfWriter(io.BytesIO(first), incremental=True)
    stream = StreamObject()
    stream.set_data(f"BT /F1 14 Tf 72 720 Td ({SHOWN}) Tj ET".encode())
    writer.pages[0][NameObject("/Contents")] = writer._add_object(stream)
    return written(writer)


def _field(canvas: Canvas) -> None:
    canvas.acroForm.textfield(name="case", value=PLANTED, x=72, y=400, width=200, height=20)


PDF_TRAPS: Mapping[str, Trap] = {
    "an author": Trap(lambda: changed(lambda pdf: pdf.add_metadata({"/Author": PLANTED})), HiddenKind.METADATA),
    "an author in XMP": Trap(lambda: changed(_xmp), HiddenKind.METADATA),
    "an attached file": Trap(
        lambda: changed(lambda pdf: pdf.add_attachment("case.txt", PLANTED.encode()) and None), HiddenKind.EMBEDDED
    ),
    "a note": Trap(
        lambda: changed(lambda pdf: pdf.add_annotation(0, Text(text=PLANTED, rect=(50, 550, 80, 580))) and None),
        HiddenKind.NOTE,
    ),
    "words typed over": Trap(
        lambda: changed(lambda pdf: pdf.add_annotation(0, FreeText(text=PLANTED, rect=(50, 550, 200, 580))) and None),
        HiddenKind.NOTE,
    ),
    "a script": Trap(lambda: changed(_script), HiddenKind.ACTION),
    "a program to start": Trap(lambda: changed(_launch), HiddenKind.ACTION),
    "an earlier version": Trap(_saved_over, HiddenKind.EARLIER_VERSION),
    "a part that no page leads to": Trap(lambda: changed(_left_over), HiddenKind.LEFT_OVER),
    "words under a black box": Trap(lambda: a_pdf(_under_a_box), HiddenKind.UNSEEN_WORDS),
    "words under a box on a turned page": Trap(_turned, HiddenKind.UNSEEN_WORDS),
    "white words": Trap(lambda: a_pdf(_white), HiddenKind.UNSEEN_WORDS),
    "invisible words": Trap(lambda: a_pdf(_invisible), HiddenKind.UNSEEN_WORDS),
    "words off the page": Trap(lambda: a_pdf(_off_the_page), HiddenKind.UNSEEN_WORDS),
    "a hidden layer": Trap(lambda: changed(_layer), HiddenKind.LAYER),
    "a form field": Trap(lambda: a_pdf(_field), HiddenKind.FORM_FIELD),
}
