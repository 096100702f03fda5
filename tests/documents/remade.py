"""A pack made again in the product: what a careful person read out of it, done by the acts of those who made it."""

from collections.abc import Sequence
from datetime import date, time, timedelta

from shp_gov import services
from shp_gov.models import HouseTextKey, Meeting, OfficeKind, SeatCategory
from shp_gov.services.past_meetings import Considered, Held
from tests.documents.remade_meetings import Json, Remade, agree_the_minutes, call, hold, on
from tests.factories import SYSTEM
from tests.publishing import put_out

TEXTS = {
    HouseTextKey.ADMISSION: "The public may come and listen, except to what is private.",
    HouseTextKey.QUESTIONS: "Write to us by noon of the day before.",
    HouseTextKey.CONTACT: "Helen Ashby, 01632 960 114.",
    HouseTextKey.SUBSTITUTION: "the terms of reference, section 2.6 (ii)",
}
CATEGORIES = {
    "responsible_authority": SeatCategory.RESPONSIBLE_AUTHORITY,
    "other": SeatCategory.OTHER,
    None: SeatCategory.NOT_STATED,
}


def made_again(gold: Json) -> Remade:
    """Make what a pack tells of, each thing on its day."""
    called, minuted = (date.fromisoformat(gold[part]["meeting_date"]) for part in ("pack", "minutes"))
    with on(minuted - timedelta(days=40), 9):
        made = Remade(services.bodies.found(gold["pack"]["body"], actor=SYSTEM))
        services.body_settings.keep_texts(made.body, TEXTS, actor=SYSTEM)
        _list_members(made, gold["pack"]["members"], since=minuted - timedelta(days=30))
        services.by_hand.elect(
            made.person(gold["minutes"]["chair"]), OfficeKind.CHAIR, body=made.body, from_on=minuted, actor=SYSTEM
        )
        before = _the_meeting_before(made, gold["minutes"])
    made.minuted = hold(made, gold["minutes"], before=before)
    with on(minuted + timedelta(days=1), 9):
        agree_the_minutes(made.minuted)
        made.called = call(made, gold["pack"])
    with on(called - timedelta(days=9), 9):
        put_out(made.called)
    return made


def _list_members(made: Remade, members: Sequence[Json], *, since: date) -> None:
    """Give each post its seat, one with several places where the list prints it several times, and fill it."""
    places: dict[tuple[str, str, str | None], list[Json]] = {}
    for member in members:
        places.setdefault((member["post"] or "", member["organisation"] or "", member["category"]), []).append(member)
    names = dict.fromkeys(name for _, name, _ in places if name)
    organisations = {name: services.by_hand.add_organisation(name, actor=SYSTEM) for name in names}
    for (post, name, category), holders in places.items():
        seat = services.by_hand.add_seat(
            made.body,
            post=post,
            organisation=organisations.get(name),
            category=CATEGORIES[category],
            places=len(holders),
            actor=SYSTEM,
        )
        made.seats.append(seat)
        for holder in holders:
            if not holder["vacant"]:
                services.appointments.appoint(made.person(holder["name"]), to=seat, from_=since, actor=SYSTEM)


def _the_meeting_before(made: Remade, minutes: Json) -> Meeting:
    """Enter the meeting before by hand, so that the numbers of the minutes go on from it."""
    first = min(item["number"] for item in minutes["items"] if item["number"])
    day = date.fromisoformat(minutes["minutes_confirmed_of"])
    with on(day + timedelta(days=1), 9):
        held, said = Held(day, time(10)), [Considered("What was said before")]
        meeting = services.past_meetings.enter(made.body, held, said, first_number=first - 1, actor=SYSTEM)
        services.past_meetings.finish(meeting, ended_at=time(11), is_approved=False, approved_at=None, actor=SYSTEM)
    return meeting
