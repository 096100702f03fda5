"""Two partnerships, one of everything open and exempt in the first, and everybody who may knock."""

from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path

from shp_gov import clock, services
from shp_gov.audit import Actor
from shp_gov.database import db
from shp_gov.domain.permissions import Role
from shp_gov.importers.pack import load
from shp_gov.models import (
    Action,
    AgendaItem,
    Body,
    DecisionKind,
    Interest,
    Meeting,
    Minute,
    OfficeKind,
    ProposedAction,
    Question,
    QuestionKind,
    Report,
    RoleHeld,
    Seat,
    User,
)
from shp_gov.services.evidence import Upload
from tests import factories as make
from tests.agendas import a_pack_that_is_out, on_its_way
from tests.minutes import a_correction, a_kept_version, a_suggestion
from tests.reports import arguments as report_arguments
from tests.terms import arguments
from tests.web import permission_table as table
from tests.web.diary_arguments import diary_arguments

PACK = Path(__file__).parents[1] / "importers" / "pack" / "packs" / "seaborough-2018-03-09.txt"
CLERK = Actor("Helen Ashby")
HELD_ON = date(2026, 7, 16)


@dataclass(frozen=True)
class World:
    """Who there is, and what to put into an address: for what is open, and for what is exempt."""

    people: dict[str, User]
    open: dict[str, int | str]
    exempt: dict[str, int | str]


def a_world() -> World:
    """Make it."""
    here, there = make.a_body("Safer Seaborough"), make.a_body("Fish Quay Board")
    meeting = make.a_meeting(body=here, on=HELD_ON)
    make._kept(AgendaItem(meeting=meeting, position=1, number="1", title="Apologies"))
    seat = make.a_seat(body=here)
    everything = [_everything(meeting, seat, is_exempt=exempt) for exempt in (False, True)]
    people = _nobody_special() | _of(here, meeting, seat) | _elsewhere(there)
    _declare(people[table.INTERESTED], meeting)
    shared = _shared(here, meeting, people)
    db.session.commit()
    return World(people, *({**shared, **found} for found in everything))


def _everything(meeting: Meeting, seat: Seat, *, is_exempt: bool) -> dict[str, int | str]:
    minute = make.a_minute(meeting=meeting, narrative="It was discussed.", is_exempt=is_exempt, exempt_paragraph="3")
    action = _action(minute, seat)
    proposal = ProposedAction(
        body_id=meeting.body_id, decision=action.decision, ordinal=1, kind=DecisionKind.ACTION, what="Send it"
    )
    make._kept(proposal)
    where = {"position": minute.position, "section": "Items for decision"}
    item = AgendaItem(meeting=meeting, title="Two offers", is_exempt=is_exempt, **where)
    minute.agenda_item = make._kept(item)
    report = Report(meeting=meeting, agenda_item=item, position=minute.position, subject="Two offers")
    report.is_exempt, report.published_at = is_exempt, clock.now()
    make._kept(report)
    file = next(shown for shown in action.evidence if shown.document_id)
    return {
        "minute_id": minute.id,
        "revision": make.a_clash(minute).number,
        "item_id": item.id,
        **report_arguments(report),
        "suggestion_id": a_suggestion(minute=minute).id,
        "correction_id": a_correction(minute=minute).id,
        "minutes_number": a_kept_version(meeting).number,
        "decision_id": action.decision_id,
        "action_id": action.id,
        "proposal_id": proposal.id,
        "evidence_id": file.id,
        **diary_arguments(meeting.body, action.decision),
    }


def _action(minute: Minute, seat: Seat) -> Action:
    due = clock.today() + timedelta(days=20)
    decision = make.a_decision(minute=minute)
    action = services.actions.assign(decision, what="Share the figures", owner=seat, due_on=due, actor=CLERK)
    files = [Upload("letter.txt", b"Dear all")]
    services.actions.propose_completion(action, note="It is done.", files=files, actor=CLERK)
    db.session.flush()
    db.session.refresh(action)
    return action


def _nobody_special() -> dict[str, User]:
    disabled = make.a_user("Dee Dale", is_enabled=False)
    return {
        table.DISABLED: disabled,
        table.SIGNED_IN: make.a_user("Sam Wren"),
        table.ADMINISTRATOR: make.an_administrator(),
    }


def _of(body: Body, meeting: Meeting, owned: Seat) -> dict[str, User]:
    former, left = make.a_person("Una Left"), HELD_ON - timedelta(days=1)
    make.a_seat(body=body, held_by=former, until=left)
    substitute = make.a_user("Ines Kaya")
    make._kept(RoleHeld(user=substitute, body=body, role=Role.SUBSTITUTE, from_on=make.LONG_AGO, meeting_id=meeting.id))
    return {
        table.MEMBER: make.a_member(body=body),
        table.OWNER: make.a_member(body=body, seat=owned, name="Carl Whitby"),
        table.CHAIR: make.a_chair(body=body),
        table.OFFICER: make.an_officer(body=body),
        table.SUBSTITUTE: substitute,
        table.INTERESTED: make.a_member(body=body, name="Ivo Tide"),
        table.FORMER: make.a_user("Una Left", person=former),
    }


def _elsewhere(body: Body) -> dict[str, User]:
    meeting, seat = make.a_meeting(body=body, on=HELD_ON), make.a_seat(body=body)
    make.an_action(decision=make.a_decision(minute=make.a_minute(meeting=meeting)), owner=seat)
    people = _of(body, meeting, seat)
    return {f"{who} elsewhere": people[who] for who in people if f"{who} elsewhere" in table.ELSEWHERE}


def _declare(user: User, meeting: Meeting) -> None:
    """Let somebody declare an interest in what is exempt."""
    for minute in meeting.minutes:
        if minute.is_exempt:
            make._kept(
                Interest(meeting=meeting, position=1, person=user.person, minute_id=minute.id, words="I own it.")
            )


def _membership(body: Body) -> dict[str, int | str]:
    held = make.an_appointment(make.a_person("Olga Reed"), seat=make.a_seat(body=body))
    office = make.a_chair_in_office(held.person, body=body, kind=OfficeKind.SECRETARY)
    giver, until = make.an_officer(body=body), clock.today() + timedelta(days=9)
    cover = make.a_cover(make.a_user("Cora Vane"), for_whom=giver, body=body, until_on=until)
    stands_in = make.a_substitute(make.a_person("Ned Fox"), seat=held.seat)
    return {
        "seat_id": held.seat_id,
        "appointment_id": held.id,
        "person_id": held.person_id,
        "office_id": office.id,
        "substitution_id": stands_in.id,
        "cover_id": cover.id,
    }


def _shared(body: Body, meeting: Meeting, people: dict[str, User]) -> dict[str, int | str]:
    pack = load.read_in(PACK.read_bytes(), PACK.name, actor=Actor("Helen Ashby", people[table.OFFICER].id))
    question = Question(pack=pack, kind=QuestionKind.PERSON, printed="R F", about="r f", sentence="Who is R F?")
    make._kept(question)
    target = make.an_officer(body=body)
    entry = make.a_duty_entry(body=body, document=make.a_document())
    return {
        "duty": entry.duty,
        "entry_id": entry.id,
        "slug": body.slug,
        "code": "CDA98-S5-HEALTH",
        "meeting_id": meeting.id,
        "user_id": target.id,
        "role_id": target.roles[0].id,
        "import_id": pack.id,
        "organisation_id": make.an_organisation("Harbour Homes").id,
        "merge_id": make.a_merge(body=body).id,
        "standing_id": make.a_standing(body=body).id,
        "interest_id": make.a_registered_interest(body=body).id,
        "question_id": question.id,
        "filename": "app.css",
        "pack_number": a_pack_that_is_out(meeting).number,
        **arguments(body),
        **on_its_way(meeting),
        **_membership(body),
    }
