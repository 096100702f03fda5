"""The contact officers at the end of a report: name, e-mail and telephone, on lines of their own or on one."""

import re
from collections.abc import Sequence
from dataclasses import replace

from shp_gov.domain.names import person_name
from shp_gov.importers.pack.people import head_person, is_person
from shp_gov.importers.pack.reading import ContactReading, Source
from shp_gov.importers.pack.rows import Row
from shp_gov.importers.pack.vocabulary import GIVEN_NAMES

_EMAIL = re.compile(r"[A-Za-z0-9._%+'-]{1,64}@[A-Za-z0-9-]{1,63}(?:\.[A-Za-z0-9-]{1,63}){1,6}")
_PHONE = re.compile(r"(?:\(?\+44\)?\s?\(?0?\)?|\(?0)\d{2,4}\)?[\s-]?\d{3,4}[\s-]?\d{3,4}\b|\(?0\d{3,4}\)?\s?\d{5,7}\b")
_LABEL = re.compile(
    r"^(?:\d{1,2}(?:\.\d{1,2})?[.)]?\s+)?(?:contact officers?|contact|report authors?|name|author"
    r"|officer)(?:\(s\))?\s*[:–-]\s*",
    re.IGNORECASE,
)
_NUMERAL = re.compile(r"^\d{1,2}(?:\.\d{1,2})?[.)]?\s+")
_REACH = 24


def contacts_of(rows: Sequence[Row]) -> tuple[ContactReading, ...]:
    """Read the contact officers from the heading on."""
    contacts: list[ContactReading] = []
    quiet = 0
    for place, row in enumerate(rows[:60]):
        name = _name(row, first=place == 0)
        details = _details(row)
        if name and (details or _details_follow(rows[place + 1 : place + 9]) or not contacts):
            contacts.append(ContactReading(name, None, None, Source(row.number, row.number, row.page)))
        if contacts and details:
            contacts[-1] = _with(contacts[-1], details, row)
            quiet = 0
        quiet += 1
        if quiet > (9 if contacts and not contacts[-1].email else 6) or (place and len(row.text) > 200):
            break
    return tuple(_kept(contacts))


def _kept(contacts: Sequence[ContactReading]) -> list[ContactReading]:
    reachable = [contact for contact in contacts if contact.email or contact.phone]
    return reachable or list(contacts[:1])


def _name(row: Row, *, first: bool) -> str | None:
    words = _LABEL.sub("", row.text.replace("\t", ", "))
    words = _NUMERAL.sub("", words) if not words[:1].isalpha() else words
    if first and words == row.text and not head_person(words):
        return None
    head = head_person(words)
    if not head or not is_person(head[0]) or "@" in head[0]:
        return None
    name = person_name(head[0])
    plausible = (
        bool(name.title)
        or name.plain.split()[0].casefold() in GIVEN_NAMES
        or bool(head[1].strip())
        or len(row.text) < 40
    )
    return head[0] if plausible else None


def _details(row: Row) -> tuple[str | None, str | None] | None:
    email, phone = _EMAIL.search(row.text), _PHONE.search(row.text)
    if not email and not phone:
        return None
    return email.group() if email else None, phone.group().strip() if phone else None


def _details_follow(rows: Sequence[Row]) -> bool:
    return any(_details(row) for row in rows)


def _with(contact: ContactReading, details: tuple[str | None, str | None], row: Row) -> ContactReading:
    source = Source(contact.source.first, row.number, contact.source.page)
    return replace(contact, email=contact.email or details[0], phone=contact.phone or details[1], source=source)
