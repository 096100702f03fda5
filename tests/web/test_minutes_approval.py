"""Minutes approved on the pages of the meeting that approves them, signed by its chair, and corrected later."""

import pytest
from bs4 import BeautifulSoup

from shp_gov.database import db
from shp_gov.domain.workflows import MinutesState
from shp_gov.models import Meeting, MinutesCorrection, MinutesVersion, Signature
from tests import factories as make
from tests.minutes import LATER, a_published_draft, an_approved_meeting, the_next_meeting
from tests.sittings import RECOMMENDED, at
from tests.web.sending import complaint
from tests.web.test_minutes import filled, press, text

SHORTER = "That taxi marshals work at the Harbour Road rank until 30 June 2027."


@pytest.fixture
def draft(app):
    sitting = a_published_draft()
    return sitting, the_next_meeting(sitting)


@pytest.fixture
def approved(app):
    return an_approved_meeting()


def confirm(later):
    return f"/meetings/{later.id}/minutes/confirm"


def correct(sitting, part="decision 1"):
    minute = sitting.minute("Taxi marshals")
    return f"/meetings/{sitting.meeting.id}/minutes/{minute.id}/correct?part={part}"


def test_minutes_are_corrected_and_approved_on_one_page(draft, sign_in):
    sitting, later = draft
    officer = sign_in(make.an_officer(body=sitting.body))
    with at(10, 5, day=LATER):
        address = correct(sitting)
        answer = officer.post(address, data=filled(officer, address) | {"after": SHORTER, "at": str(later.id)})
        assert answer.location == confirm(later)
        shown = BeautifulSoup(officer.get(confirm(later)).text, "html5lib")
        assert ([each.text.strip() for each in shown.find_all("del")], "30 June" in shown.find("ins").text) == (
            ["31 March"],
            True,
        )
        forms = shown.main.find_all("form", method="post")
        last = next(form for form in forms if "Approve the minutes" in form.text)
        officer.post(confirm(later), data={each["name"]: each.get("value", "") for each in last.find_all("input")})

    db.session.expire_all()
    assert db.session.get(Meeting, sitting.meeting.id).minutes_state is MinutesState.APPROVED
    assert "In minute 2, “31 March” became “30 June”." in later.minutes[0].narrative


def test_a_correction_is_taken_back_on_the_same_page(draft, sign_in):
    sitting, later = draft
    officer = sign_in(make.an_officer(body=sitting.body))
    with at(10, 5, day=LATER):
        address = correct(sitting)
        officer.post(address, data=filled(officer, address) | {"after": SHORTER, "at": str(later.id)})
        number = db.session.query(MinutesCorrection.id).scalar()
        press(officer, confirm(later), f"/meetings/{later.id}/minutes/corrections/{number}/take-back")

    assert db.session.query(MinutesCorrection).count() == 0
    assert sitting.minute("Taxi marshals").decisions[0].words == RECOMMENDED[0]


def test_whoever_was_in_the_chair_signs_on_a_page_and_another_name_is_refused(approved, sign_in):
    sitting, _ = approved
    chair = make.a_user("Holder 0 Director", person=sitting.people["director"])
    address = f"/meetings/{sitting.meeting.id}/minutes/sign"
    with at(12, day=LATER):
        refused = sign_in(chair).post(
            address, data=filled(sign_in(chair), address) | {"name": "A. Nother", "office": "Chair"}
        )
        assert "Type that name to sign" in complaint(refused)
        typed = {"name": "Holder 0 Director", "office": "Chair"}
        sign_in(chair).post(address, data=filled(sign_in(chair), address) | typed)
        assert "Holder 0 Director" in text(sign_in(chair).get(address))

    assert db.session.query(Signature).one().office == "Chair"


def test_the_office_of_whoever_signs_is_written_already(approved, sign_in):
    sitting, _ = approved
    make.a_chair_in_office(sitting.people["director"], body=sitting.body)
    chair = make.a_user("Holder 0 Director", person=sitting.people["director"])

    assert filled(sign_in(chair), f"/meetings/{sitting.meeting.id}/minutes/sign")["office"] == "Chair"


def test_a_signature_to_a_hash_that_was_changed_in_the_form_is_refused(approved, sign_in):
    sitting, _ = approved
    chair = make.a_user("Holder 0 Director", person=sitting.people["director"])
    address = f"/meetings/{sitting.meeting.id}/minutes/sign"
    typed = {"name": "Holder 0 Director", "office": "Chair", "sha256": "0" * 64}

    answer = sign_in(chair).post(address, data=filled(sign_in(chair), address) | typed)

    assert "no longer those you read" in complaint(answer)


def test_approved_minutes_take_a_later_correction_as_a_new_version_that_everybody_is_told_of(approved, sign_in, client):
    sitting, later = approved
    officer = sign_in(make.an_officer(body=sitting.body))
    address = correct(sitting)

    officer.post(address, data=filled(officer, address) | {"after": SHORTER, "at": str(later.id)})

    versions = f"/meetings/{sitting.meeting.id}/minutes/versions"
    assert "What changed: In minute 2, “31 March” became “30 June”." in text(officer.get(versions))
    newest = db.session.query(MinutesVersion).order_by(MinutesVersion.number.desc()).first()
    assert newest.what_changed == "In minute 2, “31 March” became “30 June”."
    public = text(client.get(f"/meetings/{sitting.meeting.id}"))
    assert "Corrected on Thursday 12 November 2026: In minute 2, “31 March” became “30 June”." in public
    assert sitting.minute("Taxi marshals").decisions[0].words == RECOMMENDED[0]


def test_a_meeting_with_nothing_to_approve_says_so(app, sign_in):
    meeting = make.a_meeting(minutes_state=None)
    officer = sign_in(make.an_officer(body=meeting.body))

    assert "There are no minutes to approve at this meeting." in text(
        officer.get(confirm(meeting), follow_redirects=True)
    )
