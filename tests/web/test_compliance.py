"""Where do we stand? as a page, and the rules to read."""

from datetime import date

import pytest
from bs4 import BeautifulSoup

from shp_gov.domain.rulebook import rules
from shp_gov.queries.compliance import settings
from tests import factories as make

POLICE = "Northshire Police"


@pytest.fixture
def body(app):
    """Give a partnership whose list of members shows the police alone, and of whose meeting nobody is explained."""
    found = make.a_body(area="seaborough")
    person = make.a_person("Daniel Marsh")
    make.a_seat(body=found, held_by=person, organisation=make.an_organisation(POLICE))
    make.a_decision(minute=make.a_minute(meeting=make.a_meeting(body=found)))
    return found


def page_of(client, body, on="1 September 2026") -> BeautifulSoup:
    answer = client.get(f"/bodies/{body.slug}/stand", query_string={"on": on})
    assert answer.status_code == 200
    return BeautifulSoup(answer.text, "html5lib")


def test_the_page_leads_with_what_needs_someone(sign_in, body):
    page = page_of(sign_in(make.an_officer(body=body)), body)

    headings = [heading.get_text(strip=True) for heading in page.select("main h2")]
    assert headings[0].startswith("Needs someone (")
    assert headings[1].startswith("Not known (")
    assert headings[3].startswith("Pass (")
    first = page.select_one("article.app-finding")
    assert first.select_one(".govuk-tag").text == "Fail"
    assert first.select_one("dd a")["href"]


def test_each_finding_names_its_rule_and_leads_to_it(sign_in, body):
    client = sign_in(make.a_chair(body=body))
    found = page_of(client, body).select('article a[href^="/rules/"]')

    assert found
    assert all(client.get(link["href"]).status_code == 200 for link in found)


@pytest.mark.parametrize("typed", ["30 6 2022", "Thursday 30 June 2022", "2022-06-30", "30/06/2022", "30 jun 2022"])
def test_any_day_can_be_asked_for_as_people_write_it(sign_in, body, typed):
    page = page_of(sign_in(make.an_officer(body=body)), body, on=typed)

    assert "Thursday 30 June 2022" in page.select_one("main").text
    assert "Probation Service" in page.select_one("aside").text


def test_what_is_no_day_is_said_and_today_is_shown(sign_in, body):
    page = page_of(sign_in(make.an_officer(body=body)), body, on="31 February 2026")

    assert page.title.text.startswith("Error:")
    assert "As at must be a real date" in page.select_one(".govuk-error-summary").text
    assert page.select_one("#on")["value"] == "31 February 2026"


def test_of_an_empty_partnership_little_is_known_and_nothing_fails(sign_in, app):
    body = make.a_body()
    page = page_of(sign_in(make.an_officer(body=body)), body)

    assert page.select("article.app-finding .govuk-tag--red") == []
    assert "(0)" not in page.select_one("#not-known").text


def test_a_member_may_not_read_it(sign_in, body):
    assert sign_in(make.a_member(body=body)).get(f"/bodies/{body.slug}/stand").status_code == 403


def test_everybody_may_read_the_rules(client):
    page = client.get("/rules").text

    assert "The chief officer of police is listed" in page


def test_the_rules_are_those_of_the_day(client):
    page = client.get("/rules?on=1+January+1990").text

    assert "The chief officer of police is listed" not in page


@pytest.mark.parametrize("rule", rules(), ids=str)
def test_every_rule_has_a_page_with_its_source_and_its_cases(client, rule):
    page = client.get(f"/rules/{rule}").text

    assert rules()[rule].title in BeautifulSoup(page, "html5lib").h1.text
    assert page.count("<tr><th") >= len(rules()[rule].cases) + len(rules()[rule].versions)


def test_a_rule_that_is_not_there_is_not_found(client):
    assert client.get("/rules/NOT-A-RULE").status_code == 404


def test_a_day_to_come_is_said_to_be_one(sign_in, body):
    page = page_of(sign_in(make.an_officer(body=body)), body, on=f"1 May {date.max.year % 100 + 2000}")

    assert "a day to come" in page.select_one("main").text


def test_an_officer_switches_a_rule_off_and_the_page_says_how_many(sign_in, body):
    client = sign_in(make.an_officer(body=body))
    answer = client.post(
        f"/bodies/{body.slug}/stand/rules/REC-ACTION/off",
        data={"from_on-day": "1", "from_on-month": "6", "from_on-year": "2026", "note": "We keep actions elsewhere."},
        follow_redirects=True,
    )

    assert "REC-ACTION is switched off from Monday 1 June 2026." in answer.text
    assert "1 rule is switched off" in page_of(client, body).text
    assert "REC-ACTION" not in page_of(client, body).text
    assert "switched off" not in page_of(client, body, on="31 May 2026").text


def test_a_rule_is_not_switched_off_without_a_note(sign_in, body):
    client = sign_in(make.an_officer(body=body))
    page = client.post(
        f"/bodies/{body.slug}/stand/rules/REC-ACTION/off",
        data={"from_on-day": "1", "from_on-month": "6", "from_on-year": "2026", "note": " "},
    ).text

    assert "Say why in a note" in page
    assert "switched off" not in page_of(client, body).text


def test_a_mistyped_day_to_come_is_taken_back_from_the_page_of_the_rules_settled(sign_in, body):
    client, here = sign_in(make.an_officer(body=body)), f"/bodies/{body.slug}/stand/rules"
    sent = {"from_on-day": "1", "from_on-month": "6", "from_on-year": "2062", "note": "We keep actions elsewhere."}
    client.post(f"{here}/REC-ACTION/off", data=sent)

    assert "Take the switching off back" in client.get(f"/rules/REC-ACTION?body={body.slug}").text
    assert f'href="{here}/REC-ACTION/take-back"' in client.get(here).text
    answer = client.post(f"{here}/REC-ACTION/take-back", data={"note": "Mistyped."}, follow_redirects=True)

    assert "REC-ACTION is not switched off. It is checked as it was." in answer.text
    assert "Nothing was settled yet." in answer.text


def test_a_rule_that_is_not_there_cannot_be_settled(sign_in, body):
    assert sign_in(make.an_officer(body=body)).get(f"/bodies/{body.slug}/stand/rules/NO-RULE/off").status_code == 404


def test_two_days_are_compared_in_their_order_whichever_is_given_first(sign_in, body):
    client = sign_in(make.a_chair(body=body))
    days = {"on": "1 July 2022", "with": "30 June 2022"}

    page = client.get(f"/bodies/{body.slug}/stand/compare", query_string=days).text

    assert "Thursday 30 June 2022 and Friday 1 July 2022:" in page
    assert "Law: version 3 of the rule is in force from Friday 1 July 2022." in page


def test_a_day_that_is_none_is_said_when_two_are_compared(sign_in, body):
    page = sign_in(make.a_chair(body=body)).get(f"/bodies/{body.slug}/stand/compare?on=never&with=1+7+2022").text

    assert "One day must have a day, a month and a year" in page
    assert 'value="never"' in page


def test_what_is_announced_without_a_day_stands_apart(sign_in, body):
    client = sign_in(make.an_officer(body=body))

    page = client.get(f"/bodies/{body.slug}/stand/changes?on=28+11+2026").text
    before = client.get(f"/bodies/{body.slug}/stand/changes?on=1+1+2022").text

    assert "Announced, without a day" in page
    assert "Police and crime commissioners are to be abolished" in page
    assert "Announced, without a day" not in before


def test_what_changes_in_law_is_told_before_it_does(sign_in, body):
    client = sign_in(make.a_chair(body=body))

    page = client.get(f"/bodies/{body.slug}/stand/changes?on=30+6+2022").text
    assert "becomes a responsible authority" in page
    assert "version 3 is in force from this day" in page
    quiet = client.get(f"/bodies/{body.slug}/stand/changes?on=1+1+1985").text
    assert "No body starts or stops owing the duty in this year." in quiet


def test_who_came_over_time_is_a_page_and_a_spreadsheet(sign_in, body):
    client = sign_in(make.a_chair(body=body))
    days = {"from": "1 1 2026", "until": "1 9 2026"}

    page = client.get(f"/bodies/{body.slug}/attendance", query_string=days).text
    sheet = client.get(f"/bodies/{body.slug}/attendance.csv", query_string=days).text

    assert "1 meeting from Thursday 1 January 2026 until Tuesday 1 September 2026" in page
    assert "Daniel Marsh" in page
    assert sheet.splitlines()[0].endswith("2026-07-16")
    assert any(line.startswith("Daniel Marsh,") and line.endswith("not known") for line in sheet.splitlines())


def test_a_second_click_switches_nothing_off_twice(sign_in, body):
    client = sign_in(make.an_officer(body=body))
    sent = {"from_on-day": "1", "from_on-month": "6", "from_on-year": "2026", "note": "No.", "form_token": "one click"}

    answers = [client.post(f"/bodies/{body.slug}/stand/rules/REC-ACTION/off", data=sent) for _ in range(2)]

    assert [answer.status_code for answer in answers] == [302, 302]
    assert len(settings.of_bodies([body.id]).rows) == 1
