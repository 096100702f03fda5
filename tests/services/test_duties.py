"""What was done about a duty is recorded, put right and withdrawn, and nothing of it is lost."""

from datetime import date, timedelta

import pytest
import sqlalchemy as sa

from shp_gov import clock, queries, services, storage
from shp_gov.database import db
from shp_gov.domain.duties import duties
from shp_gov.domain.duties.entered import EntryRefused
from shp_gov.domain.guards import NothingChanges, WordsMissing
from shp_gov.models import AuditWords
from shp_gov.services.duties import Account
from shp_gov.services.evidence import Upload
from tests import factories as make
from tests.services.acting import CLERK, audited

YEAR = date(2025, 4, 1)
PREPARED = {"prepared_on": date(2025, 9, 12)}


@pytest.fixture
def body(app):
    return make.a_body()


def record(body, duty="strategic-assessment", *, year=YEAR, **said):
    entry = services.duties.record(body, duties()[duty], Account(**said), year=year, actor=CLERK)
    db.session.flush()
    return entry


def test_a_duty_is_recorded_with_what_shows_it(body):
    decision = make.a_decision(minute=make.a_minute(meeting=make.a_meeting(body=body, on=date(2025, 9, 12))))
    file = Upload("assessment.pdf", b"%PDF-1.4 an assessment")

    entry = record(body, entered=PREPARED, decision=decision, note=" Version 2. ", file=file)

    assert entry.entered == {"prepared_on": "2025-09-12"}
    assert (entry.year, entry.is_done, entry.note) == (YEAR, True, "Version 2.")
    assert storage.fetch(entry.document.sha256) == file.content
    assert entry.recorded_by == "Helen Ashby"
    assert audited(entry) == ["duty.recorded"]


def test_a_document_that_shows_a_private_decision_is_private(body):
    minute = make.a_minute(meeting=make.a_meeting(body=body, on=date(2025, 9, 12)), is_exempt=True)
    file = Upload("assessment.pdf", b"%PDF-1.4 an assessment")

    entry = record(body, entered=PREPARED, decision=make.a_decision(minute=minute), file=file)

    assert entry.document.is_exempt


def test_several_are_recorded_for_one_year(body):
    for month in (6, 11):
        record(body, "public-meeting", entered={"held_on": date(2025, month, 3)})

    assert len(recorded(body, "public-meeting")) == 2


def recorded(body, duty):
    return queries.duties.recorded(body, duty=duties()[duty])


def test_what_was_not_done_is_recorded_as_not_done(body):
    entry = record(body, is_done=False, note="The analyst left.")

    assert not entry.is_done
    assert entry.entered == {}


TOMORROW = clock.today() + timedelta(days=1)


@pytest.mark.parametrize(
    ("duty", "said", "says"),
    [
        ("strategic-assessment", {}, "Enter this too: Day it was prepared."),
        ("strategic-assessment", {"entered": {"prepared_on": TOMORROW}}, "that day has not come"),
        ("strategic-assessment", {"entered": {"prepared_on": date(1998, 9, 29)}}, "began later"),
        ("strategic-assessment", {"entered": {"prepared_on": "12 May"}}, "this is not a day"),
        ("strategic-assessment", {"entered": PREPARED | {"colour": "teal"}}, "does not ask for colour"),
        ("strategic-assessment", {"entered": PREPARED | {"headings": ("the weather",)}}, "not “the weather”"),
        ("strategic-assessment", {"entered": PREPARED, "is_done": False}, "It cannot be not done and done on"),
        ("plan-revision", {"entered": {"revised_on": date(2025, 3, 1), "years_covered": True}}, "not a whole number"),
        ("public-meeting", {"entered": {"held_on": date(2025, 6, 1), "mode": "by post"}}, "choose from the list"),
        ("public-meeting", {"entered": {"held_on": date(2025, 6, 1), "senior_from": "Police"}}, "list of authorities"),
        ("plan-summary", {"entered": {"published_on": date(2025, 6, 1), "where": "x" * 1001}}, "1,000 characters"),
    ],
)
def test_what_cannot_be_is_refused_with_a_sentence(body, duty, said, says):
    with pytest.raises(EntryRefused, match=says):
        record(body, duty, **said)


@pytest.mark.parametrize(
    ("duty", "year", "says"),
    [
        ("strategic-assessment", None, "Say which year"),
        ("strategic-assessment", date(2025, 5, 1), "Say which year"),
        ("quarterly-data", date(2025, 5, 1), "Say which quarter"),
        ("information-sharing-protocol", YEAR, "is not counted by years"),
    ],
)
def test_a_year_that_the_duty_does_not_have_is_refused(body, duty, year, says):
    with pytest.raises(EntryRefused, match=says):
        record(body, duty, year=year, entered=PREPARED)


def test_an_end_before_its_beginning_is_refused(body):
    entered = {"in_force_from": date(2024, 5, 1)}

    with pytest.raises(EntryRefused, match="cannot hold until Tuesday 30 April 2024"):
        record(body, "information-sharing-protocol", year=None, entered=entered, until_on=date(2024, 4, 30))
    days = {"opened_on": date(2024, 5, 1), "closed_on": date(2024, 4, 1)}
    with pytest.raises(EntryRefused, match="it would be before"):
        record(body, "plan-consultation", year=None, entered=days)


def test_the_day_set_for_an_answer_may_lie_ahead(body):
    entered = {"required_on": date(2025, 5, 1), "answer_by": TOMORROW}

    assert record(body, "commissioner-report", year=None, entered=entered).entered["answer_by"]


def test_a_meeting_of_another_body_or_one_still_to_come_shows_nothing(body):
    with pytest.raises(EntryRefused, match="of the partnership whose duty"):
        record(body, entered=PREPARED, meeting=make.a_meeting(on=date(2025, 9, 12)))
    with pytest.raises(EntryRefused, match="has not been held yet"):
        record(body, entered=PREPARED, meeting=make.a_meeting(body=body, on=TOMORROW))


def test_a_correction_keeps_what_was_said_before_in_the_trail(body):
    entry = record(body, entered=PREPARED, file=Upload("a.txt", b"a"))

    services.duties.correct(entry, Account({"prepared_on": date(2025, 9, 13)}), actor=CLERK)

    assert entry.entered == {"prepared_on": "2025-09-13"}
    assert entry.document.filename == "a.txt", "a file stays unless another replaces it"
    assert audited(entry) == ["duty.recorded", "duty.corrected"]
    assert any("2025-09-12" in text for text in db.session.scalars(sa.select(AuditWords.text)))


def test_a_correction_that_corrects_nothing_is_refused(body):
    entry = record(body, entered=PREPARED)

    with pytest.raises(NothingChanges):
        services.duties.correct(entry, Account(PREPARED), actor=CLERK)


def test_an_entry_is_withdrawn_with_a_reason_and_stays_on_record(body):
    entry = record(body, entered=PREPARED)

    with pytest.raises(WordsMissing):
        services.duties.withdraw(entry, because=" ", actor=CLERK)
    services.duties.withdraw(entry, because="It was the draft.", actor=CLERK)

    assert entry.withdrawn_because == "It was the draft."
    assert recorded(body, "strategic-assessment") == []
    assert audited(entry) == ["duty.recorded", "duty.withdrawn"]
    for act in (lambda: services.duties.withdraw(entry, because="Again", actor=CLERK), lambda: correct(entry)):
        with pytest.raises(EntryRefused, match="was withdrawn"):
            act()


def correct(entry):
    services.duties.correct(entry, Account({"prepared_on": date(2025, 9, 13)}), actor=CLERK)


def test_the_day_it_was_presented_may_be_all_that_is_known(body):
    entry = record(body, entered={"presented_on": date(2025, 9, 12)})

    assert entry.entered == {"presented_on": "2025-09-12"}
