"""The settings of a body, as an officer changes them."""

from datetime import date

import pytest
import sqlalchemy as sa

from shp_gov.database import db
from shp_gov.domain.back_plan import Stage
from shp_gov.models import BackPlanStep, Body, HouseText, MunicipalYear, StandingItem
from tests import factories as make
from tests.web.sending import complaint, form_of, three_boxes


@pytest.fixture
def body(app):
    return make.a_body()


@pytest.fixture
def client(body, sign_in):
    return sign_in(make.an_officer(body=body))


def settings(body, part: str = "") -> str:
    return f"/bodies/{body.slug}/settings{part}"


def rows(model):
    return list(db.session.scalars(sa.select(model).order_by(model.id)))


def test_a_name_and_a_colour_are_changed_and_every_page_has_them(client, body):
    typed = {"name": "Safer Kelby", "kind": "committee", "colour": "plum", "area": "", "always_checks_twice": "y"}

    client.post(settings(body, "/names"), data=typed)

    shown = client.get(settings(body)).text
    assert "Safer Kelby" in shown
    assert "app-colour-plum" in shown
    assert db.session.get_one(Body, body.id).always_checks_twice


def test_a_setting_that_is_so_already_is_said(client, body):
    answer = client.post(settings(body, "/numbering"), data={"numbering": "each municipal year"})

    assert "That is what is set already" in complaint(answer)


def test_the_first_day_of_a_year_is_entered_and_taken_back(client, body):
    client.post(settings(body, "/years"), data=three_boxes("starts_on", "21", "5", "2026"))
    [year] = rows(MunicipalYear)
    assert year.starts_on == date(2026, 5, 21)
    assert "From Thursday 21 May 2026" in client.get(settings(body)).text

    client.post(f"/municipal-years/{year.id}/forget")
    assert rows(MunicipalYear) == []


def test_a_year_that_cannot_be_taken_back_says_why(client, body):
    year = make.a_municipal_year(body=body, starts_on=date(2025, 5, 22))
    make.a_minute(meeting=make.a_meeting(body=body, on=date(2025, 7, 17)), year_starts_on=date(2025, 5, 22))

    answer = client.post(f"/municipal-years/{year.id}/forget", follow_redirects=True)

    assert "Minutes of 2025/26 are numbered already" in answer.text
    assert len(rows(MunicipalYear)) == 1


def test_standing_items_are_added_changed_moved_and_taken_off(client, body):
    for title in ("Apologies for absence", "Community safety data"):
        typed = {"title": title, "kind": "business", "purpose": "for information", "minutes_allowed": "5"}
        client.post(settings(body, "/standing-items/new"), data=typed)
    first, second = rows(StandingItem)

    client.post(f"/standing-items/{second.id}/place", data={"to": "up"})
    assert min(rows(StandingItem), key=lambda item: item.position).title == "Community safety data"

    typed = {"title": "Apologies", "kind": "apologies", "purpose": "not stated", "minutes_allowed": ""}
    answer = client.post(f"/standing-items/{first.id}", data=typed)
    assert answer.location == settings(body, "/standing-items")
    assert db.session.get_one(StandingItem, first.id).title == "Apologies"

    client.post(f"/standing-items/{first.id}/place", data={"to": "off"})
    assert [item.title for item in rows(StandingItem)] == ["Community safety data"]


def test_a_place_that_is_none_changes_nothing(client, body):
    item = make.a_standing_item(body=body)

    client.post(f"/standing-items/{item.id}/place", data={"to": "the moon"})

    assert len(rows(StandingItem)) == 1


def test_a_second_click_adds_no_second_item(client, body):
    address, hidden = form_of(client, settings(body, "/standing-items/new"))
    typed = {"title": "Community safety data", "kind": "business", "purpose": "not stated"}

    for _ in range(2):
        client.post(address, data=typed | hidden)

    assert len(rows(StandingItem)) == 1


def test_a_back_plan_is_kept_before_and_after_the_meeting(client, body):
    client.post(settings(body, "/back-plan"), data={"publish": "8", "draft_published": "6"})

    assert {row.stage: row.working_days for row in rows(BackPlanStep)} == {Stage.PUBLISH: -8, Stage.DRAFT_PUBLISHED: 6}
    shown = client.get(settings(body)).text
    assert "8 working days before" in shown
    assert "6 working days after" in shown


@pytest.mark.parametrize(("typed", "says"), [("x", "must be a whole number"), ("400", "365 working days or fewer")])
def test_a_stage_that_is_no_number_of_days_is_refused(client, body, typed, says):
    assert says in complaint(client.post(settings(body, "/back-plan"), data={"publish": typed}))
    assert rows(BackPlanStep) == []


def test_house_texts_are_kept(client, body):
    client.post(settings(body, "/texts"), data={"contact": "Helen Ashby, 01632 960 114"})

    assert [row.words for row in rows(HouseText)] == ["Helen Ashby, 01632 960 114"]
    assert "Contact" in client.get(settings(body)).text


def test_the_page_of_the_body_leads_to_its_settings(client, body):
    assert settings(body) in client.get(f"/bodies/{body.slug}").text
