"""Substitutes: who came in whose place, as a sentence or in brackets after a name."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from shp_gov.importers.pack.entries import Entry, entry_of
from shp_gov.importers.pack.people import head_person, is_person, people_apart
from shp_gov.importers.pack.reading import Source
from shp_gov.importers.pack.rows import Row, is_cut_short, join_words

_AS_SUBSTITUTE = re.compile(
    r"[,;]?\s*[(\[]?\s*\b(?:(?:was|were|who was|who were|also)\s+)?"
    r"(?:(?:in attendance|attended|present|attending|acting|here)\s+){0,2}(?:as\s+)?(?:(?:a|the|named"
    r"|nominated)\s+){0,3}"
    r"(?:substitut(?:e|es|ing|ed)|sub|deputis(?:ing|ed)|deputy)(?:\s+member)?"
    r"\s*(?:(?:for|on behalf of)\b|[:–-])\s*"
    r"|\s+(?-i:vice (?=[A-Z]))"
    r"|[,;]?\s*[(\[]?\s*\b(?:was |were )?(?:attending|attended|in attendance|present)\s+on behalf of\s+"
    r"|\s*[(\[]\s*(?:on behalf of|for|representing)\s+(?=(?:Councillor|Cllr|Mr|Mrs|Ms|Dr|[A-Z][a-z]+ [A-Z]))",
    re.IGNORECASE,
)
_LEAD_IN = re.compile(
    r"^(?:in accordance with|under|pursuant to)\b.{0,120}?(?:rule|paragraph|section|order|procedure)s?\s+[\w.]+"
    r"(?:\s*\([ivx\d\w]+\))*\s*,?\s*(?:the following substitutions? .{0,40}?:\s*)?",
    re.IGNORECASE,
)
_LONGEST_LIST = 3000
_JOINT = re.compile(r"[,;.]?\s+and\s+|[,;]\s+|\.\s+(?=[A-Z])|\)\s+(?=[A-Z])")


@dataclass(frozen=True, slots=True)
class Substitution:
    """One person in the place of another."""

    entry: Entry
    replaced: str


@dataclass
class _Sentence:
    words: str
    source: Source


def part_substitutes(rows: Sequence[Row]) -> tuple[list[Row], list[Substitution]]:
    """Part what is printed about substitutes, wrapped as it may be, from the other rows."""
    rows = [piece for row in rows for piece in _listed_apart(row)]
    others: list[Row] = []
    sentences: list[_Sentence] = []
    is_open = False
    for place, row in enumerate(rows):
        following = rows[place + 1] if place + 1 < len(rows) else None
        if is_open and row.gap == 0 and _carries_on(sentences[-1].words, row):
            _extend(sentences[-1], row)
        elif _begins(row, following):
            sentences.append(_Sentence(_words(row), Source(row.number, row.number, row.page)))
            is_open = True
        else:
            others.append(row)
            is_open = False
    return others, [found for sentence in sentences for found in _substitutions(sentence)]


def _listed_apart(row: Row) -> list[Row]:
    """Part a list of people in which only some stand in for others; a sentence about substitutes stays whole."""
    words = _words(row)
    if len(words) > _LONGEST_LIST or not _AS_SUBSTITUTE.search(words) or _LEAD_IN.match(words):
        return [row]
    pieces = [piece.text for piece in people_apart(words)]
    plain = [piece for piece in pieces if not _AS_SUBSTITUTE.search(piece)]
    return (
        [replace(row, text=piece, gap=row.gap if place == 0 else 1) for place, piece in enumerate(pieces)]
        if len(plain) > 1
        else [row]
    )


def _words(row: Row) -> str:
    return row.text.replace("\t", ", ")


def _begins(row: Row, following: Row | None) -> bool:
    words = _words(row)
    if _AS_SUBSTITUTE.search(words) or _LEAD_IN.match(words):
        return True
    if following is None or following.gap or row.bullet:
        return False
    match = _AS_SUBSTITUTE.search(f"{words} {_words(following)}")
    return match is not None and match.start() <= len(words) and match.end() > len(words) + 1


def _carries_on(last: str, row: Row) -> bool:
    if (
        is_cut_short(last)
        or last.count("(") > last.count(")")
        or re.search(r"\b(?:as|substitute|attendance|was)$", last)
    ):
        return True
    return not row.bullet and not head_person(_words(row))


def _extend(sentence: _Sentence, row: Row) -> None:
    sentence.words = join_words(sentence.words, _words(row))
    sentence.source = replace(sentence.source, last=row.number)


def _substitutions(sentence: _Sentence) -> list[Substitution]:
    words = _LEAD_IN.sub("", sentence.words)
    found: list[Substitution] = []
    marks = list(_AS_SUBSTITUTE.finditer(words))
    ends = [*(mark.start() for mark in marks[1:]), len(words)][: len(marks)]
    substitute = _last_person(words[: marks[0].start()]) if marks else ""
    for mark, end in zip(marks, ends, strict=True):
        replaced, role, following = _after(words[mark.end() : end], bracketed="(" in mark.group())
        if substitute and replaced:
            found.append(_substitution(f"{substitute}, {role}" if role else substitute, replaced, sentence.source))
        substitute = following
    return found


def _after(piece: str, *, bracketed: bool) -> tuple[str, str, str]:
    """Part who was replaced, what else is said of the substitute, and who stands in next."""
    if bracketed and ")" in piece:
        replaced, _, role = piece.partition(")")
        return replaced, role.strip(" ,;.–-"), ""
    for joint in _JOINT.finditer(piece):
        before, following = piece[: joint.start()], piece[joint.end() :]
        closes = joint.group().startswith(")")
        if before and head_person(following) and (closes or before.count("(") == before.count(")")):
            return piece[: joint.start() + closes], "", following
    return piece, "", ""


def _last_person(words: str) -> str:
    """Find the substitute at the end of what stands before "as substitute for"."""
    words = words.strip(" ,;.(")
    if head_person(words):
        return words
    tokens = words.split()
    for count in (5, 4, 3, 2):
        tail = " ".join(tokens[-count:])
        if len(tokens) >= count and is_person(tail):
            return tail
    return words if 0 < len(tokens) <= 6 else ""


def _substitution(words: str, replaced: str, source: Source) -> Substitution:
    return Substitution(entry_of(words, source), _name_alone(replaced))


def _name_alone(words: str) -> str:
    words = words.strip(" .;,()")
    head = head_person(re.split(r"[()]", words)[0])
    return head[0] if head else re.split(r"\s*[,()]", words)[0].strip()
