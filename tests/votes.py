"""A meeting that does not agree: a vote by name with dissent, a recommendation refused, a motion that fell."""

from shp_gov import services
from shp_gov.database import db
from shp_gov.domain.voting import Counts
from shp_gov.models import (
    Cast,
    Decision,
    ItemKind,
    ItemOutcome,
    Meeting,
    Minute,
    Person,
    Recommendation,
    Report,
    Ruling,
    SeatCategory,
)
from shp_gov.queries import minuting
from shp_gov.services.voting import Motion
from tests import factories as make
from tests.sittings import CLERK, NOON, Sitting, a_sitting, at, recommended

REASON, FALLEN = "It costs too much", "That the rank be moved to Fish Quay."
BY_NAME = "For: Holder 0 Director, Holder 1 Police. Against: Holder 2 Fire."
DISSENT = f"Holder 2 Fire asked that their vote against the decision be recorded. Their reason: {REASON}."
REFUSED = (
    "The recommendation that the Director of Neighbourhoods reports on the cost to a future meeting was not agreed."
)
FELL = "The motion that the rank be moved to Fish Quay was not agreed. For: 1. Against: 2."


def a_divided_meeting() -> Sitting:
    """Let three who do not agree speak of taxi marshals."""
    sitting = a_sitting().open()
    with at(10, 10):
        first, second = recommended(sitting)
        minute = sitting.minute("Taxi marshals")
        vote_by_name(sitting, minute, Motion(recommendation=first))
        dissent(sitting, minute.decisions[0], "fire", REASON)
        services.rulings.rule(second, minute=minute, ruling=Ruling.REFUSED, actor=CLERK)
        services.voting.by_counts(minute, Motion(words=FALLEN), Counts(1, 2), actor=CLERK)
    return sitting


def divide_in_private(sitting: Sitting, *, motion: str, reason: str, recommended: str, fallen: str) -> None:
    """Let them not agree on the private item either, whose report recommends something."""
    minute = sitting.minute("Case review")
    minute.public_was_excluded = True
    report = Report(meeting=sitting.meeting, agenda_item=minute.agenda_item, position=2, subject="Case review")
    make._kept(report)
    advice = make._kept(Recommendation(report_id=report.id, ordinal=1, words=recommended))
    with at(10, 30):
        vote_by_name(sitting, minute, Motion(words=motion))
        dissent(sitting, minute.decisions[0], "fire", reason)
        services.rulings.rule(advice, minute=minute, ruling=Ruling.REFUSED, actor=CLERK)
        services.voting.by_counts(minute, Motion(words=fallen), Counts(1, 2), actor=CLERK)


def vote_by_name(sitting: Sitting, minute: Minute, motion: Motion) -> None:
    """Let two vote for something and the fire service against it."""
    casts = {"director": Cast.FOR, "police": Cast.FOR, "fire": Cast.AGAINST}
    known = {sitting.people[name].id: cast for name, cast in casts.items()}
    services.voting.by_names(minute, motion, known, actor=CLERK)
    db.session.refresh(minute, ["decisions"])


def dissent(sitting: Sitting, decision: Decision, name: str, words: str = "") -> None:
    """Let somebody ask that it be recorded that they did not agree."""
    services.voting.dissent(decision, sitting.people[name], words=words, actor=CLERK)


def an_adviser(sitting: Sitting) -> Person:
    """Seat somebody who advises and has no vote."""
    person = make.a_person("Ada Adviser")
    make.a_seat(body=sitting.body, held_by=person, post="Adviser", category=SeatCategory.ADVISER, position=9)
    return person


def close(sitting: Sitting) -> Meeting:
    """Say what came of every item, and close the meeting at noon."""
    with at(12):
        for item in minuting.items_of(sitting.meeting):
            outcome = ItemOutcome.NOTED if item.kind is ItemKind.APOLOGIES else ItemOutcome.DISCUSSED
            services.minuting.settle(sitting.minute(item.title), outcome=outcome, actor=CLERK)
        services.room.close(sitting.meeting, at=NOON, actor=CLERK)
    db.session.flush()
    db.session.expire_all()
    return sitting.meeting


def put_out(sitting: Sitting) -> None:
    """Close the meeting, let the chair agree its minutes, and put them out as a draft."""
    close(sitting)
    with at(14):
        version = services.minutes_versions.send_to_the_chair(sitting.meeting, actor=CLERK)
        services.minutes_versions.agree(sitting.meeting, sha256=version.sha256, actor=CLERK)
        services.minutes_versions.publish_as_a_draft(sitting.meeting, actor=CLERK)
    db.session.commit()
