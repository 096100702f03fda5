"""Minutes on their pages: the editor, what the chair reads, suggests and agrees, and the draft that everybody reads."""

import pytest
from bs4 import BeautifulSoup

from shp_gov import services
from shp_gov.database import db
from shp_gov.domain.workflows import MinutesState, SuggestionState
from shp_gov.models import Meeting, MinuteRevision, MinutesVersion, Suggestion
from tests import factories as make
from tests.minutes import a_closed_meeting, a_held_meeting, say, with_the_chair
from tests.sittings import CLERK
from tests.web.sending import complaint, form_of
from tests.web.statements import counted

MOST_STATEMENTS = 22
SECRET = "Robin Hollis"


@pytest.fixture
def sitting(app):
    return a_closed_meeting()


@pytest.fixture
def sent(app):
    return with_the_chair()[0]


def page(sitting, rest):
    return f"/meetings/{sitting.meeting.id}/minutes/{rest}"


def text(answer):
    return " ".join(BeautifulSoup(answer.text, "html5lib").get_text(" ").split())


def filled(client, address, number=0):
    """Open a page and give one of its forms as a browser would send it."""
    form = BeautifulSoup(client.get(address).text, "html5lib").main.find_all("form", method="post")[number]
    data = {field["name"]: field.get("value", "") for field in form.find_all("input")}
    return data | {field["name"]: field.text.lstrip("\n") for field in form.find_all("textarea")}


def editor_form(client, sitting):
    """Give the form of the editor, which comes after the buttons."""
    forms = BeautifulSoup(client.get(page(sitting, "edit")).text, "html5lib").main.find_all("form", method="post")
    number = next(place for place, form in enumerate(forms) if form.find("textarea"))
    return filled(client, page(sitting, "edit"), number)


def press(client, address, action):
    """Press the button of a page that sends to an address."""
    forms = BeautifulSoup(client.get(address).text, "html5lib").main.find_all("form", method="post")
    form = next(each for each in forms if each.get("action") == action)
    return client.post(action, data={each["name"]: each.get("value", "") for each in form.find_all("input")})


def test_words_typed_before_the_draft_went_out_are_refused_and_stay_on_the_page(app, sign_in):
    sitting, version = with_the_chair()
    officer = sign_in(make.an_officer(body=sitting.body))
    editor = f"/meetings/{sitting.meeting.id}/minutes/edit"
    typed = filled(officer, editor) | {f"narrative_{sitting.minute('Taxi marshals').id}": "Typed too late."}
    services.minutes_versions.agree(sitting.meeting, sha256=version.sha256, actor=CLERK)
    services.minutes_versions.publish_as_a_draft(sitting.meeting, actor=CLERK)

    answer = officer.post(editor, data=typed)

    assert "These minutes are published as a draft." in text(answer)
    assert "Typed too late." in answer.text
    assert "The minutes are saved." not in text(answer)


def test_all_minutes_are_written_on_one_page_each_kept_as_a_save(sitting, sign_in):
    officer = sign_in(make.an_officer(body=sitting.body))
    taxis, apologies = sitting.minute("Taxi marshals"), sitting.minute("Apologies for absence")
    data = editor_form(officer, sitting)

    answer = officer.post(
        page(sitting, "edit"),
        data=data | {f"narrative_{taxis.id}": "Members asked.", f"narrative_{apologies.id}": "None."},
    )

    assert answer.location == page(sitting, "edit")
    assert sitting.minute("Taxi marshals").narrative == "Members asked."
    assert sitting.minute("Apologies for absence").narrative == "None."
    assert db.session.query(MinuteRevision).filter_by(minute_id=taxis.id).count() == 2


def test_minutes_that_were_not_touched_get_no_save(sitting, sign_in):
    officer = sign_in(make.an_officer(body=sitting.body))
    before = {minute.title: minute.version for minute in sitting.meeting.minutes}

    officer.post(page(sitting, "edit"), data=editor_form(officer, sitting))

    db.session.expire_all()
    assert {minute.title: minute.version for minute in sitting.meeting.minutes} == before


def test_two_officers_at_once_lose_no_word_and_are_told(sitting, sign_in):
    officer = sign_in(make.an_officer(body=sitting.body))
    taxis = sitting.minute("Taxi marshals")
    data = editor_form(officer, sitting)
    say(sitting, "Taxi marshals", "The other officer wrote this.")

    answer = officer.post(page(sitting, "edit"), data=data | {f"narrative_{taxis.id}": "Mine."}, follow_redirects=True)

    assert "Somebody else saved minute 2 while you wrote" in text(answer)
    assert "Two texts of minute 2 differ" in text(answer)
    assert sitting.minute("Taxi marshals").narrative == "The other officer wrote this."
    kept = [row.words.get("narrative") for row in db.session.query(MinuteRevision).filter_by(minute_id=taxis.id)]
    assert "Mine." in kept


def test_a_private_minute_is_flagged_and_asks_for_a_summary(sitting, sign_in):
    officer = sign_in(make.an_officer(body=sitting.body))

    shown = text(officer.get(page(sitting, "edit")))

    assert "Not for publication. The public see its title as “A private matter”" in shown
    assert "section 100C(2) of the Local Government Act 1972" in shown


def test_the_way_from_draft_to_published_in_the_browser(sitting, sign_in):
    body = sitting.body
    chair, helen = make.a_chair(body=body), make.an_officer(body=body)

    press(sign_in(helen), page(sitting, "edit"), page(sitting, "send"))
    assert sitting.meeting.minutes_state is MinutesState.WITH_THE_CHAIR
    press(sign_in(chair), page(sitting, "review"), page(sitting, "agree"))
    version = db.session.query(MinutesVersion).one()
    assert (version.agreed_by, version.agreed_by_id) == (chair.name, chair.id)
    action, data = form_of(sign_in(helen), page(sitting, "publish"))
    answer = sign_in(helen).post(action, data=data, follow_redirects=True)

    assert "The draft minutes are published" in text(answer)
    db.session.expire_all()
    assert db.session.get(Meeting, sitting.meeting.id).minutes_state is MinutesState.DRAFT_PUBLISHED


def test_the_public_reads_a_published_draft_with_its_mark_and_no_private_word(sent, client):
    from_chair = make.a_chair(body=sent.body)
    version = db.session.query(MinutesVersion).one()
    services.minutes_versions.agree(sent.meeting, sha256=version.sha256, actor=CLERK)
    services.minutes_versions.publish_as_a_draft(sent.meeting, actor=CLERK)

    shown = text(client.get(f"/meetings/{sent.meeting.id}"))

    assert "Draft: not yet approved" in shown
    assert "Holder 2 Fire" in shown
    assert SECRET not in shown
    assert from_chair.name not in shown


def test_the_chair_sees_words_and_the_public_does_not_while_they_are_a_draft(sent, sign_in, client):
    assert "To ask for marshals" not in text(client.get(f"/meetings/{sent.meeting.id}"))

    shown = text(sign_in(make.a_chair(body=sent.body)).get(page(sent, "review")))

    assert "To ask for marshals" in shown
    assert SECRET in shown


def test_an_agreement_to_words_that_changed_since_is_refused_with_a_sentence(sent, sign_in):
    chair = sign_in(make.a_chair(body=sent.body))
    forms = BeautifulSoup(chair.get(page(sent, "review")).text, "html5lib").main.find_all("form", method="post")
    data = {each["name"]: each.get("value", "") for each in forms[-1].find_all("input")}
    say(sent, "Taxi marshals", "Slipped in.")

    answer = chair.post(page(sent, "agree"), data=data, follow_redirects=True)

    assert "The minutes have changed since you opened this page" in text(answer)
    assert db.session.query(MinutesVersion).one().agreed_at is None


def test_the_chair_suggests_other_words_and_the_officer_accepts_them(sent, sign_in):
    minute = sent.minute("Apologies for absence")
    chair, helen = make.a_chair(body=sent.body), make.an_officer(body=sent.body)
    address = page(sent, f"{minute.id}/suggest?part=narrative")
    data = filled(sign_in(chair), address)
    sign_in(chair).post(address, data=data | {"after": "The fire service sent apologies.", "comment": "Shorter."})
    suggestion = db.session.query(Suggestion).one()

    shown = text(sign_in(helen).get(page(sent, "edit")))
    assert "The chair suggests 1 change" in shown
    address = page(sent, f"suggestions/{suggestion.id}")
    assert "Shorter." in text(sign_in(helen).get(address))
    answer = sign_in(helen).post(address, data=filled(sign_in(helen), address))

    assert answer.location == page(sent, "edit")
    assert sent.minute("Apologies for absence").narrative == "The fire service sent apologies."


def test_an_officer_who_leaves_the_words_says_why(sent, sign_in):
    minute = sent.minute("Apologies for absence")
    chair, helen = make.a_chair(body=sent.body), make.an_officer(body=sent.body)
    address = page(sent, f"{minute.id}/suggest?part=narrative")
    sign_in(chair).post(address, data=filled(sign_in(chair), address) | {"after": "Short."})
    suggestion = db.session.query(Suggestion).one()
    address = page(sent, f"suggestions/{suggestion.id}")

    refused = {"refuse": "y"}
    assert "why the words stay as they are" in complaint(
        sign_in(helen).post(address, data=filled(sign_in(helen), address) | refused)
    )
    sign_in(helen).post(address, data=filled(sign_in(helen), address) | refused | {"answer": "The letter says so."})

    db.session.expire_all()
    assert db.session.query(Suggestion).one().state is SuggestionState.REFUSED
    assert "The letter says so." in text(sign_in(chair).get(page(sent, "review")))


def test_a_part_that_is_not_there_does_not_exist(sent, sign_in):
    minute = sent.minute("Apologies for absence")
    chair = sign_in(make.a_chair(body=sent.body))

    assert chair.get(page(sent, f"{minute.id}/suggest?part=version")).status_code == 404
    assert chair.get(page(sent, f"{minute.id}/suggest?part=decision 7")).status_code == 404


def test_sending_before_the_meeting_is_closed_gets_a_sentence(app, sign_in):
    sitting = a_held_meeting()
    officer = sign_in(make.an_officer(body=sitting.body))
    _, data = form_of(officer, page(sitting, "publish"))

    answer = officer.post(page(sitting, "send"), data=data, follow_redirects=True)

    assert "Close the meeting first." in text(answer)


def test_the_pages_ask_the_database_a_bounded_number_of_times(sent, sign_in):
    chair = sign_in(make.a_chair(body=sent.body))
    with counted() as statements:
        chair.get(page(sent, "review"))
    assert len(statements) <= MOST_STATEMENTS
    officer = sign_in(make.an_officer(body=sent.body))
    with counted() as statements:
        officer.get(page(sent, "edit"))
    assert len(statements) <= MOST_STATEMENTS
