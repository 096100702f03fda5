"""The whole story: a published pack becomes a register, and what it decided is carried to its agreed closure."""

import re
from dataclasses import replace
from datetime import timedelta
from io import BytesIO

import pytest
from pypdf import PdfReader

from shp_gov import clock
from shp_gov.domain.words import long_day
from tests.journeys import invented_packs as packs
from tests.journeys.conftest import PASSWORD
from tests.journeys.people import Somebody, add_account
from tests.notifications.letter_box import Box, mail_server

BODY = "Safer Seaborough Partnership"
ADMINISTRATOR, OFFICER = "pat@seaborough.example", "dilys@seaborough.example"
OWNER, CHAIR = "beatrix@seaborough.example", "morwenna@seaborough.example"
WORD = ("the-june-pack.docx", packs.as_word, "application/vnd.openxmlformats-officedocument.wordprocessingml.document")
PDF = ("the-june-pack.pdf", packs.as_pdf, "application/pdf")
SEAT = "Chief Executive, Seaborough Voluntary Action"
WHAT = "Share the film with every partner"
NOTE = "The film went to sixteen partners on Monday. Three have shown it to their staff."
MISSING = "Say which partners have not opened it."
MOST_CLICKS = 6
LINK = re.compile(r"http://127\.0\.0\.1:\d+/my-actions/\d+")


@pytest.fixture
def letters():
    """Give a mail server of our own: the letters that reach it, and its address."""
    box = Box()
    with mail_server(box) as server:
        yield box.letters, f"smtp://127.0.0.1:{server.port}?from=no-reply@seaborough.example"


@pytest.fixture
def seaborough(start_site):
    """Start a site that knows the partnership from the pack before, with an administrator and an officer."""
    passwords = {}

    def prepare(site):
        site.run("packs", "import", str(packs.PACKS / "seaborough-2018-03-09.txt"))
        officer_of = ("--officer-of", "safer-seaborough-partnership")
        passwords[ADMINISTRATOR] = add_account(site, ADMINISTRATOR, "--name", "Pat Lowe", "--administrator")
        passwords[OFFICER] = add_account(site, OFFICER, "--name", "Dilys Penrose", *officer_of)

    return start_site(prepare), passwords


@pytest.mark.parametrize(("javascript", "file"), [(True, WORD), (False, PDF)], ids=["with-javascript", "without"])
def test_a_published_pack_is_carried_to_the_closure_of_what_it_decided(
    seaborough, open_browser, letters, javascript, file
) -> None:
    site, passwords = seaborough

    def somebody(email):
        page = open_browser(javascript=javascript)
        return Somebody(page, site, email, **({"password": passwords[email]} if email in passwords else {}))

    officer, owner = somebody(OFFICER), somebody(OWNER)
    an_administrator_gives_accounts(somebody(ADMINISTRATOR))
    an_officer_reads_a_pack_into_the_register(officer, file)
    an_officer_confirms_a_proposed_action(officer)
    its_owner_finds_it_and_proposes_that_it_is_complete(owner)
    the_officer_returns_it_with_a_reason(officer)
    its_owner_answers_from_the_letter(owner, *letters)
    the_officer_verifies_it(officer)
    the_chair_sees_it_on_board_health(somebody(CHAIR))
    the_body_agrees_at_a_meeting(officer)
    its_minutes_can_be_printed(officer)


def an_administrator_gives_accounts(administrator) -> None:
    administrator.sign_in()
    for email, name in ((OWNER, "Beatrix Holm"), (CHAIR, "Morwenna Trelease")):
        administrator.choose_from_menu("Accounts")
        administrator.press("Add an account")
        administrator.page.get_by_label("Name", exact=True).fill(name)
        administrator.write("E-mail address", email)
        administrator.choose("Partnership", BODY)
        administrator.write("Name in its list of members", name)
        administrator.page.get_by_label("First password", exact=True).fill(PASSWORD)
        administrator.press("Add the account")
        assert administrator.is_on("Account added")
    administrator.press("Give a role")
    administrator.tick("Chair, or vice-chair")
    administrator.choose("Partnership", BODY)
    administrator.press("Give the role")
    assert administrator.reads(f"Morwenna Trelease is chair of the {BODY}")


def an_officer_reads_a_pack_into_the_register(officer, file) -> None:
    name, made, kind = file
    officer.sign_in()
    officer.choose_from_menu("Import")
    officer.add_file(name, made(packs.published("seaborough-2018-06-15")), kind)
    officer.press("Read this pack")
    doubt = officer.page.locator("section", has_text="has no number. 45 would fit").last
    doubt.get_by_label("Number").first.fill("45")
    officer.press("Accept and add to the register")
    assert officer.reads("The pack is in the register.")
    officer.choose_from_menu("Decisions")
    officer.page.get_by_role("rowheader", name=re.compile("^45")).wait_for()


def an_officer_confirms_a_proposed_action(officer) -> None:
    officer.choose_from_menu("Decisions")
    officer.follow("That the presentation be noted and the film")
    officer.press("Answer the proposed actions")
    officer.follow("Say ")
    officer.write("What is to be done?", WHAT)
    officer.choose("Who will do it?", SEAT)
    due = clock.today() + timedelta(days=30)
    for part in ("day", "month", "year"):
        officer.page.get_by_label(part.title()).fill(str(getattr(due, part)))
    officer.press("Confirm the action")
    assert officer.reads(f"Action 1 assigned to {SEAT}.")


def its_owner_finds_it_and_proposes_that_it_is_complete(owner) -> None:
    owner.sign_in()
    assert owner.is_on("My actions")
    owner.press("Say what has been done")
    owner.clicks = 0
    owner.write("What has been done", NOTE)
    owner.add_file("who-has-it.txt", b"Sixteen partners have it.", "text/plain")
    owner.press("Propose it is complete")
    assert owner.clicks <= MOST_CLICKS
    assert owner.reads("You proposed that it is complete.")


def the_officer_returns_it_with_a_reason(officer) -> None:
    officer.choose_from_menu("Action log")
    officer.follow(WHAT)
    with officer.page.expect_download() as download:
        officer.follow("who-has-it.txt")
    assert download.value.path().read_bytes() == b"Sixteen partners have it."
    officer.write("What you found", MISSING)
    officer.press("Return it to its owner")
    assert officer.reads("Returned to its owner, who is told why.")


def its_owner_answers_from_the_letter(owner, letters, mail) -> None:
    """The letter says where to go; signing in leads there."""
    owner.sign_out()
    posted = replace(owner.site, environment=owner.site.environment | {"SHP_GOV_MAIL_URL": mail})
    posted.run("messages", "send")
    to_the_owner = [letter for letter in letters if OWNER in str(letter["To"])]
    said = "\n".join(letter.get_body().get_content() for letter in to_the_owner)
    assert WHAT in said
    assert MISSING in said
    owner.clicks = 0
    owner.go(LINK.findall(said)[-1])
    owner.sign_in()
    owner.page.get_by_role("region", name="Next: add what is missing").get_by_text(MISSING).wait_for()
    owner.write("What has been done", "The Bench and the Housing Board have not opened it.")
    owner.press("Propose it is complete")
    assert owner.reads("You proposed that it is complete.")
    assert owner.clicks <= MOST_CLICKS


def the_officer_verifies_it(officer) -> None:
    officer.choose_from_menu("Action log")
    officer.follow("For an officer to verify")
    officer.follow(WHAT)
    officer.press("Verify that it is complete")
    assert officer.reads("Verified. The partnership agrees next.")


def the_chair_sees_it_on_board_health(chair) -> None:
    chair.sign_in()
    assert chair.is_on("Board health")
    chair.follow(WHAT)
    assert chair.reads("Verified")


def the_body_agrees_at_a_meeting(officer) -> None:
    """The pack of a meeting held today brings its minutes; the agreement is recorded in one of them."""
    today = clock.today()
    officer.choose_from_menu("Import")
    pack = packs.of_a_meeting_held(today, later=today + timedelta(days=60))
    officer.add_file("todays-minutes.txt", pack, "text/plain")
    officer.press("Read this pack")
    officer.press("Accept and add to the register")
    assert officer.reads("The pack is in the register.")
    officer.choose_from_menu("Action log")
    officer.follow(WHAT)
    officer.press("Record that the partnership agreed")
    assert officer.page.get_by_label(f"1. {WHAT}").is_checked()
    minute = officer.page.locator("option", has_text="minute 13: Action Log").inner_text()
    officer.choose("In which minute?", minute)
    officer.press("Record the agreement")
    assert officer.reads("1 action closed.")
    assert not officer.page.get_by_role("main").get_by_role("link", name=WHAT).count()


def its_minutes_can_be_printed(officer) -> None:
    officer.choose_from_menu("Meetings")
    officer.follow(BODY)
    officer.follow("The page that everybody sees")
    assert officer.is_on(f"Meeting on {long_day(clock.today())}")
    link = officer.page.get_by_role("link", name=re.compile("Minutes.*PDF")).first.get_attribute("href")
    printed = officer.page.request.get(officer.site.address + link)
    assert printed.ok
    assert printed.body().startswith(b"%PDF")
    words = " ".join(page.extract_text() for page in PdfReader(BytesIO(printed.body())).pages)
    assert "MINUTES AND DECISION RECORD" in words.upper()
    assert "Action Log" in words
