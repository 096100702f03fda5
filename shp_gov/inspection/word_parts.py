"""A Word file as its parts, and which of them are written text."""

import io
import re
import zipfile
from collections.abc import Iterator, Mapping

from shp_gov.inspection.archives import READING_FAULTS, DamagedArchive, unpack
from shp_gov.inspection.markup import Element, parse

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
STRICT = b"http://purl.oclc.org/ooxml/wordprocessingml/main"
USUAL = b"http://schemas.openxmlformats.org/wordprocessingml/2006/main"
STORIES = re.compile(r"^word/(?:document|header\d*|footer\d*|footnotes|endnotes)\.xml$")
COMMENTS = re.compile(r"^word/(?:comments\w*|people)\.xml$")
EMBEDDED = re.compile(
    r"^word/(?:embeddings|activeX|afchunk\w*|glossary|diagrams/embeddings|charts/embeddings)[/.]", re.I
)
CHUNK = re.compile(r"^word/[^/]+\.(?:docx|docm|html?|mht|rtf|txt)$", re.I)
MACROS = re.compile(r"(?:^|/)(?:vbaProject|vbaData)\.\w+$", re.I)
CUSTOM = re.compile(r"^customXml/", re.I)
PROPERTIES = re.compile(r"^docProps/(?:core|app|custom)\.xml$")
PICTURES = re.compile(r"^word/media/", re.I)
PLACES = {"document": "the text", "footnotes": "a footnote", "endnotes": "an endnote"}
OFF = ("0", "false", "off", "none")


def parts_of(content: bytes) -> dict[str, bytes]:
    """Unpack a Word file that is no bomb."""
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            names = frozenset(name for name in archive.namelist() if not name.endswith("/"))
    except READING_FAULTS as fault:
        raise DamagedArchive("The file is damaged: it cannot be unpacked.") from fault
    return unpack(content, wanted=names)


def markup(part: bytes) -> Element:
    """Parse one part, in the usual names whichever it is written in."""
    return parse(part.replace(STRICT, USUAL))


def stories(parts: Mapping[str, bytes]) -> Iterator[tuple[str, Element]]:
    """Give each part that is written text, with the words for where it is."""
    for name in sorted(parts):
        if STORIES.match(name):
            stem = name.removeprefix("word/").removesuffix(".xml")
            yield (
                PLACES.get(stem, "the head of a page" if stem.startswith("header") else "the foot of a page"),
                markup(parts[name]),
            )


def is_on(properties: Element | None, name: str) -> bool:
    """Tell whether a switch is set among some properties."""
    switch = None if properties is None else properties.find(f"{W}{name}")
    return switch is not None and switch.get(f"{W}val", "1") not in OFF


def value(properties: Element | None, name: str, attribute: str = "val") -> str:
    """Give an attribute of one of some properties, or nothing."""
    found = None if properties is None else properties.find(f"{W}{name}")
    return "" if found is None else str(found.get(f"{W}{attribute}", ""))


def words_in(element: Element) -> str:
    """Give all words inside an element, those that were deleted too."""
    spoken = (f"{W}t", f"{W}delText", f"{W}instrText", f"{W}delInstrText")
    return "".join(each.text or "" for each in element.iter(*spoken)).strip()
