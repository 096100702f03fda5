"""A board of Seaborough with some of everything, for the pages that show how it does."""

from datetime import date, datetime, time, timedelta

from shp_gov import clock
from shp_gov.domain.workflows import ActionState, MeetingState, MinutesState
from shp_gov.models import (
    Action,
    ActionEvent,
    Body,
    Capacity,
    Happening,
    Meeting,
    OrganisationName,
    Person,
    Seat,
    SeatCategory,
)
from tests import factories as make

AUTHORITIES = {
    "Seaborough Borough Council": "Grace Holloway",
    "Northshire Police": "Daniel Marsh",
    "Northshire Fire Authority": "Carl Whitby",
    "Probation Service": "Nadia Frost",
    "NHS Northshire Integrated Care Board": None,
}
LEFT_ON = date(2026, 6, 30)


class Board:
    """A partnership, its seats by authority, and its meetings."""

    def __init__(self, on: date, *, area: str | None = "seaborough") -> None:
        self.on = on
        self.body: Body = make.a_body(area=area)
        self.people: dict[str, Person] = {}
        self.seats: dict[str, Seat] = {name: self._seat(name, holder) for name, holder in AUTHORITIES.items()}
        self.decision = make.a_decision(minute=make.a_minute(meeting=self.meeting(400, attended=False)))

    def _seat(self, name: str, holder: str | None) -> Seat:
        organisation = make.an_organisation(name)
        seat = make.a_seat(
            body=self.body,
            post="Head of Area",
            organisation=organisation,
            category=SeatCategory.RESPONSIBLE_AUTHORITY,
            position=len(self.people),
        )
        self.people[name] = person = make.a_person(holder or "Imogen Vale", organisation=organisation)
        make.an_appointment(person, seat=seat, until_on=None if holder else LEFT_ON)
        return seat

    def meeting(self, days_ago: int, *, attended: bool = True, absent: tuple[str, ...] = (), **details) -> Meeting:
        """Hold a meeting so many days ago; those not absent are present, the police by a substitute."""
        state = MeetingState.CLOSED if days_ago > 0 else MeetingState.SCHEDULED
        usual = {"state": state, "minutes_state": MinutesState.APPROVED if days_ago > 0 else None}
        day = self.on - timedelta(days=days_ago)
        meeting = make.a_meeting(body=self.body, on=day, starts_at=time(10), **(usual | details))
        for name, person in self.people.items() if attended else ():
            if name == "Northshire Police":
                deputy = make.a_person("Ines Kaya")
                make.an_attendance(deputy, meeting=meeting, capacity=Capacity.SUBSTITUTE, for_person=person)
            elif name not in absent:
                make.an_attendance(person, meeting=meeting, seat=self.seats[name])
        return meeting

    def action(self, name: str, due_in: int, *, done_in: int | None = None, **details) -> Action:
        """Give an authority an action due in so many days; `done_in` is when its owner proposed completion."""
        state = ActionState.OPEN if done_in is None else ActionState.PROPOSED
        usual = {"state": state, "due_on": self.on + timedelta(days=due_in), "owner": self.seats[name]}
        action = make.an_action(decision=self.decision, **(usual | details))
        if done_in is not None:
            self.happened(action, Happening.COMPLETION_PROPOSED, done_in)
        return action

    def happened(self, action: Action, happening: Happening, days: int) -> None:
        """Write a line of an action's history, so many days from today."""
        at = datetime.combine(self.on + timedelta(days=days), time(12), tzinfo=clock.LONDON)
        make._kept(ActionEvent(action=action, happening=happening, at=at, by_name="Helen Ashby"))


def rename(board: Board, name: str, printed: str) -> None:
    """Let an authority be printed under another of its names."""
    organisation = board.seats[name].organisation
    assert organisation is not None
    organisation.name = printed
    organisation.names.append(OrganisationName(name=printed, key=f"{printed} {organisation.id}"))
