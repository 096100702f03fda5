"""What is done before a meeting: it is made, its agenda is built and published, members reply, something comes late."""

import re

from tests.journeys.cycling import CHAIR, HOMES, NOBODY, OFFICER, POLICE, SECOND, Cycle

PARTNERSHIP = "Safer Seaborough Partnership"
MOST_TO_MAKE, MOST_TO_PUBLISH, MOST_TO_REPLY = 4, 4, 5
FIRST, NEXT = "the meeting", "the meeting after"


def makes_a_meeting_from_the_last(cycle: Cycle, meeting: str) -> None:
    """From Today to the drafted agenda, and nothing typed."""
    officer = cycle.who(OFFICER)
    officer.go("/today")
    officer.clicks = 0
    officer.follow("New meeting")
    officer.follow(PARTNERSHIP)
    officer.press("Make the meeting")
    assert officer.reads("Apologies for absence")
    assert officer.clicks <= MOST_TO_MAKE
    cycle.begin(meeting, officer)


def puts_business_on_the_agenda(cycle: Cycle) -> None:
    """Two open items, one with a report, and a private one."""
    officer, typed = cycle.who(OFFICER), cycle.typed
    _writes_an_item(cycle, officer, typed.once("the title of the lights", "Lamps on the Harbour Steps"), "Decision")
    officer.tick("It needs a report")
    officer.press("Put it on the agenda")
    _writes_an_item(cycle, officer, typed.once("the title of the bus stop", "Night bus at the Old Ropery"), "Decision")
    officer.press("Put it on the agenda")
    _writes_an_item(cycle, officer, typed.once("the title of the talk", "What the wardens saw in spring"), "Discussion")
    officer.press("Put it on the agenda")
    _writes_an_item(cycle, officer, typed.once("the private title", "Offers for guarding the Fish Dock"), "Decision")
    officer.unfold("Hear it without the public")
    officer.tick("This item is private")
    officer.tick("Paragraph 3")
    reason = typed.once("the public interest", "To name the bidders would weaken the hand of the Council")
    officer.write("Why is the public interest better served", reason)
    officer.write("Title that the public reads", typed.once("the public title", "A contract for a service"))
    officer.press("Put it on the agenda")
    cycle.look("the agenda builder", officer, f"{cycle.paths[FIRST]}/agenda")


def _writes_an_item(cycle: Cycle, officer, title: str, purpose: str) -> None:
    officer.go(f"{cycle.paths[FIRST]}/agenda")
    officer.follow("Write a new item")
    officer.write("Title", title)
    officer.tick(purpose)


def asks_for_the_report(cycle: Cycle) -> None:
    """Its author is chosen, its day is the usual one."""
    officer = cycle.who(OFFICER)
    officer.go(f"{cycle.paths[FIRST]}/work")
    officer.follow("Get reports in and cleared")
    officer.follow("Ask for a report to Lamps")
    author = officer.page.locator("option", has_text=POLICE).first.inner_text()
    officer.choose("Who writes it?", author)
    officer.press("Ask for the report")
    assert officer.reads("is asked for the report.")


def the_author_writes_it(cycle: Cycle) -> None:
    """From the letter: a purpose and two recommendations; the subject is there already."""
    cycle.post()
    author, typed = cycle.who(POLICE), cycle.typed
    letter = cycle.letter(POLICE, "Lamps on the Harbour Steps")
    typed.read("the letter to the author", letter)
    author.go(re.findall(r"http://\S+/reports/\d+", letter)[-1])
    author.press("Write it here")
    author.write("Purpose", typed.once("the purpose", "To propose lamps where four people fell in the winter."))
    author.write("Recommendation 1", typed.once("the recommendation", "That eight lamps be put up along the steps"))
    asked = "That the Head of Local Policing counts the falls at the steps and reports to the next meeting."
    author.write("Recommendation 2", typed.once("the recommendation that asks", asked))
    author.press("Save")
    author.press("Hand it in")
    author.press("Hand it in")
    assert author.reads("The officer has it.")


def makes_the_report_ready(cycle: Cycle) -> None:
    officer = cycle.who(OFFICER)
    officer.go(f"{cycle.paths[FIRST]}/work")
    officer.follow("Get reports in and cleared")
    officer.follow(cycle.typed.words["the title of the lights"])
    officer.press("Make it ready")
    assert officer.reads("Ready for the pack")


def the_chair_agrees_the_agenda(cycle: Cycle) -> None:
    officer, chair = cycle.who(OFFICER), cycle.who(CHAIR)
    officer.go(f"{cycle.paths[FIRST]}/agenda")
    officer.press("Send version 1 to the chair")
    chair.go(f"{cycle.paths[FIRST]}/agenda/review")
    cycle.look("the chair’s review", chair)
    chair.press("Agree version 1")
    assert chair.reads("You agreed version 1.")


def a_colleague_checks_the_agenda(cycle: Cycle) -> None:
    officer, second = cycle.who(OFFICER), cycle.who(SECOND)
    officer.go(f"{cycle.paths[FIRST]}/publish")
    officer.press("Ask for the check")
    second.go("/today")
    second.follow("Check the agenda as second officer")
    cycle.look("the check by a second officer", second)
    second.press("I have checked it")
    assert second.reads("You have checked it.")


def publishes_the_agenda(cycle: Cycle) -> None:
    """From Today, in four clicks at most."""
    officer = cycle.who(OFFICER)
    officer.go("/today")
    officer.clicks = 0
    officer.follow_beside("Next meetings", PARTNERSHIP)
    officer.press("Publish")
    officer.press("Publish")
    assert officer.reads("The agenda and its papers are published.")
    assert officer.clicks <= MOST_TO_PUBLISH
    cycle.post()
    cycle.typed.read("the letter to members", cycle.letter(HOMES, "Lamps on the Harbour Steps"))
    everybody = cycle.who(NOBODY)
    cycle.look("the public page before the meeting", everybody, cycle.paths[FIRST])
    cycle.look_at_link("the public pack", everybody, "Agenda and papers")
    officer.go(cycle.paths[FIRST])
    cycle.look_at_link("the restricted pack", officer, "Restricted agenda and papers")


def members_reply(cycle: Cycle) -> None:
    """One sends the substitute named in advance; one declares an interest in the private item."""
    member, other, typed = cycle.who(POLICE), cycle.who(HOMES), cycle.typed
    member.go(f"{cycle.paths[FIRST]}/reply")
    member.tick("Nadia Frost comes in my place")
    member.tick("I have none")
    _sends(member)
    other.go(f"{cycle.paths[FIRST]}/reply")
    other.tick("I will be there")
    other.tick(typed.words["the private title"])
    other.write("What is the interest?", typed.once("the interest", "My brother works for one of the bidders"))
    _sends(other)


def _sends(member) -> None:
    member.press("Check the answers")
    member.press("Send my reply")
    assert member.reads("Your reply is sent.")
    assert member.clicks <= MOST_TO_REPLY


def something_comes_late(cycle: Cycle) -> None:
    """An item after the agenda is out: why it is late is said once."""
    officer, typed = cycle.who(OFFICER), cycle.typed
    officer.go(f"{cycle.paths[FIRST]}/work")
    officer.follow("The page that everybody sees")
    officer.go(f"{cycle.paths[FIRST]}/supplement")
    officer.follow("Add a late item")
    officer.write("Title", typed.once("the late title", "Ice on the slipway"))
    officer.write("The special circumstances", typed.once("why it is late", "The slipway froze on Sunday and two fell"))
    officer.press("Add it")
    officer.press("Publish the supplement")
    assert officer.reads("The supplement is published.")
    cycle.post()
    typed.read("the letter about the supplement", cycle.letter(HOMES, "Papers added"))
    everybody = cycle.who(NOBODY)
    cycle.look("the public page with the supplement", everybody, cycle.paths[FIRST])
    cycle.look_at_link("the supplement", everybody, "Supplement")


def the_chair_has_a_script(cycle: Cycle) -> None:
    chair = cycle.who(CHAIR)
    cycle.look("the chair’s script", chair, f"{cycle.paths[FIRST]}/script")
    cycle.look_at_link("the chair’s script in large print", chair, "Script in large print")
    cycle.look("the replies", chair, f"{cycle.paths[FIRST]}/replies")
