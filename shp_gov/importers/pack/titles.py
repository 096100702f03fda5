"""The title of an item, and who presents it."""

import re
from collections.abc import Collection
from dataclasses import dataclass

from shp_gov.domain.names import person_name
from shp_gov.importers.pack.entries import is_organisation, is_role
from shp_gov.importers.pack.people import head_person, is_person
from shp_gov.importers.pack.vocabulary import GIVEN_NAMES, ROLE_WORDS, TITLE_OF_A_PAPER_WORDS

_ENCLOSURE = re.compile(
    r"\s*[(\[]?\b(?:pages?|pp\.?)\s*:?\s*\d+(?:\s*(?:[-–]|to|and)\s*\d+)?[)\]]?\s*$"
    r"|\s*[(\[](?:attached|enclosed?|to follow|verbal|paper|enc\.?|appendix \w+|verbal (?:report|update"
    r"|item)|report (?:attached|to follow)|copy attached|presentation|paper \w+|for (?:information"
    r"|decision|discussion|noting|approval))[)\]]\s*$"
    r"|\s*[–-]?\s*\d{1,3}\s*min(?:ute)?s?\s*$",
    re.IGNORECASE,
)
_PARAGRAPH = re.compile(
    r"\s*[(\[]\s*(?:exempt\s*[-–,]?\s*)?para(?:graph)?s?\.?\s*(?P<paragraph>\d[\d ,and&]*)\s*[)\]]", re.IGNORECASE
)
_DASH = re.compile(r"\s+[-–—]+\s+|\s*[–—]\s+|\t+")
_BEFORE_A_POST = frozenset("of by the from and for with to a an in new our as on or".split())
_POST_AT_END = re.compile(
    r"\s(?P<post>(?:(?:Interim|Acting|Assistant|Deputy|Executive|Corporate|Strategic|Chief|Vice[- ])\s?)*"
    r"(?:Director|Head|Chair|Superintendent|Inspector|Leader|Commissioner|Representatives?|Manager"
    r"|Lead) (?:of|from|for)\b.{2,90})$"
)


@dataclass(frozen=True, slots=True)
class Title:
    """A title apart from who presents it and the paragraph that makes it exempt."""

    words: str
    presenter: str | None = None
    paragraph: str | None = None
    is_sure: bool = True


def title_of(
    text: str, italics: Collection[str] = (), known: Collection[str] = (), *, of_minute: bool = False
) -> Title:
    """Part a printed title from its presenter: in italics, in brackets, after a dash, or a post we know."""
    paragraph = _PARAGRAPH.search(text)
    text = without_enclosures(_PARAGRAPH.sub("", text).strip())
    if "\t" in text:
        return _title_in_cells(text, known, paragraph["paragraph"].strip() if paragraph else None)
    for way in _IN_MINUTES if of_minute else _ON_AGENDA:
        if found := way(text, italics, known):
            title, presenter = found
            if _letters(title):
                sure = way not in (_known_at_end, _post_at_end)
                return Title(
                    _tidy(title), _presenter(presenter), paragraph["paragraph"].strip() if paragraph else None, sure
                )
    return Title(_tidy(text), None, paragraph["paragraph"].strip() if paragraph else None)


def _letters(text: str) -> bool:
    return bool(re.search(r"[A-Za-z]{2}", text))


def _title_in_cells(text: str, known: Collection[str], paragraph: str | None) -> Title:
    """Read a row of a table: the title, then who presents it, among times and pages."""
    title, *others = [cell.strip() for cell in text.split("\t") if cell.strip()]
    presenter = next((cell for cell in others if is_presenter(cell, known) or is_person(cell)), None)
    return Title(_tidy(title), _presenter(presenter) if presenter else None, paragraph)


def without_enclosures(text: str) -> str:
    """Take page numbers and "(attached)" off the end of a title."""
    for _ in range(3):
        text = _ENCLOSURE.sub("", text).strip()
    return text


def _tidy(title: str) -> str:
    return without_enclosures(" ".join(title.split()).strip(" –—-:;,(").removesuffix("*").strip())


def _presenter(words: str) -> str:
    words = " ".join(words.split()).strip(" –—-:;,.")
    if words.count(")") > words.count("("):
        words = words.rstrip(")").rstrip()
    return words.strip("()") if words.startswith("(") else words


def _italic(text: str, italics: Collection[str], known: Collection[str]) -> tuple[str, str] | None:
    for span in _spans(italics):
        bare = span.strip(" ()")
        place = text.rfind(bare)
        if bare and place > 0 and not text[place + len(bare) :].strip(" ).,;:*"):
            return text[:place].rstrip(" (–—-"), bare
    return None


def _spans(italics: Collection[str]) -> list[str]:
    """Give the italics as printed and, longest first, joined over the lines they were wrapped onto."""
    parts = list(italics)
    return sorted({" ".join(parts[place:]) for place in range(len(parts))} | set(parts), key=len, reverse=True)


def _bracketed(text: str, italics: Collection[str], known: Collection[str]) -> tuple[str, str] | None:
    match = re.search(r"\s?\(((?:[^()]|\([^()]*\))+)\)[\s.*]*$", text)
    if match and is_presenter(match.group(1), known) and not _ends_in_a_post(text[: match.start()]):
        return text[: match.start()], match.group(1)
    return None


def _ends_in_a_post(title: str) -> bool:
    """Say whether the bracket only completes a post: "– Assistant Director (Environment)"."""
    parts = _DASH.split(title)
    return len(parts) > 1 and is_role(parts[-1]) and not _is_a_paper(parts[-1])


def _dashed(text: str, italics: Collection[str], known: Collection[str]) -> tuple[str, str] | None:
    for dash in reversed(list(_DASH.finditer(text))):
        tail = text[dash.end() :].strip()
        if is_presenter(tail, known):
            return text[: dash.start()], tail
    return None


def _known_at_end(text: str, italics: Collection[str], known: Collection[str]) -> tuple[str, str] | None:
    folded = text.casefold()
    for words in sorted(known, key=len, reverse=True):
        place = len(text) - len(words)
        if place > 1 and folded.endswith(words.casefold()) and text[place - 1] == " " and _may_end(text[:place]):
            return text[:place], text[place:]
    return None


def _post_at_end(text: str, italics: Collection[str], known: Collection[str]) -> tuple[str, str] | None:
    match = _POST_AT_END.search(text)
    if match and _may_end(text[: match.start()]) and not _is_a_paper(match["post"]):
        return text[: match.start()], match["post"]
    return None


def _may_end(title: str) -> bool:
    words = title.split()
    return len(words) >= 2 and words[-1].casefold() not in _BEFORE_A_POST


def _is_a_paper(words: str) -> bool:
    return words.rsplit(maxsplit=1)[-1].strip("().,").casefold() in TITLE_OF_A_PAPER_WORDS


def is_presenter(words: str, known: Collection[str] = ()) -> bool:
    """Say whether words at the end of a title name who presents it."""
    words = words.strip(" ().,;:")
    if not words or len(words) > 140:
        return False
    if words.casefold() in {known_words.casefold() for known_words in known} or words.casefold() in {"all", "chair"}:
        return True
    if _is_a_paper(words) or re.match(r"^\d", words):
        return False
    bare = [word.strip("().,'’").casefold() for word in words.split()]
    if any(word in ROLE_WORDS for word in bare):
        return is_role(words) or bare[0] in ROLE_WORDS or bare[0] == "office"
    return _is_named(words)


def _is_named(words: str) -> bool:
    if is_organisation(words):
        return len(words.split()) <= 8
    head = head_person(words)
    if not head:
        return False
    rest = head[1].strip(" ,()–-")
    name = person_name(head[0])
    sure = bool(name.title) or name.plain.split()[0].casefold() in GIVEN_NAMES
    return is_role(rest) or is_organisation(rest) if rest else sure


def _dashed_post(text: str, italics: Collection[str], known: Collection[str]) -> tuple[str, str] | None:
    """In minutes only a post or a person after a dash presents: "Any Other Business – X Police" is about X Police."""
    found = _dashed(text, italics, known)
    if found and not is_organisation(found[1]) and not re.match(r"any other|urgent|aob", text, re.IGNORECASE):
        return found
    return None


_ON_AGENDA = (_italic, _bracketed, _dashed, _known_at_end, _post_at_end)
_IN_MINUTES = (_italic, _bracketed, _dashed_post)
