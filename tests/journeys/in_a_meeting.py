"""The evening itself: who is here, item by item, what is private, an urgent item, a quorum that is lost, the close."""

from datetime import time, timedelta

from shp_gov.domain.words import long_day
from tests.journeys.before_a_meeting import FIRST
from tests.journeys.cycling import OFFICER, Cycle
from tests.journeys.people import Keys, Somebody

BEGINS, TWO_GO = time(10, 0), time(10, 45)
HERE = ("Ruth Adeyemi", "Grace Holloway", "Carl Whitby", "Jo Tranter")
LEAVE = ("Grace Holloway", "Carl Whitby")
MOST_KEYS = 12
LATER = 10


def opens_the_meeting(cycle: Cycle, meeting: str = FIRST) -> None:
    """On its day, from Today; who said that they come is ticked already."""
    cycle.move_to(cycle.days[meeting], BEGINS)
    officer = cycle.who(OFFICER)
    officer.go("/today")
    officer.follow("Open the meeting")
    officer.press("Open the meeting")
    for name in HERE:
        officer.page.get_by_role("group", name=name).get_by_label("Here").check()
    cycle.look("the attendance", officer)
    officer.press("Save and go to the items")
    assert officer.reads("Apologies for absence")


def takes(cycle: Cycle, title: str) -> Somebody:
    """Open an item from the list beside."""
    officer = cycle.who(OFFICER)
    if "/minuting/items/" not in officer.page.url:
        officer.go(f"{cycle.paths[FIRST]}/minuting")
        officer.press("Go to item")
    officer.page.get_by_role("navigation", name="Items").get_by_role("link", name=title).click()
    officer.page.get_by_role("heading", level=1, name=title).wait_for()
    return officer


def goes_on(officer: Somebody) -> None:
    officer.press("Save and go to")
    assert officer.reads("Saved.")


def takes_the_standing_items(cycle: Cycle) -> None:
    """What usually comes of each is chosen already; the minutes of the last meeting are approved."""
    goes_on(takes(cycle, "Apologies for absence"))
    goes_on(takes(cycle, "Declarations of interest"))
    officer = takes(cycle, "Minutes of the meeting")
    officer.follow("Correct and approve the minutes")
    officer.press("Approve the minutes")
    assert officer.reads("Version")
    officer = takes(cycle, "Minutes of the meeting")
    goes_on(officer)
    officer = takes(cycle, "Action log")
    officer.tick("Noted")
    goes_on(officer)


def decides_each_recommendation(cycle: Cycle) -> None:
    """One as it stands, with the action that its words ask for; one amended, of which only the change is typed."""
    typed = cycle.typed
    officer = takes(cycle, typed.words["the title of the lights"])
    cycle.look("the item while it is minuted", officer)
    officer.write("What was said", typed.once("what was said", "Members asked who pays for the current"))
    _rules(officer, typed.words["the recommendation"], "Amend")
    officer.unfold("Words as amended")
    change = typed.once("the amendment", ", and stay lit until dawn")
    officer.add_words("Words of recommendation 1 as amended", change)
    _rules(officer, typed.words["the recommendation that asks"], "Agree")
    goes_on(officer)
    assert officer.reads("by the next meeting.")


def _rules(officer: Somebody, recommendation: str, ruling: str) -> None:
    officer.page.get_by_role("group", name=recommendation).get_by_role("radio", name=ruling).check()


def decides_by_keyboard(cycle: Cycle) -> None:
    """A decision and its action, live: twelve keys at most besides the words."""
    officer, typed = takes(cycle, cycle.typed.words["the title of the bus stop"]), cycle.typed
    keys = Keys(officer.page)
    officer.page.get_by_label("What was said").focus()
    keys.write("/d " + typed.once("the decision", "That the stop stays at the Old Ropery until Easter"))
    keys.press("Enter", "Tab")
    keys.write("Director of N")
    keys.press("Tab")
    keys.write("next meeting")
    keys.send()
    assert keys.pressed <= MOST_KEYS


def votes(cycle: Cycle) -> None:
    officer = takes(cycle, cycle.typed.words["the title of the bus stop"])
    officer.follow("A vote")
    officer.tick(cycle.typed.words["the decision"])
    officer.write("For", "4")
    officer.write("Against", "1")
    officer.press("Record the vote")
    assert officer.reads("Carried: 4 for, 1 against")


def admits_an_urgent_item(cycle: Cycle) -> None:
    officer, typed = takes(cycle, cycle.typed.words["the late title"]), cycle.typed
    officer.tick("Discussed")
    goes_on(officer)
    officer = takes(cycle, "Any other business")
    officer.follow("An urgent item")
    officer.write("What is the item?", typed.once("the urgent title", "High water in Tide Street"))
    officer.write("Why can it not wait?", typed.once("the ruling", "The warning of the flood came this morning"))
    officer.press("Admit the item")
    officer.tick("Discussed")
    goes_on(officer)


def decides_in_private(cycle: Cycle) -> None:
    """The public leave by a resolution that is worded already; whoever declared an interest leaves too."""
    officer, typed = takes(cycle, cycle.typed.words["the private title"]), cycle.typed
    cycle.look("the screen in the room", officer, f"{cycle.paths[FIRST]}/screen")
    officer = takes(cycle, typed.words["the private title"])
    officer.press("Ask the public to leave")
    cycle.look("the resolution", officer)
    officer.press("Record the resolution")
    officer.follow("An interest in this item")
    cycle.look("the interest in the room", officer)
    officer.choose("Who?", "Jo Tranter")
    officer.tick("They leave")
    officer.press("Record it")
    officer.write("Decision", typed.once("the private decision", "That the offer of Quayside Guards be taken"))
    officer.press("Save and stay here")
    assert officer.reads("recorded.")


def loses_its_quorum(cycle: Cycle) -> None:
    """Two go while the last open item is taken: the meeting hears it and decides nothing."""
    cycle.move_to(cycle.days[FIRST], TWO_GO)
    officer = takes(cycle, cycle.typed.words["the title of the talk"])
    for name in LEAVE:
        officer.follow("Someone arrived or left")
        officer.choose("Who arrived or left?", officer.page.locator("option", has_text=name).first.inner_text())
        officer.press("Record it")
    assert officer.reads("There is no quorum")
    officer.follow("Go on informally, or adjourn")
    officer.tick("Go on informally")
    officer.press("Record it")
    officer.tick("Discussed")
    goes_on(officer)


def closes_the_meeting(cycle: Cycle, meeting: str = FIRST) -> None:
    """The day of the next is typed here, and nowhere again; its time and place are those of today."""
    officer = cycle.who(OFFICER)
    officer.go(f"{cycle.paths[meeting]}/minuting/close")
    day = cycle.days[meeting] + timedelta(weeks=LATER)
    cycle.typed.once("the day of the meeting after", long_day(day))
    for part in ("day", "month", "year"):
        officer.page.get_by_label(part.title()).fill(str(getattr(day, part)))
    officer.press("Close the meeting")
    assert officer.reads("The meeting is closed.")
