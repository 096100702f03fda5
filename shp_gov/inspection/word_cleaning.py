"""A Word file with nothing in it that it does not show: changes accepted, everything else taken out."""

import io
import re
import zipfile
from collections.abc import Callable

from lxml import etree

from shp_gov.inspection.markup import Element
from shp_gov.inspection.word_hidden import CHANGED, READS_A_FILE, is_seen
from shp_gov.inspection.word_parts import (
    CHUNK,
    COMMENTS,
    CUSTOM,
    EMBEDDED,
    MACROS,
    PROPERTIES,
    STORIES,
    W,
    markup,
    parts_of,
    words_in,
)
from shp_gov.inspection.word_unseen import Unseen

THUMBNAIL = re.compile(
    r"^docProps/thumbnail\.|^docProps/custom\.xml$|^docMetadata/|^word/(?:printerSettings|stylesWithEffects)"
)
GOES = (COMMENTS, EMBEDDED, CHUNK, MACROS, CUSTOM, THUMBNAIL, PROPERTIES)
TAKEN_OUT = tuple(f"{W}{name}" for name in ("del", "moveFrom", "object", "control", "altChunk", "permStart", "permEnd"))
MARKS = tuple(
    f"{W}{name}"
    for name in (
        *("commentRangeStart", "commentRangeEnd", "commentReference", "annotationRef"),
        *("moveFromRangeStart", "moveFromRangeEnd", "moveToRangeStart", "moveToRangeEnd"),
        *("customXmlInsRangeStart", "customXmlInsRangeEnd", "customXmlDelRangeStart", "customXmlDelRangeEnd"),
        *("customXmlMoveFromRangeStart", "customXmlMoveFromRangeEnd", "dataBinding"),
    )
)
UNWRAPPED = (f"{W}ins", f"{W}moveTo")
IN_SETTINGS = tuple(f"{W}{name}" for name in ("docVars", "attachedTemplate", "mailMerge", "trackRevisions", "rsids"))
MACRO_TYPE = b"application/vnd.ms-word.document.macroEnabled.main+xml"
PLAIN_TYPE = b"application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"


def cleaned(content: bytes) -> bytes:
    """Make a copy that holds only what it shows."""
    parts = parts_of(content)
    gone = {name for name in parts if any(pattern.search(name) for pattern in GOES)}
    unseen = Unseen(markup(parts["word/styles.xml"]) if "word/styles.xml" in parts else None)
    made: dict[str, bytes] = {}
    for name, part in parts.items():
        if name not in gone:
            made[name] = _cleaned_part(name, part, gone, unseen)
    return _packed(made)


def _cleaned_part(name: str, part: bytes, gone: set[str], unseen: Unseen) -> bytes:
    if STORIES.match(name):
        return _edited(part, lambda root: _clean_story(root, unseen))
    if name == "word/settings.xml":
        return _edited(part, lambda root: _remove(root, *IN_SETTINGS))
    if name.endswith(".rels"):
        return _edited(part, lambda root: _clean_links(root, name, gone))
    if name == "[Content_Types].xml":
        return _edited(part.replace(MACRO_TYPE, PLAIN_TYPE), lambda root: _clean_types(root, gone))
    return _edited(part, lambda root: None) if name.endswith(".xml") else part


def _edited(part: bytes, edit: Callable[[Element], None]) -> bytes:
    root = markup(part)
    edit(root)
    written: bytes = etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)
    return written


def _clean_story(root: Element, unseen: Unseen) -> None:
    for run in list(root.iter(f"{W}r")):
        if words_in(run) and unseen.why(run):
            _drop(run)
    for row in [mark.getparent().getparent() for mark in root.iter(f"{W}del") if mark.getparent().tag == f"{W}trPr"]:
        _drop(row)
    _join_paragraphs(root)
    _remove(root, *TAKEN_OUT, *MARKS)
    for wrapper in list(root.iter(*UNWRAPPED)):
        _unwrap(wrapper)
    _remove(root, *CHANGED)
    _stop_fields(root)


def _join_paragraphs(root: Element) -> None:
    """Join a paragraph whose end was deleted with the one after it."""
    for paragraph in reversed(list(root.iter(f"{W}p"))):
        following = paragraph.getnext()
        if paragraph.find(f"{W}pPr/{W}rPr/{W}del") is None or following is None or following.tag != f"{W}p":
            continue
        properties = following.find(f"{W}pPr")
        place = 0 if properties is None else 1
        for child in reversed([child for child in paragraph if child.tag != f"{W}pPr"]):
            following.insert(place, child)
        _drop(paragraph)


def _stop_fields(root: Element) -> None:
    """Keep what a field shows; take out the instruction that would fetch it again."""
    for instruction in list(root.iter(f"{W}instrText")):
        if READS_A_FILE.search(instruction.text or ""):
            instruction.text = " QUOTE "
    for field in list(root.iter(f"{W}fldSimple")):
        if READS_A_FILE.search(field.get(f"{W}instr", "")):
            _unwrap(field)


def _clean_links(root: Element, name: str, gone: set[str]) -> None:
    folder = name.partition("_rels/")[0]
    for link in list(root):
        target = str(link.get("Target", ""))
        if link.get("TargetMode") == "External":
            if not is_seen(link):
                link.set("Target", "about:blank") if link.get("Type", "").endswith("/hyperlink") else root.remove(link)
        elif _resolved(folder, target) in gone:
            root.remove(link)


def _resolved(folder: str, target: str) -> str:
    if target.startswith("/"):
        return target[1:]
    steps = [step for step in folder.split("/") if step]
    for step in target.split("/"):
        if step == "..":
            del steps[-1:]
        elif step != ".":
            steps.append(step)
    return "/".join(steps)


def _clean_types(root: Element, gone: set[str]) -> None:
    for entry in list(root):
        if str(entry.get("PartName", "")).lstrip("/") in gone:
            root.remove(entry)


def _remove(root: Element, *tags: str) -> None:
    for element in list(root.iter(*tags)):
        _drop(element)


def _drop(element: Element) -> None:
    parent = element.getparent()
    if parent is not None:
        parent.remove(element)


def _unwrap(element: Element) -> None:
    parent = element.getparent()
    if parent is None:
        return
    place = parent.index(element)
    for child in reversed(list(element)):
        parent.insert(place, child)
    parent.remove(element)


def _packed(parts: dict[str, bytes]) -> bytes:
    """Pack the parts with no time of packing; what the package says of its files comes first."""
    file = io.BytesIO()
    order = sorted(parts, key=lambda name: (name != "[Content_Types].xml", name))
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        for name in order:
            archive.writestr(zipfile.ZipInfo(name), parts[name], zipfile.ZIP_DEFLATED)
    return file.getvalue()
