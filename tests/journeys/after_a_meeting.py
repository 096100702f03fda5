"""What follows a meeting: minutes agreed and put out, an action done, and the minutes approved at the meeting after."""

import re

from tests.journeys import in_a_meeting as at
from tests.journeys.before_a_meeting import FIRST, NEXT, PARTNERSHIP
from tests.journeys.cycling import CHAIR, NOBODY, OFFICER, POLICE, Cycle

MOST_TO_UPDATE, MOST_TO_FIND = 6, 3
LINK = re.compile(r"http://\S+/\S+/\d+\S*")


def the_chair_agrees_the_minutes(cycle: Cycle) -> None:
    """The draft is written from the record; nothing is typed to finish it."""
    officer = cycle.who(OFFICER)
    officer.go(f"{cycle.paths[FIRST]}/work")
    officer.press("Open the minutes")
    cycle.look("the draft minutes", officer)
    officer.press("Send to the chair")
    cycle.post()
    chair = cycle.who(CHAIR)
    chair.go(LINK.findall(cycle.letter(CHAIR, "inutes"))[-1])
    cycle.look("the minutes as the chair reads them", chair)
    chair.press("Agree these minutes")
    assert chair.reads("You agree version 1.")


def publishes_the_draft(cycle: Cycle) -> None:
    officer = cycle.who(OFFICER)
    officer.go(f"{cycle.paths[FIRST]}/work")
    officer.press("Publish the draft")
    officer.press("Publish as a draft")
    assert officer.reads("The draft minutes are published.")
    everybody = cycle.who(NOBODY)
    cycle.look("the published draft", everybody, cycle.paths[FIRST])
    cycle.look_at_link("the published draft (PDF)", everybody, "Minutes (PDF)")
    cycle.look("the decision register", everybody, "/decisions")
    cycle.look("the action log", officer, "/bodies/safer-seaborough-partnership/actions")


def the_owner_says_it_is_done(cycle: Cycle) -> None:
    """From the letter, with evidence, in six clicks at most, signing in among them."""
    cycle.post()
    owner, typed = cycle.who(POLICE), cycle.typed
    letter = cycle.letter(POLICE, f"Your action: {typed.words['the recommendation that asks']}")
    typed.read("the letter to the owner", letter)
    owner.sign_out()
    owner.clicks = 0
    owner.go(LINK.findall(letter)[-1])
    owner.sign_in()
    owner.write("What has been done", typed.once("the note", "We counted nine falls with the ambulance crews"))
    owner.add_file("falls.txt", b"Nine falls.", "text/plain")
    owner.press("Propose it is complete")
    assert owner.reads("You proposed that it is complete.")
    assert owner.clicks <= MOST_TO_UPDATE
    officer = cycle.who(OFFICER)
    officer.go("/today")
    officer.follow("completed actions")
    officer.follow(typed.words["the recommendation that asks"])
    cycle.look("the action to verify", officer)
    officer.press("Verify that it is complete")
    assert officer.reads("Verified.")


def publishes_the_next_agenda(cycle: Cycle) -> None:
    """It was half written when the meeting closed."""
    officer = cycle.who(OFFICER)
    cycle.look("the next agenda", officer, f"{cycle.paths[NEXT]}/agenda")
    officer.go(f"{cycle.paths[NEXT]}/publish")
    officer.press("Publish")
    assert officer.reads("The agenda and its papers are published.")
    everybody = cycle.who(NOBODY)
    cycle.look("the public page of the meeting after", everybody, cycle.paths[NEXT])
    cycle.look_at_link("the next pack", everybody, "Agenda and papers")


def the_meeting_after_corrects_the_minutes(cycle: Cycle) -> None:
    """Only what is put right is typed."""
    at.opens_the_meeting(cycle, NEXT)
    officer, typed = cycle.who(OFFICER), cycle.typed
    officer.go(f"{cycle.paths[NEXT]}/minutes/confirm")
    cycle.look("the minutes to approve", officer)
    officer.page.locator("section", has_text=typed.words["what was said"]).last.get_by_role(
        "link", name="what was said"
    ).click()
    officer.add_words("Words as corrected", typed.once("the correction", ", and the harbour office said that it does"))
    officer.press("Record the correction")
    officer.press("Approve the minutes")
    assert officer.reads("are approved.")


def the_chair_signs_them(cycle: Cycle) -> None:
    """A name that is typed stands for a signature."""
    chair, typed = cycle.who(CHAIR), cycle.typed
    chair.go(f"{cycle.paths[FIRST]}/minutes/versions")
    chair.follow("on this page")
    chair.write("Type your full name to sign", typed.once("the signature", "Ruth Adeyemi"))
    chair.press("Sign the minutes")
    assert chair.reads("You signed the minutes.")


def everybody_finds_the_minutes(cycle: Cycle) -> None:
    """From the front page, in three clicks at most."""
    everybody = cycle.who(NOBODY)
    everybody.go("/")
    everybody.clicks = 0
    everybody.follow(PARTNERSHIP)
    everybody.follow("Latest minutes")
    assert everybody.clicks <= MOST_TO_FIND
    cycle.look("the approved minutes", everybody)
    cycle.look_at_link("the approved minutes (PDF)", everybody, "Minutes (PDF)")
