"""A meeting of fifteen members that goes on today, made in the record of a site: it prints where everything is."""

import json
from datetime import time

from shp_gov import clock, services
from shp_gov.cli import opening
from shp_gov.database import db
from shp_gov.models import AgendaItem
from shp_gov.queries import attending
from shp_gov.services import passwords
from shp_gov.services.attending import Ticks
from tests import factories as make
from tests.journeys.conftest import PASSWORD
from tests.sittings import CLERK, Sitting, a_sitting

MEMBERS = 15


def main() -> None:
    """Make it, and print its addresses and who can sign in."""
    with opening.opened():
        sitting = a_sitting(on=clock.today())
        for number in range(len(sitting.people), MEMBERS):
            person = make.a_person(f"Member {number:02} of the Board")
            make.a_seat(body=sitting.body, held_by=person, post=f"Director of Part {number}", position=number)
        make._kept(AgendaItem(meeting=sitting.meeting, position=9, number="4", title="Harbour lights"))
        officer = make.an_officer(body=sitting.body)
        officer.password_hash = passwords.hash_of(PASSWORD, email=officer.email)
        db.session.flush()
        _open(sitting)
        print(json.dumps(_where(sitting) | {"officer": officer.email}))  # noqa: T201
        db.session.commit()


def _open(sitting: Sitting) -> None:
    services.room.open_(sitting.meeting, at=time(0, 1), actor=CLERK)
    ticks = [Ticks(who, is_here=True) for who in attending.expected(sitting.meeting)]
    services.attending.record(sitting.meeting, ticks, chair=None, actor=CLERK)


def _where(sitting: Sitting) -> dict[str, str]:
    items = f"/meetings/{sitting.meeting.id}/minuting/items"
    titles = ("Apologies for absence", "Taxi marshals", "Case review", "Harbour lights")
    return {title: f"{items}/{sitting.minute(title).id}" for title in titles}


if __name__ == "__main__":
    main()
