"""What a PDF holds and does not show."""

import io
import re
from collections.abc import Callable, Iterable, Iterator
from typing import Any
from xml.etree.ElementTree import ParseError

import pypdfium2
from lxml import etree
from pypdf import PdfReader
from pypdf.errors import FileNotDecryptedError
from pypdf.generic import ArrayObject, DictionaryObject, IndirectObject, StreamObject

from shp_gov.inspection.hidden import Hidden, HiddenKind
from shp_gov.inspection.markup import DamagedMarkup, ForbiddenMarkup, parse
from shp_gov.inspection.pdf_unseen import unseen_words
from shp_gov.inspection.refusals import FAULTS, TooLong

MOST_PAGES = 1_500
END = re.compile(rb"%%EOF[\r\n]*")
TOOLS = frozenset({"/Producer", "/Creator", "/CreationDate", "/ModDate", "/Trapped", "/GTS_PDFXVersion"})
TOOLS_OF_XMP = frozenset(
    """Producer CreatorTool CreateDate ModifyDate MetadataDate format part conformance Trapped DocumentID InstanceID
    RenditionClass VersionID rev amd lang""".split()
)
KEPT_NOTES = frozenset({"/Link"})
NAMES = {"/Author": "author", "/Title": "title", "/Subject": "subject", "/Keywords": "keywords"}
MOST_WORDS = 300


def look_through(content: bytes) -> Iterator[Hidden]:
    """List all that a PDF holds and does not show."""
    reader = opened(content)
    for look in LOOKS:
        yield from look(reader)
    yield from _earlier(content, reader)
    with pypdfium2.PdfDocument(content) as document:
        for number, words in unseen_words(document):
            yield Hidden(HiddenKind.UNSEEN_WORDS, f"page {number}", words)


def opened(content: bytes) -> PdfReader:
    """Open a PDF that is neither locked nor endless."""
    reader = PdfReader(io.BytesIO(content), strict=False)
    if reader.is_encrypted and not reader.decrypt(""):
        raise FileNotDecryptedError("locked")
    if len(reader.pages) > MOST_PAGES:
        raise TooLong
    return reader


def _root(reader: PdfReader) -> DictionaryObject:
    root: DictionaryObject = reader.trailer["/Root"].get_object()  # type: ignore[assignment]
    return root


def _metadata(reader: PdfReader) -> Iterator[Hidden]:
    info = reader.trailer.get("/Info")
    for key, said in (info.get_object() if info else {}).items():
        if key not in TOOLS and str(said.get_object()).strip():
            yield Hidden(HiddenKind.METADATA, NAMES.get(key, str(key).lstrip("/")), str(said.get_object()))
    for owner in (_root(reader), *reader.pages):
        if "/Metadata" in owner:
            yield from _xmp(owner["/Metadata"].get_object())
        if "/PieceInfo" in owner:
            yield Hidden(
                HiddenKind.METADATA,
                "data of another program",
                " ".join(str(key) for key in _object(owner["/PieceInfo"])),
            )


def _xmp(stream: Any) -> Iterator[Hidden]:
    try:
        root = parse(stream.get_data())
    except (DamagedMarkup, ForbiddenMarkup, ParseError, etree.XMLSyntaxError):
        yield Hidden(HiddenKind.METADATA, "details", stream.get_data().decode("utf-8", "replace")[:MOST_WORDS])
        return
    for element in root.iter():
        said = [(str(element.tag), element.text or ""), *element.attrib.items()]
        for name, words in said:
            local = str(name).rpartition("}")[2]
            if words.strip() and not _is_of_a_tool(element, local):
                yield Hidden(HiddenKind.METADATA, _field(element, local), words.strip())


def _is_of_a_tool(element: Any, name: str) -> bool:
    above = {str(up.tag).rpartition("}")[2] for up in element.iterancestors()}
    return name in TOOLS_OF_XMP or bool(above & TOOLS_OF_XMP) or name in ("about", "parseType", "xmptk", "resource")


def _field(element: Any, name: str) -> str:
    named = (str(up.tag).rpartition("}")[2] for up in (element, *element.iterancestors()))
    return next((each for each in named if each not in ("li", "Seq", "Alt", "Bag")), name)


def _files(reader: PdfReader) -> Iterator[Hidden]:
    for each in _objects(reader):
        if "/EF" in each:
            name = str(each.get("/UF") or each.get("/F") or "a file")
            yield Hidden(HiddenKind.EMBEDDED, name, str(each.get("/Desc", "")))


def _notes(reader: PdfReader) -> Iterator[Hidden]:
    for number, page in enumerate(reader.pages, start=1):
        for note in map(_object, page.get("/Annots", ArrayObject()).get_object() or ()):
            kind = str(note.get("/Subtype", "")) if isinstance(note, DictionaryObject) else ""
            if kind == "/Widget":
                yield Hidden(HiddenKind.FORM_FIELD, f"page {number}", _said(note, "/T", "/V"))
            elif kind and kind not in KEPT_NOTES and kind != "/Popup":
                yield Hidden(HiddenKind.NOTE, f"page {number}", _said(note, "/T", "/Contents", "/RC"))
    if "/XFA" in (_object(_root(reader).get("/AcroForm")) or {}):
        yield Hidden(HiddenKind.FORM_FIELD, "the whole file")


def _said(note: DictionaryObject, *keys: str) -> str:
    return ": ".join(str(_object(note[key])) for key in keys if key in note)


def _actions(reader: PdfReader) -> Iterator[Hidden]:
    for each in _objects(reader):
        kind = _object(each.get("/S"))
        if "/JS" in each or (isinstance(kind, str) and kind in RUNS):
            yield Hidden(HiddenKind.ACTION, str(kind or "/JavaScript").lstrip("/"), _code(each))


RUNS = frozenset(
    """/JavaScript /Launch /SubmitForm /ImportData /GoToR /GoToE /Rendition /RichMediaExecute /Sound /Movie /ResetForm
    /Hide /SetOCGState""".split()
)


def _code(action: DictionaryObject) -> str:
    said = _object(action.get("/JS") or action.get("/F") or action.get("/Win") or "")
    words = said.get_data().decode("utf-8", "replace") if isinstance(said, StreamObject) else str(said)
    return words[:MOST_WORDS]


def hidden_layers(reader: PdfReader) -> Iterator[Hidden]:
    """List the layers that are switched off on screen, in print or for export."""
    properties = _object(_root(reader).get("/OCProperties")) or {}
    usual = _object(properties.get("/D")) or {}
    everything = [_object(each) for each in _object(properties.get("/OCGs")) or ()]
    off = [_object(each) for each in _object(usual.get("/OFF")) or ()]
    if _object(usual.get("/BaseState")) == "/OFF":
        shown = [_object(each) for each in _object(usual.get("/ON")) or ()]
        off = [each for each in everything if each not in shown]
    off += [each for each in everything if each not in off and _is_off_in_use(each)]
    for layer in off:
        yield Hidden(HiddenKind.LAYER, str(layer.get("/Name", "without a name")))


def _is_off_in_use(layer: Any) -> bool:
    usage = _object(layer.get("/Usage")) or {}
    states = [_object(_object(usage.get(use)) or {}) for use in ("/View", "/Print", "/Export")]
    return any(_object(state.get(f"{use}State")) == "/OFF" for state, use in zip(states, USES, strict=True))


USES = ("/View", "/Print", "/Export")


def _left_over(reader: PdfReader) -> Iterator[Hidden]:
    """Find text that no page leads to: parts of before, which a rewritten file would not have."""
    reached = _reached(reader)
    for number in sorted({each for each, _ in _numbers(reader)} - reached):
        found = reader.get_object(number)
        words = _text_of(found) if isinstance(found, StreamObject) else ""
        if words:
            yield Hidden(HiddenKind.LEFT_OVER, f"part {number}", words)


def _text_of(stream: StreamObject) -> str:
    """Give the words that a stream would write on a page, where it would write any."""
    if stream.get("/Type") in ("/XRef", "/ObjStm", "/Metadata") or "/Length1" in stream:
        return ""
    data = stream.get_data()
    shown = re.findall(rb"\(((?:[^()\\]|\\.)*)\)\s*(?:Tj|'|\")|\[((?:[^\[\]])*)\]\s*TJ", data)
    return b" ".join(one or b"".join(re.findall(rb"\(([^()]*)\)", two)) for one, two in shown).decode("latin-1")[
        :MOST_WORDS
    ]


def _numbers(reader: PdfReader) -> list[tuple[int, int]]:
    numbers = [(number, generation) for generation, table in reader.xref.items() for number in table]
    return [*numbers, *((number, 0) for number in reader.xref_objStm)]


def _reached(reader: PdfReader) -> set[int]:
    seen: set[int] = set()
    waiting: list[Any] = [reader.trailer.get(key) for key in ("/Root", "/Info", "/Encrypt")]
    while waiting:
        each = waiting.pop()
        if isinstance(each, IndirectObject):
            if each.idnum in seen:
                continue
            seen.add(each.idnum)
            each = each.get_object()
        if isinstance(each, DictionaryObject):
            waiting += [each.raw_get(key) for key in each]
        elif isinstance(each, ArrayObject):
            waiting += list(list.__iter__(each))
    return seen


def _objects(reader: PdfReader) -> Iterator[DictionaryObject]:
    """Give every dictionary of a PDF, those inside others too."""
    seen: set[int] = set()
    waiting: list[Any] = [_root(reader)]
    while waiting:
        each = waiting.pop()
        if isinstance(each, IndirectObject):
            if each.idnum in seen:
                continue
            seen.add(each.idnum)
            each = each.get_object()
        if isinstance(each, DictionaryObject):
            yield each
            waiting += [each.raw_get(key) for key in each]
        elif isinstance(each, ArrayObject):
            waiting += list(list.__iter__(each))


def _object(value: Any) -> Any:
    return value.get_object() if isinstance(value, IndirectObject) else value


def _earlier(content: bytes, reader: PdfReader) -> Iterator[Hidden]:
    """Find the versions that were saved over: their words are all still there."""
    ends = [found.end() for found in END.finditer(content)]
    is_linear = b"/Linearized" in content[:2048]
    for number, end in enumerate(ends[1 if is_linear else 0 : -1], start=1):
        yield Hidden(HiddenKind.EARLIER_VERSION, f"version {number}", _only_there(content[:end], reader))


def _only_there(before: bytes, now: PdfReader) -> str:
    try:
        words = _words(PdfReader(io.BytesIO(before), strict=False).pages)
    except FAULTS:
        return "It cannot be read."
    kept = set(_words(now.pages))
    return " ".join(dict.fromkeys(word for word in words if word not in kept))[:MOST_WORDS]


def _words(pages: Iterable[Any]) -> list[str]:
    return [word for page in pages for word in page.extract_text().split()]


LOOKS: tuple[Callable[[PdfReader], Iterator[Hidden]], ...] = (
    _metadata,
    _files,
    _notes,
    _actions,
    hidden_layers,
    _left_over,
)
