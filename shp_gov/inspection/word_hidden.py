"""What a Word file holds and does not show."""

import re
from collections.abc import Callable, Iterator, Mapping

from shp_gov.inspection.hidden import Hidden, HiddenKind
from shp_gov.inspection.markup import Element, parse
from shp_gov.inspection.word_parts import (
    CHUNK,
    COMMENTS,
    CUSTOM,
    EMBEDDED,
    MACROS,
    PROPERTIES,
    W,
    markup,
    parts_of,
    stories,
    words_in,
)
from shp_gov.inspection.word_unseen import Unseen

Parts = Mapping[str, bytes]
CHANGES = ("ins", "del", "moveFrom", "moveTo", "rPrChange", "pPrChange", "sectPrChange", "tblPrChange", "trPrChange")
MORE_CHANGES = ("tcPrChange", "cellIns", "cellDel", "cellMerge", "numberingChange", "tblGridChange", "tblPrExChange")
CHANGED = frozenset(f"{W}{name}" for name in (*CHANGES, *MORE_CHANGES))
SAYS_NOTHING = frozenset(
    """Application AppVersion Pages Words Characters Lines Paragraphs TotalTime Template DocSecurity ScaleCrop
    LinksUpToDate CharactersWithSpaces SharedDoc HyperlinksChanged revision created modified language
    HeadingPairs TitlesOfParts HyperlinkBase version lastPrinted""".split()
)
NAMES = {"creator": "author", "lastModifiedBy": "last saved by", "description": "comments", "title": "title"}
OUTSIDE = re.compile(r'TargetMode="External"')
PAGE_OF_THE_WEB = re.compile(r"^(?:https?|mailto|tel):", re.IGNORECASE)
READS_A_FILE = re.compile(r"\b(?:INCLUDETEXT|INCLUDEPICTURE|LINK|DDE|DDEAUTO|DATABASE|RD|PRIVATE|COMMENTS|ADDIN)\b")


def look_through(content: bytes) -> Iterator[Hidden]:
    """List all that a Word file holds and does not show."""
    parts = parts_of(content)
    for look in LOOKS:
        yield from look(parts)


def _comments(parts: Parts) -> Iterator[Hidden]:
    for name in sorted(parts):
        if COMMENTS.match(name) and name != "word/people.xml":
            yield from _each_comment(markup(parts[name]))


def _each_comment(root: Element) -> Iterator[Hidden]:
    for comment in root.iter(f"{W}comment"):
        yield Hidden(HiddenKind.COMMENT, f"by {comment.get(f'{W}author', 'somebody')}", words_in(comment))


def _changes(parts: Parts) -> Iterator[Hidden]:
    for where, root in stories(parts):
        for change in root.iter(*CHANGED):
            did = "taken out" if change.tag in (f"{W}del", f"{W}moveFrom", f"{W}cellDel") else "changed"
            did = "put in" if change.tag in (f"{W}ins", f"{W}moveTo", f"{W}cellIns") else did
            by = change.get(f"{W}author", "somebody")
            yield Hidden(HiddenKind.TRACKED_CHANGE, f"{did} by {by} in {where}", words_in(change))


def _unseen(parts: Parts) -> Iterator[Hidden]:
    unseen = Unseen(markup(parts["word/styles.xml"]) if "word/styles.xml" in parts else None)
    for where, root in stories(parts):
        for run in root.iter(f"{W}r"):
            words = words_in(run)
            if words and (why := unseen.why(run)):
                yield Hidden(HiddenKind.HIDDEN_TEXT, f"{why} in {where}", words)


def _properties(parts: Parts) -> Iterator[Hidden]:
    for name in sorted(parts):
        if PROPERTIES.match(name):
            for element in parse(parts[name]).iter():
                tag = str(element.tag).rpartition("}")[2]
                said = (element.text or "").strip()
                if said and tag not in SAYS_NOTHING and not _is_inside_a_count(element):
                    yield Hidden(HiddenKind.METADATA, NAMES.get(tag, _called(element, tag)), said)


def _called(element: Element, tag: str) -> str:
    parent = element.getparent()
    name = parent.get("name") if parent is not None else None
    return str(name or tag)


def _is_inside_a_count(element: Element) -> bool:
    return any(str(each.tag).rpartition("}")[2] in SAYS_NOTHING for each in element.iterancestors())


def _files(parts: Parts) -> Iterator[Hidden]:
    for name in sorted(parts):
        last = name.rpartition("/")[2]
        if MACROS.search(name):
            yield Hidden(HiddenKind.MACRO, last)
        elif EMBEDDED.match(name) or CHUNK.match(name):
            yield Hidden(HiddenKind.EMBEDDED, last)
        elif CUSTOM.match(name) and "/_rels/" not in name and not last.startswith("itemProps"):
            data = parse(parts[name])
            if words := " ".join("".join(data.itertext()).split()) or len(data):
                yield Hidden(HiddenKind.CUSTOM_DATA, last, str(words))


def _settings(parts: Parts) -> Iterator[Hidden]:
    if "word/settings.xml" in parts:
        for variable in markup(parts["word/settings.xml"]).iter(f"{W}docVar"):
            yield Hidden(HiddenKind.CUSTOM_DATA, variable.get(f"{W}name", ""), variable.get(f"{W}val", ""))


def _links(parts: Parts) -> Iterator[Hidden]:
    """Find what is fetched from elsewhere: a template, a picture, a text of somebody's drive."""
    for name in sorted(parts):
        if name.endswith(".rels") and OUTSIDE.search(parts[name].decode("utf-8", "replace")):
            for link in parse(parts[name]):
                target = link.get("Target", "")
                if link.get("TargetMode") == "External" and not is_seen(link):
                    yield Hidden(HiddenKind.OUTSIDE_LINK, str(link.get("Type", "")).rpartition("/")[2], target)
    for where, root in stories(parts):
        for field in (*root.iter(f"{W}instrText"), *root.iter(f"{W}fldSimple")):
            says = field.text or field.get(f"{W}instr", "")
            if READS_A_FILE.search(says):
                yield Hidden(HiddenKind.OUTSIDE_LINK, f"a field in {where}", says.strip())


def is_seen(link: Element) -> bool:
    """Tell a link to a page of the web, which a reader sees, from one that fetches something."""
    return link.get("Type", "").endswith("/hyperlink") and bool(PAGE_OF_THE_WEB.match(link.get("Target", "")))


LOOKS: tuple[Callable[[Parts], Iterator[Hidden]], ...] = (
    _comments,
    _changes,
    _unseen,
    _properties,
    _files,
    _settings,
    _links,
)
