"""What the agenda of a meeting prints."""

from collections.abc import Sequence
from itertools import groupby

from shp_gov.domain.exclusion import excluding
from shp_gov.domain.papers import (
    AgendaItem,
    AgendaPaper,
    AgendaSection,
    Exemption,
    Member,
    MemberGroup,
    NextMeeting,
    Person,
)
from shp_gov.domain.permissions import Viewer
from shp_gov.models import HouseTextKey, Meeting, OfficeKind, Provenance, SeatCategory
from shp_gov.queries import bodies, meetings, minuting
from shp_gov.queries.bodies import Membership
from shp_gov.queries.body_settings import house_texts
from shp_gov.queries.meetings import Item
from shp_gov.queries.papers.imprint import imprint, sealed

HEADINGS = {
    SeatCategory.RESPONSIBLE_AUTHORITY: "Responsible authority members",
    SeatCategory.NOT_STATED: "Members whose category is not stated",
    SeatCategory.OTHER: "Other members",
    SeatCategory.CO_OPTED: "Co-opted members",
    SeatCategory.ADVISER: "Advisers",
}


def agenda(meeting: Meeting, *, viewer: Viewer) -> AgendaPaper:
    """Gather the agenda of a meeting, private items by their public title for those not entitled."""
    items = meetings.agenda(meeting, viewer=viewer)
    texts = house_texts(meeting.body)
    shown = (item.exempt_paragraph for item in items if item.is_exempt and not item.is_private)
    return sealed(
        AgendaPaper(
            imprint=imprint(meeting.body, on=viewer.on, paragraphs=shown),
            on=meeting.on,
            starts_at=meeting.starts_at or meeting.started_at,
            venue=meeting.venue or "",
            admission=texts.get(HouseTextKey.ADMISSION, ""),
            members=_members(meeting),
            also_invited=tuple(_invited(meeting)),
            sections=_sections(items, texts.get(HouseTextKey.EXCLUSION)),
            next_meeting=_next(meeting),
            questions=texts.get(HouseTextKey.QUESTIONS, ""),
            contact=texts.get(HouseTextKey.CONTACT, ""),
        )
    )


def _members(meeting: Meeting) -> tuple[MemberGroup, ...]:
    offices = bodies.offices(meeting.body, on=meeting.on)
    held = {office.person_id: kind for kind, office in offices.items()}
    groups = bodies.by_category(bodies.members(meeting.body, on=meeting.on))
    return tuple(
        MemberGroup(HEADINGS[category], tuple(person for seat in seats for person in _seat(seat, held)))
        for category, seats in groups
    )


def _seat(seat: Membership, offices: dict[int, OfficeKind]) -> list[Member]:
    post, organisation = seat.post or "", seat.organisation or ""
    people = [
        Member(name=holder.name, post=post, organisation=organisation, office=_office(offices.get(holder.person_id)))
        for holder in seat.holders
    ]
    return people + [Member(post=post, organisation=organisation) for _ in range(seat.vacancies)]


def _office(kind: OfficeKind | None) -> str:
    return kind.value.capitalize() if kind else ""


def _invited(meeting: Meeting) -> list[Person]:
    return [Person(line.name_printed, _joined(line)) for line in bodies.invited(meeting.body, on=meeting.on)]


def _joined(line: bodies.Invited) -> str:
    return ", ".join(words for words in (line.post, line.organisation) if words)


def _sections(items: Sequence[Item], resolution: str | None) -> tuple[AgendaSection, ...]:
    """Take the items together by heading; the private part has the resolution to exclude the public at its head."""
    private = [(item.number or "", item.exempt_paragraph) for item in items if item.is_exempt]
    words = excluding(resolution, private)
    groups = groupby(items, key=lambda item: item.section or item.title)
    return tuple(_section(heading, list(group), words) for heading, group in groups)


def _section(heading: str, items: list[Item], resolution: str) -> AgendaSection:
    first = items[0]
    alone = len(items) == 1 and first.title == heading
    return AgendaSection(
        number=(first.number or "").split(".")[0],
        title=heading,
        items=() if alone else tuple(_item(item) for item in items if not item.excludes_the_public),
        resolution=resolution if first.excludes_the_public else "",
    )


def _item(item: Item) -> AgendaItem:
    exemption = Exemption(item.exempt_paragraph or "not stated") if item.is_exempt else None
    return AgendaItem(
        number=item.number or "",
        title=item.title,
        presenter=item.presenter or "",
        exemption=exemption,
        is_withheld=item.is_private,
    )


def _next(meeting: Meeting) -> NextMeeting | None:
    """Give the next meeting as it was announced, or from the diary. What was imported said it itself, or not."""
    if meeting.next_on is None:
        is_imported = meeting.provenance is Provenance.IMPORTED
        following = None if is_imported else minuting.next_meeting(meeting)
        return NextMeeting(following.on, following.starts_at, following.venue or "") if following else None
    return NextMeeting(meeting.next_on, meeting.next_starts_at, meeting.next_venue or "")
