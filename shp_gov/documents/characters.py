"""Any text, made safe to set: nothing crashes, and nothing vanishes in silence."""

import re
import unicodedata
from collections.abc import Container
from xml.sax.saxutils import escape

# Not text at all: controls (but not a new line), surrogates, noncharacters; marks that turn the direction of reading.
NOT_TEXT = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff]")
UNSEEN = re.compile("[\u00ad\u200b-\u200f\u2060-\u2064\ufe00-\ufe0f\ufeff]")
STAND_INS = {"\u2010": "-", "\u2011": "-", "\u2028": "\n", "\u2029": "\n", "\u2002": " ", "\u2003": " ", "\u2009": " "}


def printable(text: str) -> str:
    """Leave out what no paper can hold: control characters and half characters."""
    return NOT_TEXT.sub("", unicodedata.normalize("NFC", text.replace("\r\n", "\n").replace("\t", " ")))


def set_in(text: str, face: Container[int]) -> str:
    """Put a visible stand-in for each character that a typeface does not have."""
    return "".join(_in_face(character, face) for character in UNSEEN.sub("", printable(text)))


def _in_face(character: str, face: Container[int]) -> str:
    if character == "\n" or ord(character) in face:
        return character
    for instead in (STAND_INS.get(character, ""), unicodedata.normalize("NFKC", character)):
        if instead and all(each == "\n" or ord(each) in face for each in instead):
            return instead
    return _described(character)


def _described(character: str) -> str:
    """Say which sign stood here: [thumbs up sign]; a letter of another script by its number: [U+738B]."""
    is_sign = unicodedata.category(character).startswith("S")
    return f"[{unicodedata.name(character, '').lower() if is_sign else ''}]".replace("[]", f"[U+{ord(character):04X}]")


def marked_up(text: str, face: Container[int]) -> str:
    """Escape text for a paragraph; a new line stays a new line."""
    return escape(set_in(text, face)).replace("\n", "<br/>")
