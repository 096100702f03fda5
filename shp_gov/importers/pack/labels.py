"""Numbers and bullets that stand before a line, and the tabs after them."""

import re

BULLETS = "•●▪■◦○□‣∙·➢➤✓✔❖►▶◆◇⁃\uf0b7\uf0a7\uf0d8\uf0fc\uf076\uf0a8\uf02d\uf06f\uf0e0"
DASHES = "–—-"
ROMAN = r"(?:x{0,3}(?:ix|iv|v?i{0,3})|X{0,3}(?:IX|IV|V?I{0,3}))"
NUMBER = re.compile(
    rf"(?:\d{{1,3}}(?:\.\d{{1,3}}){{0,4}}[.)]?|\(\d{{1,3}}\)|\(?{ROMAN}[.)]|\(?[a-zA-Z][.)]|[A-Z]?\d{{1,3}}[.)])"
)
AFTER_LABEL = re.compile(rf"^({NUMBER.pattern}|[{BULLETS}{DASHES}]|[^\t]{{1,40}}:\**)\s*\t\s*")
LEADING_BULLET = re.compile(rf"^[{BULLETS}]\s*")
GLUED_LABEL = re.compile(r"^(\([ivxl]+\)|\(\d+\)|\([a-z]\))(?=[A-Z])")
PAGE_REFERENCE = re.compile(
    r"\(?(?:(?:pages?|pp?\.?)\s*\d{1,4}(?:\s*(?:-|–|to)\s*\d{1,4})?|\d{1,4}\s*(?:-|–|to)\s*\d{1,4})\)?", re.IGNORECASE
)
RANKS = r"Councillor|Cllr|Chief|Superintendent|Inspector|Sergeant|Dr|Mr|Mrs|Ms|Miss|Rev|Professor|Sir|Dame|Lord|Lady"
NAME = r"[A-Z][\w’'.-]+"
ENTRY = re.compile(rf"(?:{RANKS})\b|{NAME}(?: {NAME}){{1,4}}(?: \([^)]*\))?,|.*\(vacan")
NAME_ALONE = re.compile(r"[A-Z][\w’'.-]*(?: [A-Z][\w’'.-]*){1,5}|\(?Vacan.*")
TABS = re.compile(r" *\t[ \t]*")


def is_page_reference(text: str) -> bool:
    """Tell a reference to pages of the pack standing alone: 3 - 8 or (Pages 3 to 8), not a bare number."""
    return bool(PAGE_REFERENCE.fullmatch(text))


def is_bullet(text: str) -> bool:
    """Tell a bullet standing alone."""
    return len(text) == 1 and (text in BULLETS or text in DASHES)


def is_number(text: str) -> bool:
    """Tell a numeral standing alone: 4. or 4.1 or (iv) or b)."""
    return bool(NUMBER.fullmatch(text)) and text not in ("(", ".", ")", "()", "(.")


def is_bare_number(text: str) -> bool:
    """Tell a numeral with no stop or bracket, which may as well be a number in a sentence."""
    return text.isdigit()


def is_label(text: str) -> bool:
    """Tell a bullet or numeral standing alone."""
    return is_bullet(text) or is_number(text)


def begins_with_a_name(text: str) -> bool:
    """Tell a line that looks like an entry in a list of people: a rank, a name before a comma, a vacancy."""
    return bool(ENTRY.match(text))


def is_name_alone(text: str) -> bool:
    """Tell a line that says nothing but a name, or that a seat is vacant."""
    return bool(NAME_ALONE.fullmatch(text))


def labelled(label: str, text: str) -> str:
    """Set a label before its words, and no second bullet after a bullet."""
    words = text.removeprefix("- ") if label.endswith("-") else text
    return f"{label} {words}" if label else words


def plain(text: str) -> str:
    """Set a line as Markdown has it: a dash for its bullet, one space after its numeral, one tab between columns."""
    text = GLUED_LABEL.sub(r"\1 ", AFTER_LABEL.sub(r"\1 ", text.strip()))
    return LEADING_BULLET.sub("- ", TABS.sub("\t", text))
