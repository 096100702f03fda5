"""A server that can be killed and started again on the same record, now or some hours later; and a minute to write."""

from dataclasses import dataclass, field
from datetime import timedelta
from pathlib import Path

import sqlalchemy as sa

from config import Settings
from shp_gov import clock, schema
from shp_gov.app import create_app
from shp_gov.database import db, make_engine
from shp_gov.domain.permissions import Role
from shp_gov.domain.workflows import MeetingState, MinutesState
from shp_gov.models import Capacity, MinuteRevision, RoleHeld
from shp_gov.services import passwords
from tests import factories as make
from tests.journeys import processes
from tests.journeys.conftest import PASSWORD, Site, _site, _take_away, _wait_for, serving

OFFICERS = ("Helen Ashby", "Priya Nair")
PRESENT = ("Jo Tranter", "Daniel Marsh", "Josephine O’Neill")


@dataclass
class Server:
    """A site on a port of its own."""

    folder: Path
    site: Site
    minute_ids: list[int] = field(default_factory=list)
    emails: dict[str, str] = field(default_factory=dict)
    process: processes.Running | None = None

    @property
    def minute_id(self) -> int:
        """Give the minute that is being written."""
        return self.minute_ids[0]

    @property
    def path(self) -> str:
        """Address the page of the minute."""
        return f"/minutes/{self.minute_id}/write"

    def start(self, *, hours_later: float = 0) -> None:
        """Serve the record, as if it were some hours later."""
        environment = {**self.site.environment, processes.HOURS: str(hours_later)}
        words = serving(self.site, workers=1 if hours_later else 2)
        log = self.folder / "server.log"
        self.process = processes.serve(words, environment=environment, log=log)
        _wait_for(self.site.address, log)

    def kill(self) -> None:
        """Kill it as a power cut would, with all its workers."""
        if self.process is not None:
            self.process.kill()
            self.process = None

    def saves(self) -> list[MinuteRevision]:
        """Read every save of the minute, oldest first."""
        engine = make_engine(self.site.environment["SHP_GOV_DATABASE_URL"])
        with sa.orm.Session(engine) as session:
            of_minute = sa.select(MinuteRevision).where(MinuteRevision.minute_id == self.minute_id)
            found = list(session.scalars(of_minute.order_by(MinuteRevision.number)))
            session.expunge_all()
        engine.dispose()
        return found

    def narrative(self) -> str:
        """Read the words of the minute as it stands."""
        standing = [save for save in self.saves() if not save.is_clash]
        return standing[-1].words.get("narrative", "") if standing else ""

    def take_away(self) -> None:
        """Stop it and leave no database behind."""
        self.kill()
        _take_away(self.site.environment["SHP_GOV_DATABASE_URL"])


def a_server(folder: Path, *, minutes: int = 1) -> Server:
    """Make a record with private minutes being written, and two officers who may; start serving it."""
    server = Server(folder, _site(folder))
    url = server.site.environment["SHP_GOV_DATABASE_URL"]
    engine = make_engine(url)
    with engine.begin() as connection:
        schema.move(connection)
    engine.dispose()
    app = create_app(Settings(database_url=url, storage=folder / "files", secret_key="only to write rows " * 4))
    with app.app_context():
        _a_meeting(server, minutes)
        db.session.commit()
    db.engine.dispose()
    server.start()
    return server


def _a_meeting(server: Server, minutes: int) -> None:
    body = make.a_body()
    states = {"state": MeetingState.IN_PROGRESS, "minutes_state": MinutesState.DRAFT}
    meeting = make.a_meeting(body=body, on=clock.today() - timedelta(days=1), **states)
    for position, name in enumerate(PRESENT, start=1):
        make.an_attendance(make.a_person(name), meeting=meeting, capacity=Capacity.PRESENT, position=position)
    hidden = {"is_exempt": True, "exempt_paragraph": "3", "public_title": "A contract"}
    for _ in range(minutes):
        server.minute_ids.append(make.a_minute(meeting=meeting, purpose="To consider the plan.", **hidden).id)
    for name in OFFICERS:
        user = make.a_user(name)
        user.password_hash = passwords.hash_of(PASSWORD, email=user.email)
        make._kept(RoleHeld(user=user, body=body, role=Role.OFFICER, from_on=make.LONG_AGO))
        server.emails[name] = user.email
