"""Plain text and Markdown, in whatever encoding it was saved, into lines."""

import re

from shp_gov.importers.pack.lines import Line
from shp_gov.inspection.kinds import text_encoding

LINE_END = re.compile(r"\r\n|\r|\n")
PAGE_END = "\f"
SPACES = dict.fromkeys(map(ord, "\xa0\u2002\u2003\u2007\u2009\u200a\u202f\x0b\x1b"), " ")
NOT_PRINTED = dict.fromkeys(
    [0xAD, 0x200B, 0x200C, 0x200D, 0x2060, 0xFEFF, *range(9), *range(14, 27), *range(28, 32), 0x7F]
)
LIGATURES = {
    ord(joined): apart for joined, apart in zip("ﬀﬁﬂﬃﬄﬅﬆ", ("ff", "fi", "fl", "ffi", "ffl", "st", "st"), strict=True)
}
TIDY = SPACES | NOT_PRINTED | LIGATURES


def read(content: bytes) -> tuple[Line, ...]:
    """Read a text file; each line keeps the number it has in the file."""
    text = content.decode(text_encoding(content) or "utf-8", "replace")
    rows = LINE_END.split(text.removeprefix("\ufeff"))
    if rows and not rows[-1]:
        rows.pop()
    return tuple(_numbered(rows, paged=PAGE_END in text))


def tidy(text: str) -> str:
    """Replace odd spaces by plain ones and joined letters by single ones; drop what is never printed."""
    return text.translate(TIDY).rstrip()


def _numbered(rows: list[str], *, paged: bool) -> list[Line]:
    lines, page = [], 1
    for number, row in enumerate(rows, start=1):
        page += len(row) - len(row.lstrip(PAGE_END))
        lines.append(
            Line(
                number, tidy(row.replace(PAGE_END, " ").strip(" ") if PAGE_END in row else row), page if paged else None
            )
        )
        page += row.lstrip(PAGE_END).count(PAGE_END)
    return lines
