"""A seat, a person, an appointment, a substitute and an office to put into addresses."""

from datetime import date, timedelta

from shp_gov import clock, services
from shp_gov.audit import Actor
from shp_gov.database import db
from shp_gov.models import Minute, OfficeKind, Seat
from shp_gov.services.posts import NewPost
from tests import factories as make
from tests.minutes import a_correction, a_kept_version, a_suggestion

CLERK = Actor("Helen Ashby")


def arguments(seat: Seat) -> dict[str, int | str]:
    """Give what to put into addresses: a seat with a long history, somebody who moved, a substitute, an office."""
    held = seat.appointments[0]
    for year in range(1990, 2010):
        before = make.a_person(f"Member of {year}")
        make.an_appointment(before, seat=seat, from_on=date(year, 1, 1), until_on=date(year, 12, 31))
    services.posts.change(
        held.person, NewPost("Carl Whitby", "Director", seat.organisation), from_=date(2020, 1, 1), actor=CLERK
    )
    office = services.by_hand.elect(
        held.person, OfficeKind.VICE_CHAIR, body=seat.body, from_on=date(2020, 1, 1), actor=CLERK
    )
    substitute = make.a_person("Ned Fox")
    stands_in = services.substitutes.name(substitute, seat=seat, from_=date(2020, 1, 1), actor=CLERK)
    giver, colleague = make.an_officer(body=seat.body), make.a_user("Cora Vane")
    cover = make.a_cover(colleague, for_whom=giver, body=seat.body, until_on=clock.today() + timedelta(days=9))
    db.session.commit()
    return {
        "seat_id": seat.id,
        "appointment_id": held.id,
        "person_id": held.person_id,
        "office_id": office.id,
        "substitution_id": stands_in.id,
        "cover_id": cover.id,
    }


def saved_arguments(minute: Minute) -> dict[str, int]:
    """Say what to put into the addresses of a minute that was saved twice at once."""
    said = {"minute_id": minute.id, "suggestion_id": a_suggestion(minute=minute).id}
    said["correction_id"] = a_correction(minute=minute).id
    said["minutes_number"] = a_kept_version(minute.meeting).number
    return {**said, "revision": make.a_clash(minute).number}
