"""A structure tree for ReportLab pages: what a screen reader reads, and in which order."""

from __future__ import annotations

from typing import Any
from xml.sax.saxutils import escape

from reportlab.pdfbase import pdfdoc
from reportlab.pdfbase.pdfdoc import PDFArray, PDFDictionary, PDFName
from reportlab.pdfgen.canvas import Canvas
from reportlab.pdfgen.textobject import PDFTextObject

XMP = (
    '<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?><x:xmpmeta xmlns:x="adobe:ns:meta/">'
    '<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"><rdf:Description rdf:about="" '
    'xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title><rdf:Alt><rdf:li xml:lang="x-default">{title}</rdf:li>'
    "</rdf:Alt></dc:title><dc:language><rdf:Bag><rdf:li>en-GB</rdf:li></rdf:Bag></dc:language></rdf:Description>"
    '</rdf:RDF></x:xmpmeta><?xpacket end="w"?>'
)


class Element:
    """One node of the tree. Its kids are nodes, or marks on a page as (page, mark)."""

    def __init__(self, tag: str, parent: Element | None = None, table: dict[str, Any] | None = None) -> None:
        self.tag, self.parent, self.table = tag, parent, table or {}
        self.kids: list[Element | tuple[int, int]] = []
        if parent is not None:
            parent.kids.append(self)

    def rooted(self, root: Element) -> Element:
        """Hang the whole branch under the document, where it is first drawn."""
        top = self
        while top.parent is not None:
            top = top.parent
        if top is not root:
            top.parent = root
            root.kids.append(top)
        return self


class SpacedText(PDFTextObject):
    """Writes spaces that a reader can read: one at the end of a wrapped line, and plain ones for those that hold."""

    def _textOut(self, text: str, TStar: int = 0) -> None:  # noqa: N802, N803
        if TStar and not text.endswith(" "):
            text += " "
        super()._textOut(text.replace("\xa0", " "), TStar)  # type: ignore[misc]


class TaggedCanvas(Canvas):
    """A canvas on which everything drawn belongs to an element or is decoration."""

    _code: list[str]
    _doc: Any

    def __init__(self, *args: Any, **settings: Any) -> None:
        super().__init__(*args, **settings)
        self.root, self.is_open, self.headings = Element("Document"), False, 0
        self.page_marks: list[list[Element]] = []
        self.marks: list[Element] = []

    def begin(self, element: Element) -> bool:
        """Open marked content for an element; False inside another: a paragraph in a table cell belongs to the cell."""
        if self.is_open:
            return False
        element.kids.append((len(self.page_marks), len(self.marks)))
        self._code.append(f"/{element.tag} <</MCID {len(self.marks)}>> BDC")
        self.marks.append(element)
        self.is_open = True
        return True

    def artifact(self, kind: str = "Layout") -> bool:
        """Open decoration, which nobody reads aloud."""
        if self.is_open:
            return False
        self._code.append(f"/Artifact <</Type /{kind}>> BDC")
        self.is_open = True
        return True

    def end(self, opened: bool = True) -> None:
        """Close what begin() or artifact() opened."""
        if opened:
            self._code.append("EMC")
            self.is_open = False

    def bookmark(self, title: str, level: int) -> None:
        """Add a heading to the list at the side of the page."""
        self.headings += 1
        key = f"heading-{self.headings}"
        self.bookmarkPage(key)
        self.addOutlineEntry(title, key, level=level, closed=0)

    def beginText(self, x: float = 0, y: float = 0, direction: Any = None) -> SpacedText:  # noqa: N802
        return SpacedText(self, x, y, direction=direction)

    def showPage(self) -> None:  # noqa: N802
        super().showPage()
        page = self._doc.Pages.pages[-1]
        page.__NoDefault__ = [*page.__NoDefault__, "StructParents", "Tabs"]
        page.StructParents, page.Tabs = len(self.page_marks), PDFName("S")
        self.page_marks.append(self.marks)
        self.marks = []

    def save(self) -> None:
        if self._code:
            self.showPage()
        self._write_tree()
        super().save()

    def _write_tree(self) -> None:
        doc = self._doc
        tree = PDFDictionary({"Type": PDFName("StructTreeRoot")})
        pages = [doc.Reference(page) for page in doc.Pages.pages]
        references: dict[int, Any] = {}
        tree["K"] = PDFArray([self._emit(self.root, doc.Reference(tree), pages, references)])
        numbers: list[Any] = []
        for number, marks in enumerate(self.page_marks):
            numbers += [number, doc.Reference(PDFArray([references[id(mark)] for mark in marks]))]
        tree["ParentTree"] = doc.Reference(PDFDictionary({"Nums": PDFArray(numbers)}))
        tree["ParentTreeNextKey"] = len(self.page_marks)
        doc.Catalog.StructTreeRoot = tree
        doc.Catalog.MarkInfo = PDFDictionary({"Marked": "true"})
        self.setViewerPreference("DisplayDocTitle", "true")
        packet = XMP.format(title=escape(str(doc.info.title))).encode()
        doc.Catalog.Metadata = pdfdoc.XMP(creator=lambda _doc: packet)

    def _emit(self, element: Element, parent: Any, pages: list[Any], references: dict[int, Any]) -> Any:
        node = PDFDictionary({"Type": PDFName("StructElem"), "S": PDFName(element.tag), "P": parent})
        references[id(element)] = reference = self._doc.Reference(node)
        node["K"] = PDFArray(
            [
                self._emit(kid, reference, pages, references)
                if isinstance(kid, Element)
                else PDFDictionary({"Type": PDFName("MCR"), "Pg": pages[kid[0]], "MCID": kid[1]})
                for kid in element.kids
            ]
        )
        if element.table:
            node["A"] = PDFDictionary({"O": PDFName("Table"), **element.table})
        return reference


class TableTags:
    """Table(renderCB=…): rows and cells. A heading row repeated on the next page is decoration there."""

    def __init__(self, span: int = 1, *, has_heads: bool = True) -> None:
        self.element: Element | None = None
        self.row: Element | None = None
        self.span, self.has_heads, self.is_continued = span, has_heads, False

    def __call__(self, table: Any, command: str, *args: Any) -> None:
        canvas = table.canv
        if command == "startTable":
            self.is_continued = self.element is not None
            self.element = self.element or Element("Table", canvas.root)
        elif command in ("startBG", "startLines"):
            canvas.artifact()
        elif command in ("endBG", "endLines", "endCell"):
            canvas.end()
        elif command == "startRow":
            is_repeated = self.is_continued and self.has_heads and args[0] == 0
            self.row = None if is_repeated else Element("TR", self.element)
        elif command == "startCell":
            self._start_cell(canvas, args[0], args[1])

    def _start_cell(self, canvas: TaggedCanvas, row: int, column: int) -> None:
        if self.row is None:
            canvas.artifact("Pagination")
        elif row == 0 and self.has_heads:
            spans = {"ColSpan": self.span} if self.span > 1 and column == 0 else {}
            canvas.begin(Element("TH", self.row, table={"Scope": PDFName("Column"), **spans}))
        elif column == 0:
            canvas.begin(Element("TH", self.row, table={"Scope": PDFName("Row")}))
        else:
            canvas.begin(Element("TD", self.row))
