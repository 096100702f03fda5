"""A meeting in a week whose agenda is out, made in the record of a site: it prints where it is and who can sign in."""

import json
from datetime import timedelta

from shp_gov import clock
from shp_gov.cli import opening
from shp_gov.database import db
from shp_gov.services import passwords
from tests import factories as make
from tests.journeys.conftest import PASSWORD
from tests.sittings import a_sitting


def main() -> None:
    """Make it: the police may send a substitute who was named in advance."""
    with opening.opened():
        sitting = a_sitting(on=clock.today() + timedelta(days=7), quorum=2)
        deputy = make.a_substitute(make.a_person("Ines Kaya"), seat=sitting.seats["police"]).person
        users = {
            "member": make.a_user("Holder 1 Police", person=sitting.people["police"]),
            "substitute": make.a_user("Ines Kaya", person=deputy),
            "officer": make.an_officer(body=sitting.body),
        }
        for user in users.values():
            user.password_hash = passwords.hash_of(PASSWORD, email=user.email)
        emails = {who: user.email for who, user in users.items()}
        print(json.dumps(emails | {"meeting": f"/meetings/{sitting.meeting.id}"}))  # noqa: T201
        db.session.commit()


if __name__ == "__main__":
    main()
