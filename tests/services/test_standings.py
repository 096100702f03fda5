"""An officer records what they know of a provider's arrangements, and the checks go by it on its days."""

from datetime import date

import pytest

from shp_gov.domain.areas.standing import responsible_authorities
from shp_gov.domain.errors import DomainError
from shp_gov.queries.compliance.as_at import AsAt
from shp_gov.services import standings
from tests import factories as make
from tests.factories import SYSTEM

CRC = "Northshire Community Rehabilitation Company"


def record(body, **details):
    usual = {
        "organisation": CRC,
        "is_responsible_authority": False,
        "from_on": date(2016, 1, 1),
        "until_on": date(2016, 12, 31),
        "basis": "Contract of 2015, clause 4",
    }
    return standings.record(body, actor=SYSTEM, **(usual | details))


def authorities(body, on):
    return {row.organisation for row in responsible_authorities(AsAt(body, on).area, on)}


def test_what_is_recorded_holds_on_its_own_days(app):
    body = make.a_body(area="seaborough")
    record(body)

    assert CRC in authorities(body, date(2015, 12, 31))
    assert CRC not in authorities(body, date(2016, 1, 1))
    assert CRC in authorities(body, date(2017, 1, 1))


def test_a_standing_that_was_withdrawn_holds_no_more(app):
    body = make.a_body(area="seaborough")

    standings.withdraw(record(body), actor=SYSTEM)

    assert CRC in authorities(body, date(2016, 6, 1))
    assert body.standings == []


@pytest.mark.parametrize(
    ("details", "words"),
    [
        ({"basis": " "}, "Give the basis"),
        ({"until_on": date(2015, 1, 1)}, "cannot be before the first day"),
        ({"from_on": date(2014, 5, 31)}, "began on 1 June 2014"),
        ({"organisation": "Northshire Fire Authority"}, "Choose a provider of probation services"),
    ],
)
def test_what_cannot_be_is_refused(app, details, words):
    with pytest.raises(DomainError, match=words):
        record(make.a_body(area="seaborough"), **details)


def test_one_day_has_one_standing(app):
    body = make.a_body(area="seaborough")
    record(body)

    with pytest.raises(DomainError, match="recorded for some of these days"):
        record(body, from_on=date(2016, 12, 31), until_on=None)


def test_without_an_area_there_is_no_standing(app):
    with pytest.raises(DomainError, match="not one we hold"):
        record(make.a_body(area=None))
