"""What the example has made so far, by the keys of its files, and who writes it down."""

from dataclasses import dataclass, field
from datetime import date, datetime

from shp_gov.audit import Actor
from shp_gov.example.content import BodyPlan
from shp_gov.example.days import moment, working_day
from shp_gov.models import Action, Body, Decision, Meeting, Organisation, Person, Seat, User
from shp_gov.services.actions import Owner


@dataclass
class World:
    """Everything of the example that stands in the register, and the plans of its bodies."""

    today: date
    system: Actor
    plans: dict[str, BodyPlan]
    organisations: dict[str, Organisation] = field(default_factory=dict)
    people: dict[str, Person] = field(default_factory=dict)
    users: dict[str, User] = field(default_factory=dict)
    bodies: dict[str, Body] = field(default_factory=dict)
    seats: dict[str, Seat] = field(default_factory=dict)
    meetings: dict[tuple[str, int], Meeting] = field(default_factory=dict)
    decisions: dict[str, Decision] = field(default_factory=dict)
    actions: dict[str, Action] = field(default_factory=dict)
    to_agree: set[int] = field(default_factory=set)

    def actor(self, key: str) -> Actor:
        """Name an account as whoever acts."""
        return Actor(self.users[key].name, self.users[key].id)

    def officer(self, body: str) -> Actor:
        """Name the officer of a body as whoever acts."""
        return self.actor(self.plans[body].officer)

    def owner(self, key: str) -> Owner:
        """Find a seat, an organisation or a body by its key."""
        return self.seats.get(key) or self.organisations.get(key) or self.bodies[key]

    def day(self, body: str, place: int) -> date:
        """Tell the day of a meeting of a body."""
        return self.plans[body].rhythm.day(place, self.today)

    def founded_on(self, body: str) -> date:
        """Tell the day a body was founded: its first members took their seats."""
        days = max(term.since for seat in self.plans[body].seats for term in seat.terms)
        return date.fromordinal(self.today.toordinal() - days)

    def step_day(self, met_on: date, *, after: int | None, ago: int | None) -> date:
        """Tell a day counted from a meeting, or back from today, that is no Saturday or Sunday."""
        whole = date.toordinal(met_on) + (after or 0) if ago is None else date.toordinal(self.today) - ago
        return working_day(date.fromordinal(whole))

    def is_past(self, when: datetime) -> bool:
        """Tell whether a moment lies before today."""
        return when < moment(self.today, 0)
