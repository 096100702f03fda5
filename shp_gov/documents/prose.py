"""Plain text from the record, as blocks: paragraphs, line breaks and bullet lines are kept."""

import re

from shp_gov.documents.content import Block, Bullets, Text

BULLET = re.compile(r"^(\s*)[-–—•*·▪●○]\s+(?=\S)")
ENDED = re.compile(r"[.:;!?…][)”’\"']*(?:-|–)?\s*$")
FULL_LINE = 80  # a line as long as this was not broken on purpose


def prose(words: str, look: str = "indent") -> list[Block]:
    """Turn plain text into paragraphs and lists."""
    made: list[Block] = []
    for is_list, lines in _stretches(words.replace("\r\n", "\n").replace("\r", "\n").split("\n")):
        made.append(Bullets(tuple(map(_item, lines))) if is_list else Text("\n".join(map(str.strip, lines)), look))
    return made


def _stretches(lines: list[str]) -> list[tuple[bool, list[str]]]:
    """Gather the lines of each list, and of each paragraph."""
    made: list[tuple[bool, list[str]]] = []
    before = ""
    for line in lines:
        is_bullet = bool(BULLET.match(line))
        if line.strip():
            if not before.strip() or made[-1][0] != is_bullet or not (is_bullet or _is_broken_on_purpose(before)):
                made.append((is_bullet, []))
            made[-1][1].append(line)
        before = line
    return made


def _is_broken_on_purpose(line: str) -> bool:
    """Say whether the next line belongs to this one's paragraph, as in an address or a short list."""
    return len(line) < FULL_LINE and not ENDED.search(line)


def _item(line: str) -> tuple[int, str]:
    marker = BULLET.match(line)
    return (1 if marker and marker[1] else 0, BULLET.sub("", line).strip())
