"""A meeting at each stage of its cycle, with long names and titles, and where everything of it is."""

from collections.abc import Mapping
from typing import Any

import sqlalchemy as sa

from shp_gov import clock
from shp_gov.database import db
from shp_gov.models import (
    AgendaItem,
    Body,
    Decision,
    ForwardPlanEntry,
    ItemOffer,
    Meeting,
    Minute,
    Report,
    Suggestion,
    User,
)
from shp_gov.queries import agenda_versions, agendas, minutes_versions, minuting
from shp_gov.services import passwords
from tests import factories as make
from tests.company import Company, Course, Words
from tests.journeys.conftest import PASSWORD
from tests.stages import STAGES, at_stage

WORD = "Llanfairpwllgwyngyllgogerychwyrndrobwllllantysiliogogogoch"
TITLE = f"{WORD}: what was done about anti-social behaviour, damage and noise at the harbour in the summer, by whom"
GOING_ON = "in progress"
LONG = Words(
    names=(
        "Councillor Wilhelmina Bartholomea Featherstonehaugh-Cholmondeley",
        "Chief Superintendent Maximilian Fotheringay-Wolstenholme",
        "Carl Whitby",
        "Professor Grace Holloway-Featherstonehaugh",
    ),
    posts=(
        "Leader of the Council and Portfolio Holder for Neighbourhoods, Safety and Communications",
        "Deputy Assistant Chief Constable (Neighbourhoods, Prevention and Communications)",
        "District Manager",
        "Director of Neighbourhoods, Communications and Environmental Responsibilities",
    ),
    open=f"Harbour lighting. {TITLE * 2}"[:200],
    private=f"Quayside Homes Ltd. {TITLE * 2}"[:200],
    late=f"A grant for lamps. {TITLE * 2}"[:200],
    put_off=f"CCTV at Fish Quay. {TITLE * 2}"[:200],
)


def stages() -> dict[str, dict[str, Any]]:
    """Bring a meeting to each stage; give for each what to put into addresses, and who can sign in."""
    company = Company(LONG)
    courses = {stage: at_stage(stage, company=company, today=clock.today()) for stage in STAGES}
    people = able_to_sign_in(company.users)
    found = {stage: arguments(course) for stage, course in courses.items()}
    going_on = courses[GOING_ON]
    found[GOING_ON]["revision"] = make.a_clash(going_on.minute(LONG.open)).number
    return {stage: {"arguments": each, "people": people, "password": PASSWORD} for stage, each in found.items()}


def able_to_sign_in(users: Mapping[str, User]) -> dict[str, str]:
    """Give everybody the password of the tests, and say their addresses."""
    for user in users.values():
        user.password_hash = passwords.hash_of(PASSWORD, email=user.email)
    return {who: user.email for who, user in users.items()}


def arguments(course: Course) -> dict[str, int | str]:
    """Say what to put into the addresses of everything that a meeting has at its stage."""
    meeting = course.meeting
    known: dict[str, int | str] = {
        "slug": course.body.slug,
        "meeting_id": meeting.id,
        "next_meeting_id": course.next.id,
        "person_id": course.company.people[1].id,
    }
    return known | _of_the_agenda(course) | _of_the_minutes(course)


def _of_the_agenda(course: Course) -> dict[str, int | str]:
    meeting, words, known = course.meeting, course.words, dict[str, int | str]()
    items = {item.title: item for item in agendas.items(meeting)}
    rows: dict[str, AgendaItem | None] = {
        "item_id": items.get(words.open),
        "private_item_id": items.get(words.private),
        "other_item_id": next(iter(items.values()), None),
    }
    known |= {name: item.id for name, item in rows.items() if item is not None}
    known |= _first("offer_id", ItemOffer, meeting) | _first("report_id", Report, meeting)
    known |= _first("plan_entry_id", ForwardPlanEntry, course.body)
    version = agenda_versions.latest(meeting)
    return known | ({"agenda_number": version.number, "pack_number": version.number} if version else {})


def _of_the_minutes(course: Course) -> dict[str, int | str]:
    meeting, words, known = course.meeting, course.words, dict[str, int | str]()
    minutes = {minute.title: minute for minute in minuting.minutes_of(meeting)}
    if words.open not in minutes:
        return known
    minute = minutes[words.open]
    known |= {"minute_id": minute.id, "private_minute_id": minutes[words.private].id}
    decision = db.session.scalars(sa.select(Decision.id).where(Decision.minute_id == minute.id)).first()
    known |= {"decision_id": decision} if decision else {}
    known |= _first("suggestion_id", Suggestion, meeting)
    kept = minutes_versions.newest(meeting)
    known |= {"minutes_number": kept.number} if kept else {}
    asked = sa.select(Minute.id).join(AgendaItem).where(AgendaItem.confirms_meeting_id == meeting.id)
    confirming = db.session.scalars(asked).first()
    return known | ({"confirming_minute_id": confirming, "confirming_meeting_id": course.next.id} if confirming else {})


def _first(name: str, model: Any, of: Meeting | Body) -> dict[str, int | str]:
    its = model.meeting_id if isinstance(of, Meeting) else model.body_id
    found = db.session.scalars(sa.select(model.id).where(its == of.id).order_by(model.id)).first()
    return {name: found} if found else {}
