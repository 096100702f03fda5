"""The forward plan as a list: in pages, as a file, and never with what is private for somebody."""

import csv
import io
from datetime import date

import pytest

from shp_gov.models import AgendaItem, Interest
from shp_gov.services import forward_plan
from shp_gov.services.forward_plan import Plan
from tests import factories as make
from tests.agendas import CLERK, DAY, PRIVATELY, to_come

ENTRIES = 30


@pytest.fixture
def body(app):
    body = make.a_body(slug="safer-seaborough")
    for number in range(ENTRIES, 0, -1):
        plan = Plan(title=f"Item {number:02}", month=date(2030 + number // 12, 1 + number % 12, 1))
        forward_plan.write(body, plan, actor=CLERK)
    forward_plan.write(body, Plan(title="Some day"), actor=CLERK)
    return body


def rows(client):
    answer = client.get("/bodies/safer-seaborough/forward-plan.csv")
    return list(csv.DictReader(io.StringIO(answer.data.decode("utf-8-sig"))))


def test_the_plan_comes_in_pages_soonest_first(client, sign_in, body):
    sign_in(make.an_officer(body=body))

    first, second = (client.get(f"/bodies/safer-seaborough/forward-plan?page={page}").text for page in (1, 2))

    assert "31 things to come" in first
    assert "Item 25" in first
    assert "Item 26" not in first
    assert "Item 26" in second
    assert "Some day" in second
    assert client.get("/bodies/safer-seaborough/forward-plan?page=3").status_code == 404


def test_the_whole_plan_is_downloaded(client, sign_in, body):
    meeting = to_come(body, on=DAY)
    forward_plan.write(body, Plan(title="=Lamps", meeting=meeting, presenter="Grace Holloway"), actor=CLERK)
    sign_in(make.an_officer(body=body))

    found = rows(client)

    assert len(found) == ENTRIES + 2
    assert (found[0]["Meeting"], found[0]["What"], found[0]["Who brings it"]) == (
        "2026-09-10",
        "'=Lamps",
        "Grace Holloway",
    )
    assert (found[-1]["Month"], found[-1]["What"]) == ("", "Some day")


def test_what_is_private_for_somebody_is_not_in_their_file(client, sign_in, body):
    meeting = to_come(body, on=DAY)
    entry = forward_plan.write(body, Plan(title="Gull Ltd", about="Their offer", **PRIVATELY), actor=CLERK)
    item = make._kept(AgendaItem(meeting=meeting, position=1, number="1", title="Gull Ltd"))
    entry.from_item = item
    member = make.a_member(body=body)
    make._kept(Interest(meeting=meeting, position=1, person=member.person, agenda_item_id=item.id, words="I own it."))
    sign_in(member)

    (seen,) = (row for row in rows(client) if row["Private"] == "yes")

    assert (seen["What"], seen["About"], seen["Who brings it"]) == ("A contract", "", "Not shown")
