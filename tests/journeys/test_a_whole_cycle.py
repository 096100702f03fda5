"""A whole cycle, from a new meeting like the last one to minutes approved with a correction: no fact is typed twice."""

import pytest

from tests.journeys import after_a_meeting as after
from tests.journeys import before_a_meeting as before
from tests.journeys import in_a_meeting as at
from tests.journeys.before_a_meeting import FIRST, NEXT
from tests.journeys.conftest import _site
from tests.journeys.cycling import Cycle, prepare
from tests.journeys.servers import Server
from tests.journeys.typed import Typed, TypedTwice
from tests.notifications.letter_box import Box, mail_server

BUILDING = ("the agenda builder", "the chair’s review", "the check by a second officer")
PACK = ("the public page before the meeting", "the public pack", "the restricted pack")
SCRIPT = ("the chair’s script", "the chair’s script in large print")
DRAFT = ("the draft minutes", "the minutes as the chair reads them")
OUT = ("the published draft", "the published draft (PDF)", "the next pack")
APPROVED = ("the approved minutes", "the approved minutes (PDF)")
MINUTES = (*DRAFT, *OUT, "the minutes to approve", *APPROVED)
MINUTES_OUT = ("the published draft (PDF)", "the approved minutes (PDF)")
ITEM = ("the item while it is minuted",)

APPEARS = {
    "the title of the lights": (
        *BUILDING,
        "the letter to the author",
        "the letter to members",
        *PACK,
        *SCRIPT,
        *ITEM,
        *MINUTES,
    ),
    "the title of the bus stop": (*BUILDING, "the letter to members", *PACK, *SCRIPT, *ITEM, *MINUTES),
    "the title of the talk": (*BUILDING, *PACK, *SCRIPT, *ITEM, *MINUTES),
    "the private title": (*BUILDING, "the restricted pack", *SCRIPT, *ITEM, *DRAFT),
    "the public interest": ("the chair’s review", "the check by a second officer"),
    "the public title": (
        "the chair’s review",
        "the check by a second officer",
        "the public page before the meeting",
        "the public pack",
        *OUT,
        *APPROVED,
    ),
    "the purpose": ("the public pack", *ITEM, *MINUTES),
    "the recommendation": ("the public pack", *SCRIPT, *ITEM, *MINUTES),
    "the recommendation that asks": (
        "the public pack",
        *SCRIPT,
        *ITEM,
        *MINUTES,
        "the decision register",
        "the action log",
        "the letter to the owner",
        "the action to verify",
    ),
    "the interest": (*SCRIPT, "the interest in the room"),
    "the late title": (
        "the letter about the supplement",
        "the public page with the supplement",
        "the supplement",
        *SCRIPT,
        *ITEM,
        *MINUTES,
    ),
    "why it is late": ("the letter about the supplement", "the supplement", *SCRIPT, *MINUTES),
    "what was said": MINUTES,
    "the amendment": (*MINUTES, "the decision register"),
    "the decision": (*MINUTES, "the decision register", "the action log"),
    "the urgent title": MINUTES,
    "the ruling": MINUTES,
    "the private decision": DRAFT,
    "the day of the meeting after": (
        "the published draft",
        "the published draft (PDF)",
        "the action log",
        "the letter to the owner",
        "the next agenda",
        "the public page of the meeting after",
        "the next pack",
    ),
    "the note": ("the action to verify",),
    "the correction": APPROVED,
    "the signature": ("the approved minutes (PDF)",),
}
RECORDED = {
    "Chief Inspector Nadia Frost": ("the attendance", *MINUTES_OUT),
    "For: 4. Against: 1.": MINUTES_OUT,
    "Carl Whitby left at": MINUTES_OUT,
    "The quorum was lost at": MINUTES_OUT,
    "The meeting went on informally from": MINUTES_OUT,
    "Jo Tranter left the meeting while it was considered": MINUTES_OUT,
    "with one correction": ("the approved minutes (PDF)",),
    "Signed: Ruth Adeyemi, Chair": ("the approved minutes (PDF)",),
}
PRIVATE = ("the private title", "the public interest", "the private decision", "the interest")
OPEN_TO_ALL = (
    "the public page before the meeting",
    "the public pack",
    "the letter to members",
    "the letter about the supplement",
    "the public page with the supplement",
    "the supplement",
    "the screen in the room",
    *OUT,
    "the public page of the meeting after",
    "the decision register",
    *APPROVED,
)


@pytest.fixture
def cycle(tmp_path, open_browser):
    """Serve the partnership of the example between two meetings, with a letter box of its own."""
    box, server = Box(), Server(tmp_path, _site(tmp_path))
    prepare(server)
    server.start()
    with mail_server(box) as mail:
        post = f"smtp://127.0.0.1:{mail.port}?from=no-reply@seaborough.example"
        yield Cycle(server, open_browser, post, box.letters)
    server.take_away()


def test_a_whole_cycle_from_a_new_meeting_to_approved_minutes(cycle):
    an_agenda_is_built_from_the_last_and_published(cycle)
    members_reply_and_something_comes_late(cycle)
    the_meeting_is_held(cycle)
    its_minutes_and_its_action_are_followed_up(cycle)
    the_meeting_after_approves_its_minutes(cycle)

    assert set(APPEARS) == set(cycle.typed.words), "every fact has its line in the table"
    assert cycle.typed.missing(APPEARS) == []
    assert cycle.typed.unsaid(RECORDED) == []
    assert cycle.typed.escaped(PRIVATE, OPEN_TO_ALL) == []


def an_agenda_is_built_from_the_last_and_published(cycle):
    before.makes_a_meeting_from_the_last(cycle, FIRST)
    before.puts_business_on_the_agenda(cycle)
    before.asks_for_the_report(cycle)
    before.the_author_writes_it(cycle)
    before.makes_the_report_ready(cycle)
    before.the_chair_agrees_the_agenda(cycle)
    before.a_colleague_checks_the_agenda(cycle)
    before.publishes_the_agenda(cycle)


def members_reply_and_something_comes_late(cycle):
    before.members_reply(cycle)
    before.something_comes_late(cycle)
    before.the_chair_has_a_script(cycle)


def the_meeting_is_held(cycle):
    at.opens_the_meeting(cycle, FIRST)
    at.takes_the_standing_items(cycle)
    at.decides_each_recommendation(cycle)
    at.decides_by_keyboard(cycle)
    at.votes(cycle)
    at.admits_an_urgent_item(cycle)
    at.decides_in_private(cycle)
    at.loses_its_quorum(cycle)
    at.closes_the_meeting(cycle)


def its_minutes_and_its_action_are_followed_up(cycle):
    after.the_chair_agrees_the_minutes(cycle)
    after.publishes_the_draft(cycle)
    after.the_owner_says_it_is_done(cycle)


def the_meeting_after_approves_its_minutes(cycle):
    before.makes_a_meeting_from_the_last(cycle, NEXT)
    after.publishes_the_next_agenda(cycle)
    after.the_meeting_after_corrects_the_minutes(cycle)
    after.the_chair_signs_them(cycle)
    after.everybody_finds_the_minutes(cycle)


def test_words_that_were_typed_are_refused_a_second_time():
    typed = Typed()
    typed.once("the title", "Lamps on the steps")

    with pytest.raises(TypedTwice):
        typed.once("the decision", "That lamps on the steps be lit.")
