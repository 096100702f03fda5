"""People as packs print them: who stands at the head of a line, and where one person ends and the next begins."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from shp_gov.domain.names import person_name
from shp_gov.importers.pack.vocabulary import GIVEN_NAMES, INSTITUTION_WORDS

_NAME_WORD = re.compile(r"^(?:[A-Z][\w'’.-]*|[a-z]['’][A-Z][\w-]*)$")
_PARTICLES = frozenset("de van von der den la le bin al ap du da di dos el st mc mac y ul".split())
_POST_NOMINALS = frozenset("obe mbe cbe jp qpm td dl qfsm phd".split())
_DELIMITER = re.compile(
    r"\s*(?:[,;:\t(\[]|\s[-–—]+\s|[–—]|\.\s*$|\s+(?=was\b|attended\b|as sub|sub for|substitut|deputis|represent))"
)
_PARTS = re.compile(r"\t+|[,;]\s*(?:and\s+)?|\)\s+(?=[A-Z])|\s[–-]\s|\s+and\s+")
_HEAD = 160
_PLURAL = re.compile(r"\b(?:Councillors|Cllrs)\s*[:.–-]?\s+(?=[A-Z])")
_TITLED = re.compile(r"(?:Councillor|Cllr)\b")
_STANDING_IN = re.compile(
    r"\s\(?(?:vice|as (?:a )?sub\w*|sub(?:stitut\w+)? for|substitut\w+|deputis\w+|was in attendance)\s"
)
_VACANCY = re.compile(r"(?:vacant|vacancy)\s*[(–-]", re.IGNORECASE)
_MOST_PLURALS = 10
_LONGEST_NAME, _LONGEST_SENTENCE = 8, 4_000


def is_person(text: str) -> bool:
    """Say whether a text is a person's name and nothing else."""
    name = person_name(text.strip(" .,:;"))
    words = name.plain.split()
    if not words or len(words) > 5 or (len(words) == 1 and not name.title):
        return False
    words = [word for word in words if word.casefold() not in _POST_NOMINALS]
    return bool(words) and all(_is_name_word(word) for word in words) and _has_a_full_word(words, bool(name.title))


def _is_name_word(word: str) -> bool:
    bare = word.strip(".,'’").casefold()
    if bare in _PARTICLES:
        return True
    return bool(_NAME_WORD.match(word)) and bare not in INSTITUTION_WORDS and not any(c.isdigit() for c in word)


def _has_a_full_word(words: list[str], titled: bool) -> bool:
    if words[0].casefold() in _PARTICLES and not words[0][:1].isupper():
        return False
    full = [word for word in words if len(word.strip(".")) > 1]
    if not full or len(words[-1].strip(".")) == 1:
        return False
    shouted = [word for word in full if word.isupper() and len(word) > 1]
    return not shouted or titled or (len(shouted) == len(full) and words[0].casefold() in GIVEN_NAMES)


def head_person(text: str) -> tuple[str, str] | None:
    """Split a text that opens with a person's name into the name and the rest."""
    text = re.sub(r"^(Councillor|Cllr|Coun|Alderman)\s*[:.-]\s*(?=[A-Z])", r"\1 ", text.lstrip())
    for delimiter in _DELIMITER.finditer(text, 0, _HEAD):
        name = text[: delimiter.start()].strip()
        if is_person(name):
            return name, text[delimiter.start() :]
        break
    if is_person(text):
        return text.strip(" .,;"), ""
    return _name_before_a_post(text)


def _name_before_a_post(text: str) -> tuple[str, str] | None:
    words = text[:_HEAD].split(" ")
    for count in (4, 3, 2):
        name = " ".join(words[:count])
        if count < len(words) and is_person(name) and _is_institutional(words[count]) and _is_surely_a_name(name):
            return name, text[len(name) :]
    return None


def _is_institutional(word: str) -> bool:
    return word.strip("()[],.:;").casefold() in INSTITUTION_WORDS


def _is_surely_a_name(text: str) -> bool:
    name = person_name(text)
    return bool(name.title) or name.plain.split()[0].casefold() in GIVEN_NAMES


@dataclass(frozen=True, slots=True)
class Piece:
    """The text of one person out of several, and whether anything parted it from the person before."""

    text: str
    is_parted: bool = True


def people_apart(text: str, known: Iterable[str] = ()) -> list[Piece]:
    """Split a text with several people: by commas and "and", or where one's organisation runs into the next's name."""
    known = frozenset(name.casefold() for name in known)
    cuts: list[tuple[int, bool]] = [(0, True)]
    chunks = list(_chunks(text))
    for place, (start, end) in enumerate(chunks):
        in_list = place > 0 and _is_in_list(text, chunks, place)
        cut = _cut_within(text[start:end], known, in_list=in_list, is_first=start == 0, comma_follows=end < len(text))
        if cut is not None and start + cut > 0:
            cuts.append((start + cut, cut == 0))
    ends = [*(place for place, _ in cuts[1:]), len(text)]
    pieces = [Piece(_trimmed(text[place:end]), parted) for (place, parted), end in zip(cuts, ends, strict=True)]
    return [piece for piece in pieces if piece.text]


def _is_in_list(text: str, chunks: Sequence[tuple[int, int]], place: int) -> bool:
    """Say whether a chunk stands between two names, or after "and": then it is a name too, however unusual."""
    names = [is_person(_without_brackets(text[start:end])) for start, end in chunks[place - 1 : place + 2]]
    joined_by_and = text[chunks[place - 1][1] : chunks[place][0]].strip(" ,") == "and"
    return names[0] and (joined_by_and or (len(names) == 3 and names[2]))


def _trimmed(text: str) -> str:
    return text.strip(" ,;").removesuffix(" and").strip(" ,;")


def _chunks(text: str) -> Iterator[tuple[int, int]]:
    start = 0
    for comma in _PARTS.finditer(text):
        if comma.start() > start:
            yield start, comma.start()
        start = comma.end()
    if start < len(text):
        yield start, len(text)


def _without_brackets(chunk: str) -> str:
    chunk = _STANDING_IN.split(chunk, maxsplit=1)[0]
    return re.sub(r"\s*\([^()]*\)?\s*\.?$", "", chunk)


def _cut_within(chunk: str, known: frozenset[str], *, in_list: bool, is_first: bool, comma_follows: bool) -> int | None:
    bare = _without_brackets(chunk)
    if not is_first and _VACANCY.match(chunk):
        return 0
    if is_person(bare):
        return 0 if not is_first and (_is_surely_a_name(bare) or "(" in chunk or in_list) else None
    words = chunk.split(" ")
    for place in range(max(1, len(words) - _LONGEST_NAME), len(words)):
        name = " ".join(words[place:])
        if is_person(name) and _may_follow(words, place, name, known, comma_follows=comma_follows):
            return len(" ".join(words[:place])) + 1
    return None


def _may_follow(words: list[str], place: int, name: str, known: frozenset[str], *, comma_follows: bool) -> bool:
    if name.casefold() in known or person_name(name).title:
        return _can_end(words[place - 1])
    if len(words) - place > 3 or not comma_follows:
        return False
    return _can_end(words[place - 1]) and (
        _is_surely_a_name(name) or (len(words) - place == 2 and _is_institutional(words[place - 1]))
    )


def _can_end(word: str) -> bool:
    return word.casefold() not in {"of", "and", "the", "for", "to", "in", "chief", "deputy", "assistant", "acting"}


def people_in_sentence(text: str) -> list[str]:
    """Split "A, Post, Organisation, B (Organisation) and C, Post" into one text a person."""
    pieces: list[str] = []
    text = text[:_LONGEST_SENTENCE]
    for piece in re.split(r"(?:[,;]\s+|\s+)and\s+|[,;]\s+", _hide_commas_in_brackets(text)):
        piece = piece.replace("\x00", ", ").strip(" ,;.")
        if not piece:
            continue
        if head_person(piece) or not pieces:
            pieces.append(piece)
        else:
            pieces[-1] = f"{pieces[-1]}{_joint(text, pieces[-1], piece)}{piece}"
    return pieces


def _joint(text: str, left: str, right: str) -> str:
    """Give back what stood between two pieces: "and" inside a post, a comma before an organisation."""
    last, first = left[-25:], right[:25]
    return " and " if f"{last} and {first}" in text else ", "


def _hide_commas_in_brackets(text: str) -> str:
    return re.sub(r"\([^()]{0,200}\)", lambda found: found.group().replace(", ", "\x00"), text)


def spell_out_councillors(text: str) -> str:
    """Give "Councillors A, B and C" as "Councillor A, Councillor B and Councillor C"."""
    for _ in range(_MOST_PLURALS):
        plural = _PLURAL.search(text)
        if not plural:
            break
        text = text[: plural.start()] + _spelt_out(text[plural.end() :])
    return text


def _spelt_out(tail: str) -> str:
    parts = re.split(r"(,\s*(?:and\s+)?|;\s*|\s+and\s+|\s*&\s*)", tail)
    for place in range(0, len(parts), 2):
        if not _is_councillor(parts[place]):
            break
        if not _TITLED.match(parts[place]):
            parts[place] = f"Councillor {parts[place]}"
        if place + 1 < len(parts) and parts[place + 1].startswith(";"):
            break
    return "".join(parts)


def _is_councillor(words: str) -> bool:
    other_title = person_name(words).title and not _TITLED.match(words)
    return not other_title and is_person(f"Councillor {_without_brackets(words)}")
