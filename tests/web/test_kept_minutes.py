"""A version of minutes read back: what it said then, whatever was changed since, and nothing private of it."""

import pytest

from shp_gov.database import db
from shp_gov.domain.workflows import MinutesState
from shp_gov.models import Interest, MinutesVersion
from shp_gov.queries import minutes_versions
from tests import factories as make
from tests.minutes import a_kept_version, an_approved_meeting, with_the_chair
from tests.sittings import RECOMMENDED
from tests.votes import BY_NAME, DISSENT, FELL, REFUSED, a_divided_meeting
from tests.web.test_minutes import text


@pytest.fixture
def sitting(app):
    return an_approved_meeting()[0]


def address(version: MinutesVersion) -> str:
    return f"/meetings/{version.meeting_id}/minutes/versions/{version.number}"


def test_a_version_says_what_it_said_when_it_was_kept_whatever_was_changed_since(app, sign_in):
    sitting, kept = with_the_chair()
    sitting.minute("Taxi marshals").decisions[0].words = "That nothing be done."

    said = text(sign_in(make.an_officer(body=sitting.body)).get(address(kept)))

    assert f"(i) {RECOMMENDED[0]}" in said
    assert "That nothing be done." not in said
    assert "The family of Robin Hollis was named." in said
    assert "Holder 0 Director, Director of Neighbourhoods (in the chair)" in said
    assert "From 10.00am to 12.00pm, Civic Centre" in said
    assert "the words kept have the hash" in said


def test_each_version_leads_to_the_newest_and_is_led_to_from_the_list(sitting, sign_in):
    first, *_, last = reversed(minutes_versions.versions(sitting.meeting))
    officer = sign_in(make.an_officer(body=sitting.body))

    listed = officer.get(f"/meetings/{sitting.meeting.id}/minutes/versions").text
    assert all(f'href="{address(each)}"' in listed for each in (first, last))
    assert f"There is a later version: version {last.number}, approved" in text(officer.get(address(first)))
    assert "There is a later version" not in text(officer.get(address(last)))


def test_a_version_tells_how_the_meeting_ruled(app, sign_in):
    divided = a_divided_meeting()
    kept = a_kept_version(divided.meeting)

    said = text(sign_in(make.an_officer(body=divided.body)).get(address(kept)))

    assert all(told in said for told in (BY_NAME, DISSENT, REFUSED, FELL))


def test_a_version_that_was_tampered_with_is_not_what_was_kept(sitting, sign_in):
    kept = minutes_versions.newest(sitting.meeting)
    other = {"contents": {**kept.contents, "venue": "Another hall"}, "sha256": kept.sha256, "number": kept.number + 1}
    same = {"kind": kept.kind, "made_at": kept.made_at, "made_by": kept.made_by}
    kept = make._kept(MinutesVersion(meeting=sitting.meeting, **other, **same))

    said = text(sign_in(make.an_officer(body=sitting.body)).get(address(kept)))

    assert "the words kept do not have the hash" in said


def test_what_is_private_in_a_version_is_not_for_whoever_declared_an_interest_in_it(app, sign_in):
    sitting, kept = with_the_chair()
    interested = make.a_chair(body=sitting.body)
    declared = {"minute_id": sitting.minute("Case review").id, "words": "My firm.", "position": 1}
    make._kept(Interest(meeting=sitting.meeting, person=interested.person, **declared))

    said = text(sign_in(interested).get(address(kept)))

    assert "What it says is private." in said
    assert "Robin Hollis" not in said


def test_a_version_that_there_is_not_is_not_found(sitting, sign_in):
    assert sitting.meeting.minutes_state is MinutesState.APPROVED
    officer = sign_in(make.an_officer(body=sitting.body))
    db.session.commit()

    assert officer.get(f"/meetings/{sitting.meeting.id}/minutes/versions/99").status_code == 404
