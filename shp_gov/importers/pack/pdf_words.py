"""The words of a PDF, with their places and their type, page by page."""

import ctypes
import math
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

import pypdfium2
from pypdfium2 import raw

from shp_gov.importers.pack.text import tidy

MAX_PAGES = 1_500
MAX_CHARACTERS = 6_000_000
END_OF_LINE_HYPHEN = 2
ITALIC_FLAG, FORCED_BOLD_FLAG, BOLD_WEIGHT = 1 << 6, 1 << 18, 650
BOLD_NAMES, ITALIC_NAMES = ("bold", "black", "heavy", "demi"), ("italic", "oblique")
QUARTER = math.pi / 2
LEAN = 0.05


@dataclass(frozen=True, slots=True)
class Face:
    """How a run of characters is set."""

    size: float
    quarter: int
    bold: bool
    italic: bool


@dataclass(frozen=True, slots=True)
class Word:
    """Some characters with no space in them, set in one way."""

    text: str
    x0: float
    x1: float
    y: float
    face: Face
    is_glued: bool = False


@dataclass(frozen=True, slots=True)
class Page:
    """The words of one page, upright."""

    number: int
    width: float
    words: tuple[Word, ...]


class TooLong(Exception):
    """A PDF of more pages or characters than any pack has."""


class Characters:
    """One page's characters, asked of the PDF library one at a time."""

    def __init__(self, page: pypdfium2.PdfTextPage) -> None:
        self.page = page.raw
        self.count = raw.FPDFText_CountChars(page.raw)
        self._faces: dict[int | None, Face] = {}
        self._numbers = [ctypes.c_double() for _ in range(4)]
        self._matrix = raw.FS_MATRIX()

    def code(self, place: int) -> int:
        """Give the code of one character."""
        return int(raw.FPDFText_GetUnicode(self.page, place))

    def owner(self, place: int) -> int | None:
        """Give the text object a character belongs to; generated spaces belong to none."""
        address = ctypes.cast(raw.FPDFText_GetTextObject(self.page, place), ctypes.c_void_p).value
        return None if address is None else int(address)

    def origin(self, place: int) -> tuple[float, float]:
        """Give the point on the baseline where a character begins."""
        x, y = self._numbers[:2]
        raw.FPDFText_GetCharOrigin(self.page, place, x, y)
        return x.value, y.value

    def end(self, place: int) -> tuple[float, float]:
        """Give the far corner of a character, in the direction of reading."""
        left, right, bottom, top = self._numbers
        raw.FPDFText_GetCharBox(self.page, place, left, right, bottom, top)
        quarter = self.face(place).quarter
        return (left.value if quarter == 2 else right.value, bottom.value if quarter == 3 else top.value)

    def face(self, place: int) -> Face:
        """Say how a character is set."""
        owner = self.owner(place)
        if owner not in self._faces:
            self._faces[owner] = self._read_face(place)
        return self._faces[owner]

    def _read_face(self, place: int) -> Face:
        raw.FPDFText_GetMatrix(self.page, place, self._matrix)
        matrix = self._matrix
        angle = math.atan2(matrix.b, matrix.a) % (4 * QUARTER)
        turn = round(angle / QUARTER)
        is_straight = abs(angle - turn * QUARTER) < LEAN
        name, flags = self._font(place)
        return Face(
            size=round(raw.FPDFText_GetFontSize(self.page, place) * math.hypot(matrix.c, matrix.d), 1) or 1.0,
            quarter=turn % 4 if is_straight else -1,
            bold=any(part in name for part in BOLD_NAMES) or bool(flags & FORCED_BOLD_FLAG),
            italic=any(part in name for part in ITALIC_NAMES)
            or name.endswith(("-it", "-boldit"))
            or bool(flags & ITALIC_FLAG),
        )

    def _font(self, place: int) -> tuple[str, int]:
        name, flags = ctypes.create_string_buffer(128), ctypes.c_int()
        raw.FPDFText_GetFontInfo(self.page, place, name, 128, flags)
        return name.value.decode("utf-8", "replace").lower(), max(flags.value, 0)


def pages_of(document: pypdfium2.PdfDocument) -> Iterator[Page]:
    """Read the words of each page, in order."""
    if len(document) > MAX_PAGES:
        raise TooLong
    seen = 0
    for index in range(len(document)):
        page = document[index]
        words = page.get_textpage()
        characters = Characters(words)
        seen += characters.count
        if seen > MAX_CHARACTERS:
            raise TooLong
        yield _upright(index + 1, tuple(_words(characters)), page.get_size())
        words.close()
        page.close()


def _words(characters: Characters) -> Iterator[Word]:
    """Part the characters of a page at spaces, at cut words' hyphens, and where the type changes inside a word."""
    start, text, is_glued = 0, "", False
    for place in range(characters.count):
        code = characters.code(place)
        character = _printed(code)
        if text and (character.isspace() or _changes_face(characters, start, place, text[-1], character)):
            yield _word(characters, start, place - 1, text, is_glued)
            text, is_glued = "", not character.isspace()
        if character.isspace():
            is_glued = False
            continue
        start, text = (start, text + character) if text else (place, character)
        if code == END_OF_LINE_HYPHEN:
            yield _word(characters, start, place, text, is_glued)
            text, is_glued = "", False
    if text:
        yield _word(characters, start, characters.count - 1, text, is_glued)


def _printed(code: int) -> str:
    """Give a character, or a space where there is nothing to print."""
    if code == END_OF_LINE_HYPHEN:
        return "-"
    return chr(code) if 0 < code < 0xD800 or 0xDFFF < code < 0x110000 else " "


def _changes_face(characters: Characters, start: int, place: int, left: str, right: str) -> bool:
    """Tell whether the type changes here; it is only asked beside a bracket, dash or stop, where it does in words."""
    if left.isalnum() and right.isalnum():
        return False
    return characters.owner(place) != characters.owner(start) and characters.face(place) != characters.face(start)


def _word(characters: Characters, start: int, end: int, text: str, is_glued: bool) -> Word:
    (x0, y), (x1, far) = characters.origin(start), characters.end(end)
    face = characters.face(start)
    # a word up the page is laid down: its place along the line is its height
    along = {1: (y, far, -x0), 2: (-x0, -x1, -y), 3: (-y, -far, x0)}.get(face.quarter, (x0, x1, y))
    return Word(tidy(text), along[0], max(along[:2]), along[2], face, is_glued)


def _upright(number: int, words: tuple[Word, ...], size: tuple[float, float]) -> Page:
    """Keep the words that run the way most of the page runs; a stamp across it is dropped."""
    turns = Counter(word.face.quarter for word in words if word.face.quarter >= 0)
    most = turns.most_common(1)[0][0] if turns else 0
    kept = tuple(word for word in words if word.face.quarter == most and word.text)
    return Page(number, max(size) if most % 2 else size[0], kept)
