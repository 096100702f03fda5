"""Invented papers of an invented partnership, for the tests of printing."""

from dataclasses import replace
from datetime import date, time
from io import BytesIO
from typing import Any

from pypdf import PdfReader

from shp_gov.domain.papers import (
    ActionLogPaper,
    AgendaItem,
    AgendaPaper,
    AgendaSection,
    Approval,
    Attendee,
    Change,
    DecisionNotice,
    Exemption,
    Imprint,
    LoggedAction,
    Member,
    MemberGroup,
    MinuteAction,
    MinuteDecision,
    MinuteEntry,
    MinuteKind,
    MinutesPaper,
    NextMeeting,
    NoticeAction,
    Person,
    Substitute,
)

COUNCIL, POLICE = "Seaborough Borough Council", "Northshire Police"
AWKWARD = "王 😀 <b>bold</b> <img src='x.png'/> & Łukasz Ŵyn ŷ \x00\x1b\u202e\ud800\ufffe end"
NEXT = NextMeeting(date(2026, 9, 10), time(10), "Committee Room B, Civic Centre, Seaborough")


def imprint(**changes: Any) -> Imprint:
    """Say what a paper is: version 3 of a public paper."""
    usual = {
        "body": "Safer Seaborough Partnership",
        "version": 3,
        "issued_on": date(2026, 7, 30),
        "record_hash": "3b90d4e7118a5c55",
    }
    return Imprint(**{**usual, **changes})


PRESENT = (
    Attendee("Councillor Ruth Adeyemi", COUNCIL, is_chair=True),
    Attendee("Councillor Peter Lound"),
    Attendee("Grace Holloway", "Director of Neighbourhoods"),
    Attendee("Chief Superintendent Daniel Marsh", POLICE),
    Attendee("Leanne Birtwhistle", "Place Director of Nursing for Harbourside of the Northshire Integrated Care Board"),
)
ENTRIES = (
    MinuteEntry(number="13", title="Apologies for absence", kind=MinuteKind.APOLOGIES),
    MinuteEntry(number="14", title="Declarations of interest by members", kind=MinuteKind.DECLARATIONS),
    MinuteEntry(number="15", title="Minutes of the meeting held on 18 June 2026", kind=MinuteKind.CONFIRMATION),
    MinuteEntry(
        number="16",
        title="Night-time economy",
        presenter="Director of Neighbourhoods",
        purpose="To propose a trial of marshals at the Harbour Road taxi rank.",
        narrative="The report set out three choices:\n- leave the rank as it is;\n- move it to Fish Quay;\n"
        "- try marshals for eight weeks.\n\nA member asked how the trial would be judged.",
        decisions=(
            MinuteDecision(words="That the report be noted.", numeral="(i)"),
            MinuteDecision(
                words="That marshals be tried at the rank for eight weeks.",
                numeral="(ii)",
                actions=(MinuteAction(owner="Director of Neighbourhoods", due_on=date(2026, 9, 10)),),
            ),
        ),
        reasons="The queue was longest after midnight.",
    ),
    MinuteEntry(
        title="Drug-related litter on the Promenade and in the gardens behind the bandstand",
        presenter="Director of Public Health",
        narrative="Two hundred needles had been found in the year.",
        decisions=(MinuteDecision(words="That two bins be placed on Beach Lane."),),
    ),
    MinuteEntry(
        number="18",
        title="Learning day",
        narrative="The county asked for speakers.",
        is_urgent=True,
        urgency_ruling="The Chair ruled that this item be considered as urgent under section 100B(4)(b) of the Act.",
        decisions=(MinuteDecision(words="That each authority put forward a speaker."),),
    ),
    MinuteEntry(number="19", title="Date and time of next meeting", kind=MinuteKind.NEXT_MEETING),
)
PRIVATE = MinuteEntry(
    number="20",
    title="Commissioning of a service",
    presenter="Director of Public Health",
    narrative="Company A asked for £412,000.",
    decisions=(MinuteDecision(words="That company B be preferred."),),
    exemption=Exemption("3", "information relating to the business affairs of any particular person"),
)


def minutes(**changes: Any) -> MinutesPaper:
    """Give the minutes of one meeting."""
    made = MinutesPaper(
        imprint=imprint(issued="approved"),
        on=date(2026, 7, 16),
        starts_at=time(10),
        ends_at=time(11, 52),
        venue="Civic Centre, Seaborough",
        present=PRESENT,
        substitutes=(
            Substitute(name="Łukasz Zieliński", for_name="Martin Hale", for_organisation="Office of the Commissioner"),
            Substitute(name="Siân Llŷr", for_name="Carl Whitby"),
        ),
        substitution_rule="the terms of reference, section 2.6",
        also_present=(Person("Priya Raman", "Harbour Road Traders’ Association"),),
        officers=(
            Person("Tom Reddy", "Community Safety Manager"),
            Person("Helen Ashby", "Democratic Services Officer"),
        ),
        entries=ENTRIES,
        apologies=(Person("Martin Hale", "Office of the Commissioner"), Person("Carl Whitby")),
        declarations=("Jo Tranter declared an interest in minute 16.",),
        next_meeting=NEXT,
        approval=Approval(date(2026, 9, 10), "26", ("In minute 16, “six weeks” became “eight weeks”.",)),
    )
    return replace(made, **changes)


RESPONSIBLE = (
    Member(name="Councillor Ruth Adeyemi", post="Leader", organisation=COUNCIL, office="Chair"),
    Member(name="Chief Superintendent Daniel Marsh", post="Head of Local Policing", organisation=POLICE),
    Member(post="Director of Nursing", organisation="NHS Northshire", vacant_since=date(2026, 7, 1)),
)
SECTIONS = (
    AgendaSection(number="1", title="Apologies for absence"),
    AgendaSection(
        number="2",
        title="Items for decision",
        items=(
            AgendaItem(number="2.1", title="Taxi marshals", presenter="Director of Neighbourhoods", pages="3 to 8"),
            AgendaItem(number="2.2", title="Youth report", presenter="Chair of the Board", pages="Spoken"),
        ),
    ),
    AgendaSection(
        number="3",
        title="Items to be taken in private",
        resolution="To resolve that the public be excluded from the meeting for item 3.1.",
        items=(
            AgendaItem(
                number="3.1",
                title="Learning from a case review",
                presenter="Chief Superintendent",
                pages="9 to 12",
                exemption=Exemption("7", "action taken to prevent crime"),
                public_interest="A trial has not ended.",
            ),
        ),
    ),
)


def agenda(**changes: Any) -> AgendaPaper:
    """Give the agenda of one meeting."""
    made = AgendaPaper(
        imprint=imprint(),
        on=date(2026, 9, 10),
        starts_at=time(10),
        ends_at=time(12),
        venue="Committee Room B, Civic Centre, Seaborough",
        admission="The public may come and listen, except to item 3.1.",
        members=(
            MemberGroup("Responsible authority members", RESPONSIBLE),
            MemberGroup("Other members", (Member(name="Bev Sutcliffe", organisation="Harbour Homes"),)),
        ),
        sections=SECTIONS,
        next_meeting=NextMeeting(date(2026, 11, 12)),
        contact="Helen Ashby, 01632 960 114.",
    )
    return replace(made, **changes)


def an_action(**changes: Any) -> LoggedAction:
    """Give one action, in hand."""
    made = LoggedAction(
        reference="16 (ii)",
        what="Try marshals",
        owner="Grace Holloway",
        organisation=COUNCIL,
        due_on=date(2026, 9, 30),
        state="In progress",
    )
    return replace(made, **changes)


def action_log(**changes: Any) -> ActionLogPaper:
    """Give a log with one action proposed for closure, two overdue and two in hand."""
    actions = (
        an_action(reference="5 (ii)", what="Send the profile", state="Verified", is_proposed_for_closure=True),
        an_action(reference="8 (i)", what="Publish the plan", due_on=date(2026, 8, 14)),
        an_action(reference="9 (i)", what="Share the data", organisation=POLICE, due_on=date(2026, 7, 17)),
        an_action(),
        an_action(reference="16 (iii)", what="Map knife crime", organisation=POLICE, due_on=None, note="Survey begun."),
    )
    on = date(2026, 9, 1)
    made = ActionLogPaper(
        imprint=imprint(issued="as"),
        as_on=on,
        meeting_on=date(2026, 9, 10),
        item="3.2",
        years="2026/27",
        actions=actions,
    )
    return replace(made, **changes)


def notice(**changes: Any) -> DecisionNotice:
    """Give the notice of one decision."""
    made = DecisionNotice(
        imprint=imprint(),
        reference="16 (ii) of 2026/27",
        subject="taxi marshals",
        agreed="Agreed by consensus",
        on=date(2026, 7, 16),
        words="That marshals be tried at the rank for eight weeks.",
        actions=(
            NoticeAction(
                reference="16 (ii)", what="Try marshals", owner=(COUNCIL, "Grace Holloway"), due_on=date(2026, 9, 10)
            ),
        ),
        reasons="The queue was longest after midnight.",
        changes=(Change("for "), Change("six", "removed"), Change("eight", "added"), Change(" weeks")),
        minutes_to_approve_on=date(2026, 9, 10),
    )
    return replace(made, **changes)


def pdf(content: bytes) -> PdfReader:
    """Open a printed paper."""
    return PdfReader(BytesIO(content))


def words_of(content: bytes) -> str:
    """Give all the words of a printed paper, spaces made even."""
    return " ".join(" ".join(page.extract_text() for page in pdf(content).pages).split())
