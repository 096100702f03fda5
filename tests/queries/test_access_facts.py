"""What is gathered about notice, papers, and late and private business, and what the checks find of it."""

from datetime import date, datetime

import pytest

from shp_gov import clock
from shp_gov.domain.clear_days import Basis
from shp_gov.domain.workflows import MeetingState
from shp_gov.models import AccessRegime, AgendaItem, Meeting, MeetingMode, Minute, Report
from shp_gov.queries import compliance
from tests import factories as make

OUT = clock.now()
ON = date(2018, 6, 22)
RULING = "Ruled urgent in order that the matter could be dealt with without delay."
RESOLUTION = "The public were excluded. Minute 10: action in connection with the prevention of crime (para 7)."
ACCESS = ("LGA72", "OLGB14", "REMOTE")


def found(meeting: Meeting, *rules: str, on: date = ON) -> dict[str, list[tuple[str, str]]]:
    """List what the access rules found of a body, by rule: about what, and with which verdict."""
    make.db.session.commit()
    by_rule: dict[str, list[tuple[str, str]]] = {}
    for each in compliance.of_body(meeting.body, on):
        if each.rule.startswith(ACCESS) and (not rules or each.rule in rules):
            by_rule.setdefault(each.rule, []).append((each.subject, each.verdict.value))
    return by_rule


def a_meeting(**details) -> Meeting:
    return make.a_meeting(**{"on": ON} | details)


def a_minute(meeting: Meeting, number: int, **details) -> Minute:
    usual = {"position": number, "number": number, "number_printed": str(number), "year_starts_on": date(2018, 5, 1)}
    return make.a_minute(meeting=meeting, **usual | details)


def test_days_that_nobody_recorded_are_not_known(app):
    rules = found(a_meeting())

    assert rules["LGA72-100A6-NOTICE"] == [("Meeting of Friday 22 June 2018", "not known")]
    assert rules["LGA72-100B3-AGENDA"] == [("Meeting of Friday 22 June 2018", "not known")]
    assert "REMOTE-WINDOW" not in rules
    assert "OLGB14-REPORT" not in rules


@pytest.mark.parametrize(("basis", "verdict"), [(None, "fail"), (Basis.WORKING, "fail"), (Basis.CALENDAR, "pass")])
def test_days_are_counted_as_the_body_counts_them(app, basis, verdict):
    meeting = a_meeting(agenda_published_on=date(2018, 6, 16))
    meeting.body.clear_days_basis = basis

    assert found(meeting)["LGA72-100B3-AGENDA"][0][1] == verdict


def test_where_no_regime_is_kept_nothing_is_asked(app):
    meeting = a_meeting(agenda_published_on=date(2018, 6, 21))
    meeting.body.access_regime = AccessRegime.NONE
    a_minute(meeting, 8, urgent_ruling=RULING, is_urgent=True)

    verdicts = {verdict for rule, rows in found(meeting).items() for _, verdict in rows if rule != "LGA72-100E-SCOPE"}

    assert verdicts == {"not applicable"}


def test_a_ruling_is_judged_once_however_many_items_were_taken_under_it(app):
    meeting = a_meeting()
    a_minute(meeting, 27, title="Urgent business", urgent_ruling=RULING, narrative=RULING, is_urgent=True)
    for number in (28, 29):
        a_minute(meeting, number, is_urgent=True, narrative="It was reported that the kiosk is open.")

    rules = found(meeting)

    assert rules["LGA72-100B4-URGENT"] == [("Minute 27 of 2018/19", "needs a person")]
    assert rules["LGA72-100B4-ITEM"][1:] == [
        ("Minute 28 of 2018/19", "pass"),
        ("Minute 29 of 2018/19", "pass"),
    ]


def test_urgent_business_without_a_ruling_fails_and_an_empty_heading_does_not(app):
    meeting = a_meeting()
    a_minute(meeting, 8, title="Urgent business", is_urgent=True, narrative="There were none.")
    a_minute(meeting, 9, title="Kiosk", is_urgent=True, narrative="The kiosk was broken into.")

    assert found(meeting)["LGA72-100B4-ITEM"] == [("Minute 9 of 2018/19", "fail")]


def test_an_item_added_late_needs_the_ruling_of_its_minute(app):
    meeting = a_meeting()
    first, late = (
        make._kept(AgendaItem(meeting=meeting, position=place, number=str(place), title="An item", added_on=added))
        for place, added in ((1, None), (2, date(2018, 6, 20)))
    )
    a_minute(meeting, 1, agenda_item=first)
    minute = a_minute(meeting, 2, agenda_item=late)

    assert found(meeting)["LGA72-100B4-ITEM"] == [
        ("Item 2, Friday 22 June 2018", "fail"),
        ("Agenda of Friday 22 June 2018", "pass"),
    ]

    minute.urgent_ruling = "The chair ruled it urgent, because the bid closes on 25 June."

    assert ("Item 2, Friday 22 June 2018", "pass") in found(meeting)["LGA72-100B4-ITEM"]


@pytest.mark.parametrize(
    ("resolution", "verdict"),
    [
        (RESOLUTION, "pass"),
        ("The public were excluded for the remaining items, as defined in Part 1 of Schedule 12A.", "fail"),
        (None, "fail"),
    ],
)
def test_a_private_minute_is_held_against_the_resolution_in_the_minutes(app, resolution, verdict):
    meeting = a_meeting()
    a_minute(meeting, 9, narrative=resolution)
    a_minute(meeting, 10, title="A secret plan", is_exempt=True, exempt_paragraph="7")

    rules = found(meeting)

    assert rules["LGA72-100A5-RESN"] == [("Minute 10 of 2018/19", verdict)]
    assert rules["LGA72-12A-PARA"] == [("Minute 10 of 2018/19", "pass")]
    assert rules["LGA72-12A-PIT"] == [("Minute 10 of 2018/19", "needs a person")]
    assert rules["LGA72-100C2-SUMM"] == [("Meeting of Friday 22 June 2018", "needs a person")]


def test_each_private_minute_is_held_against_the_resolution_that_names_it_or_the_last_one_before_it(app):
    meeting = a_meeting()
    a_minute(meeting, 9, narrative=RESOLUTION)
    a_minute(meeting, 10, title="A secret plan", is_exempt=True, exempt_paragraph="7")
    a_minute(meeting, 11, narrative="The public were excluded. Minute 12: prevention of crime (para 7).")
    a_minute(meeting, 12, title="A secret site", is_exempt=True, exempt_paragraph="7")
    a_minute(meeting, 13, title="A secret source", is_exempt=True, exempt_paragraph="7")
    make.db.session.commit()

    rows = [each for each in compliance.of_body(meeting.body, ON) if each.rule == "LGA72-100A5-RESN"]

    said = {each.subject: (each.verdict.value, each.facts["resolution"]) for each in rows}
    assert said == {
        "Minute 10 of 2018/19": ("pass", "minute 9 of 2018/19"),
        "Minute 12 of 2018/19": ("pass", "minute 11 of 2018/19"),
        "Minute 13 of 2018/19": ("fail", "minute 11 of 2018/19"),
    }


def test_no_finding_says_an_exempt_word(app):
    meeting = a_meeting()
    item = make._kept(AgendaItem(meeting=meeting, position=1, number="1", title="Kingfisher", is_exempt=True))
    kept = {"title": "Kingfisher", "narrative": "Kingfisher.", "public_interest_reason": "Kingfisher."}
    a_minute(meeting, 1, agenda_item=item, is_exempt=True, is_urgent=True, urgent_ruling="Kingfisher.", **kept)
    make._kept(
        Report(meeting=meeting, agenda_item=item, position=1, subject="Kingfisher", is_exempt=True, published_at=OUT)
    )
    make.db.session.commit()

    said = [str(each) for each in compliance.of_body(meeting.body, ON) if each.rule.startswith(ACCESS)]

    assert said
    assert not any("kingfisher" in words.casefold() for words in said)


def test_a_meeting_at_a_distance_is_held_against_its_link_in_hours(app):
    meeting = a_meeting(on=date(2020, 9, 4), mode=MeetingMode.REMOTE)
    meeting.link_published_at = datetime(2020, 9, 3, 10, 30, tzinfo=clock.LONDON)

    rules = found(meeting, on=date(2020, 9, 4))

    assert rules["REMOTE-WINDOW"][0][1] == "pass"
    assert rules["REMOTE-LINK24"][0][1] == "fail"


@pytest.mark.parametrize(
    ("lists", "verdict"),
    [(("none", "The plan"), "pass"), (("none", ""), "needs a person"), (("none", None), "not known")],
)
def test_open_reports_are_asked_for_their_background_papers(app, lists, verdict):
    meeting = a_meeting()
    for place, words in enumerate(lists, start=1):
        make._kept(
            Report(
                meeting=meeting, position=place, subject=f"Report {place}", background_papers=words, published_at=OUT
            )
        )

    assert found(meeting)["LGA72-100D-BG"][0][1] == verdict


@pytest.mark.parametrize(
    ("asked_on", "published", "verdict"),
    [
        (date(2018, 6, 14), None, "not applicable"),
        (date(2018, 6, 15), None, "late"),
        (date(2018, 6, 15), date(2018, 6, 14), "pass"),
        (date(2018, 6, 14), date(2018, 6, 18), "not applicable"),
        (date(2018, 6, 15), date(2018, 6, 18), "late"),
        (date(2018, 6, 18), date(2018, 6, 18), "fail"),
    ],
)
def test_papers_of_a_meeting_to_come_are_due_then_late(app, asked_on, published, verdict):
    coming = a_meeting(state=MeetingState.SCHEDULED, minutes_state=None, agenda_published_on=published)

    assert found(coming, on=asked_on)["LGA72-100B3-AGENDA"] == [("Meeting of Friday 22 June 2018", verdict)]


def test_a_cancelled_meeting_needs_no_notice(app):
    cancelled = a_meeting(state=MeetingState.CANCELLED, minutes_state=None)

    assert "LGA72-100B3-AGENDA" not in found(cancelled)


def test_every_finding_that_needs_somebody_says_where_to_mend_it(app):
    meeting = a_meeting()
    a_minute(meeting, 8, urgent_ruling=RULING, is_urgent=True)
    make.db.session.commit()

    asked = [each for each in compliance.of_body(meeting.body, ON) if each.rule.startswith(ACCESS)]

    settled = ("pass", "not applicable")
    assert {each.mend for each in asked if each.verdict not in settled} == {"notice:2018-06-22", "access"}
