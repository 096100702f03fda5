"""One printed entry of a list of people: the name, the post, the organisation, and what is said in brackets."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from shp_gov.importers.pack.context import Context
from shp_gov.importers.pack.people import (
    head_person,
    is_person,
    people_apart,
    people_in_sentence,
    spell_out_councillors,
)
from shp_gov.importers.pack.reading import Confidence, Doubt, Source
from shp_gov.importers.pack.rows import Row, is_cut_short, is_full, join_words
from shp_gov.importers.pack.vocabulary import INSTITUTION_WORDS, ORGANISATION_WORDS, ROLE_WORDS

_IN_CHAIR = re.compile(
    r"[(\[]?\b(?:in the chair|chairing)\b[)\]]?|[(\[](?:the )?(?:chair|chairman|chairperson|chairwoman|presiding)[)\]]",
    re.IGNORECASE,
)
_LEADING_CHAIR = re.compile(r"^(?:chair|chairman|chairperson)\s*[:–-]\s*", re.IGNORECASE)
_VICE = re.compile(
    r"[(\[](?:the )?(?:vice|deputy)[- ]?chair(?:man|person)?[)\]]|(?:\s*[-–,]\s*)(?:vice"
    r"|deputy)[- ]chair(?:man|person)?\s*$",
    re.IGNORECASE,
)
_VACANT = re.compile(
    r"[(\[]?\b(?:vacant(?: since \d{1,2} [A-Z][a-z]+ \d{4})?|vacancy|vacancies"
    r"|to be (?:confirmed|appointed|nominated|advised)|tbc|position unfilled)\b[)\]]?",
    re.IGNORECASE,
)
_NOTE = re.compile(
    r"[(\[]((?:left|arrived|joined|from|until|to|via|by|virtual|remote|online|minutes?|items?|part"
    r"|observer|non[- ]voting|present|in attendance|for)\b[^()\[\]]{0,80})[)\]]",
    re.IGNORECASE,
)
_LONGEST_LIST, _LONGEST_ENTRY, _MOST_DASHES = 500, 3_000, 5
_COUNT = re.compile(r"\s*\(\d{1,3}\)\s*\.?$")
_RANK_AT_END = re.compile(r"\b(?:Superintendent|Inspector|Sergeant|Constable|Supt|Insp)$")
_DASH = re.compile(r"\s[-–—]+\s|\s*[–—]\s*|\t+")


@dataclass(frozen=True, slots=True)
class Entry:
    """One person, or vacancy, as printed in a list."""

    name: str
    post: str | None
    organisation: str | None
    source: Source
    confidence: Confidence
    note: str | None = None
    is_chair: bool = False
    is_vice_chair: bool = False
    is_vacant: bool = False
    ran_together: bool = False
    words: str = ""


def entries_of(rows: Sequence[Row], context: Context) -> list[Entry]:
    """Read the people in a list, one a line or run together."""
    entries: list[Entry] = []
    for words, source in _printed_entries(rows[:_LONGEST_LIST], context.width):
        words = spell_out_councillors(_COUNT.sub("", words[:_LONGEST_ENTRY]))
        if found := _post_then_names(words):
            post, words = found
            people = people_apart(words, context.names)
            entries.extend(replace(_with_post(entry_of(person.text, source), post), words=words) for person in people)
            continue
        people = people_apart(words, context.names)
        glued = any(not person.is_parted for person in people)
        entries.extend(replace(entry_of(person.text, source), ran_together=glued) for person in people)
    return _with_known_organisations(entries)


def _post_then_names(words: str) -> tuple[str, str] | None:
    """Part "Representatives of X – A Smith and B Jones" into the post and the names."""
    if head_person(words):
        return None
    for dash in reversed(list(_DASH.finditer(words))[-_MOST_DASHES:]):
        names = words[dash.end() :]
        head = head_person(names)
        if head and is_person(head[0]) and words[: dash.start()].strip():
            return words[: dash.start()].strip(" ,"), names
    return None


def _with_post(entry: Entry, words: str) -> Entry:
    also = ", ".join(part for part in (entry.post, entry.organisation) if part)
    post, organisation = role_and_organisation(f"{words}, {also}" if also else words)
    return replace(entry, post=post, organisation=organisation, confidence=Confidence.LIKELY)


def _printed_entries(rows: Sequence[Row], width: int) -> list[tuple[str, Source]]:
    printed: list[tuple[str, Source]] = []
    last: Row | None = None
    for row in rows:
        if last is not None and printed and _belongs_to_last(last, row, width):
            words, source = printed[-1]
            printed[-1] = (join_words(words, row.text), Source(source.first, row.number, source.page))
        else:
            printed.append((row.text, Source(row.number, row.number, row.page)))
        last = row
    return printed


def _belongs_to_last(last: Row, row: Row, width: int) -> bool:
    """Say whether a row carries on the entry before it: a wrapped organisation, a name cut in two."""
    if row.bullet or _VACANT.search(row.text):
        return False
    if re.search(
        r"\b(?:Chief|Detective|Acting|Temporary|Councillor|Cllr|Dr|Mr|Mrs|Ms)$", last.text
    ) or last.text.endswith((",", "–")):
        return True
    if _RANK_AT_END.search(last.text) and is_full(last, row, width):
        return True
    if head_person(row.text) or _reversed(row.text):
        return False
    if row.text[:1].islower() or is_cut_short(last.text):
        return True
    return row.gap == 0 and (is_full(last, row, width) or _is_tail(row.text))


def _is_tail(words: str) -> bool:
    """Say whether words are the end of an organisation's or a post's name rather than an entry."""
    return (
        "," not in words
        and "\t" not in words
        and len(words.split()) <= 5
        and all(_is_plain(word) for word in words.split())
    )


def _is_plain(word: str) -> bool:
    bare = word.strip("().,&").casefold()
    return bare in INSTITUTION_WORDS or not bare


def entry_of(words: str, source: Source) -> Entry:
    """Read one printed entry."""
    vice, words = bool(_VICE.search(words)), _VICE.sub("", words)
    chair = bool(_IN_CHAIR.search(words) or (not vice and _LEADING_CHAIR.match(words)))
    words = _LEADING_CHAIR.sub("", _IN_CHAIR.sub("", words)).strip()
    note = _NOTE.search(words)
    words = _NOTE.sub("", words).strip()
    entry = _vacancy(words, source) if _VACANT.search(words) else _person(words, source)
    if not chair and entry.post and entry.post.casefold() in {"chair", "chairman", "chairperson"}:
        entry, chair = replace(entry, post=None), True
    return replace(entry, note=note.group(1) if note else None, is_chair=chair, is_vice_chair=vice, words=words)


def _vacancy(words: str, source: Source) -> Entry:
    words = re.sub(r"\s{2,}", " ", _VACANT.sub("", words)).strip(" ,-–:\t")
    post, organisation = role_and_organisation(_without_outer_brackets(words))
    return Entry("", post, organisation, source, Confidence.CERTAIN, is_vacant=True)


def _person(words: str, source: Source) -> Entry:
    if head := head_person(words):
        name, rest = head
        post, organisation = role_and_organisation(_without_outer_brackets(rest))
        return Entry(name, post, organisation, source, Confidence.CERTAIN)
    if found := _reversed(words):
        name, rest = found
        post, organisation = role_and_organisation(rest)
        return Entry(name, post, organisation, source, Confidence.LIKELY)
    name, _, rest = words.partition(",")
    post, organisation = role_and_organisation(rest)
    return Entry(name.strip(), post, organisation, source, Confidence.DOUBTFUL)


def _without_outer_brackets(rest: str) -> str:
    rest = rest.strip(" \t,;:–—-.")
    match = re.match(r"^\(([^()]*(?:\([^()]*\)[^()]*)?)\)[\s,–-]*(.*)$", rest)
    return ", ".join(part.strip() for part in match.groups() if part.strip()) if match else rest


def _reversed(words: str) -> tuple[str, str] | None:
    """Read "Post, Organisation – Name": the person at the end."""
    parts = [part.strip() for part in _DASH.split(words) if part.strip()]
    if len(parts) < 2:
        parts = [part.strip() for part in words.rsplit(",", 1)]
    for place in range(len(parts) - 1, 0, -1):
        head = head_person(parts[place])
        if head and is_person(head[0]):
            rest = [*parts[:place], head[1].strip(" ,()"), *parts[place + 1 :]]
            return head[0], ", ".join(part for part in rest if part)
    return None


def role_and_organisation(words: str) -> tuple[str | None, str | None]:
    """Split what follows a name into a post and an organisation."""
    parts = [
        part.strip(" .;:")
        for part in re.split(r"\t+|\s[–—-]+\s|[,;]\s*(?![^()]*\))", words.strip())
        if part.strip(" .;:")
    ]
    if not parts:
        return None, None
    if len(parts) == 1:
        return _one_part(parts[0])
    if not is_role(parts[-1]):
        return ", ".join(parts[:-1]), parts[-1]
    if not is_role(parts[0]):
        return ", ".join(parts[1:]), parts[0]
    return ", ".join(parts), None


def _one_part(part: str) -> tuple[str | None, str | None]:
    if match := re.match(r"^(Representatives?)\s+(?:of|from|for)\s+(?:the\s+)?(.+)$", part, re.IGNORECASE):
        return match.group(1), match.group(2)
    match = re.match(r"^(.+?)\s\(([^()]+)\)$", part)
    if match and is_role(match.group(1)) and is_organisation(match.group(2)) and not _is_a_service(match.group(2)):
        return match.group(1), match.group(2)
    return (part, None) if is_role(part) else (None, part)


def _is_a_service(words: str) -> bool:
    """Say whether words in brackets name what a post looks after: "(Environment and Neighbourhood Services)"."""
    return bool(re.search(r"\bservices?$", words, re.IGNORECASE)) and " and " in words


def is_role(words: str) -> bool:
    """Say whether words name a post: "Head of Area", not "Office of the Police and Crime Commissioner"."""
    bare = [word.strip("().,").casefold() for word in words.split()]
    if not bare or bare[0] == "office":
        return False
    if bare[-1] in ORGANISATION_WORDS and "of" not in bare and bare[0] not in ROLE_WORDS:
        return False
    return any(word in ROLE_WORDS for word in bare)


def is_organisation(words: str) -> bool:
    """Say whether words name an organisation."""
    bare = [word.strip("().,").casefold() for word in words.split()]
    return bool(bare) and not is_role(words) and (any(word in ORGANISATION_WORDS for word in bare) or words.isupper())


def _with_known_organisations(entries: list[Entry]) -> list[Entry]:
    """Part a post from an organisation printed without a comma, where another entry names that organisation."""
    known = {entry.organisation for entry in entries if entry.organisation and is_organisation(entry.organisation)}
    return [_parted(entry, known) for entry in entries]


def _parted(entry: Entry, known: set[str]) -> Entry:
    if entry.organisation or not entry.post:
        return entry
    for organisation in sorted(known, key=len, reverse=True):
        if entry.post.endswith(f" {organisation}"):
            return replace(entry, post=entry.post[: -len(organisation)].strip(" ,"), organisation=organisation)
    return entry


def entries_of_sentence(words: str, source: Source) -> list[Entry]:
    """Read the people of a sentence: "A, Post, Organisation, B (Organisation) and C"."""
    sentence = spell_out_councillors(re.sub(r"\s+", " ", words))
    return [entry_of(piece, source) for piece in people_in_sentence(sentence)]


def doubt_run_together(entries: Sequence[Entry], context: Context) -> None:
    """Note each line on which people follow each other with nothing between them."""
    for source in dict.fromkeys(entry.source for entry in entries if entry.ran_together):
        names = ", ".join(entry.name for entry in entries if entry.source == source)
        sentence = f"People run together here; we read {names}. Check where one ends and the next begins."
        context.doubts.append(Doubt(sentence, source.first, source.page, "people run together"))


def doubt_left_out(entries: Sequence[Entry], context: Context) -> None:
    """Note each line of a list of people in which we found none."""
    for entry in entries:
        if len(entry.words) > 3 and not entry.is_vacant:
            sentence = f"We found no person in “{entry.words[:80]}”; the line was left out of the list of people."
            context.doubts.append(Doubt(sentence, entry.source.first, entry.source.page, "left out"))
