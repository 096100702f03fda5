"""Somebody's rank, post and organisation, by their days."""

from datetime import UTC, date, datetime

import pytest
import time_machine

from shp_gov import services
from shp_gov.models import PersonPost, Provenance
from shp_gov.services.posts import NewPost, WrongPost
from tests.factories import a_person, an_organisation
from tests.services.acting import CLERK, audited

MOVED = date(2026, 9, 1)


@pytest.fixture(autouse=True)
def _on_the_day():
    with time_machine.travel(datetime(2026, 9, 10, 9, tzinfo=UTC)):
        yield


@pytest.fixture
def police(app):
    return an_organisation("Eastshire Police")


def titles(person, *days):
    return [(person.name_on(day), post.title if (post := person.post_on(day)) else "") for day in days]


def test_a_promotion_leaves_the_days_before_as_they_were(police):
    ann = a_person("Inspector Ann Lisle", post="Harbour Team", organisation=police)

    row = services.posts.change(ann, NewPost("Superintendent Ann Lisle", "Head", police), from_=MOVED, actor=CLERK)

    assert titles(ann, date(2026, 8, 31), MOVED) == [
        ("Inspector Ann Lisle", "Harbour Team, Eastshire Police"),
        ("Superintendent Ann Lisle", "Head, Eastshire Police"),
    ]
    assert ann.name == "Superintendent Ann Lisle"
    assert audited(row) == ["person.moved"]


def test_a_move_to_come_changes_nothing_before_its_day(police):
    ann = a_person("Ann Lisle", post="Head", organisation=police)

    services.posts.change(ann, NewPost("Mayor Ann Lisle", "Mayor", None), from_=date(2026, 12, 1), actor=CLERK)

    assert ann.name == "Ann Lisle"
    assert titles(ann, date(2026, 11, 30), date(2026, 12, 1)) == [
        ("Ann Lisle", "Head, Eastshire Police"),
        ("Mayor Ann Lisle", "Mayor"),
    ]


def test_what_papers_printed_before_stays_when_somebody_records_a_move(police):
    printed = [
        PersonPost(from_on=date(2018, 3, 9), until_on=date(2018, 6, 21), post="Deputy", organisation=police),
        PersonPost(from_on=date(2018, 6, 22), post="Head", organisation=police),
    ]
    ann = a_person("Inspector Ann Lisle")
    for row in printed:
        row.provenance = Provenance.DERIVED
        ann.posts.append(row)

    services.posts.change(ann, NewPost("Ann Lisle", "Director", None), from_=MOVED, actor=CLERK)

    assert titles(ann, date(2018, 3, 9), date(2018, 6, 22), date(2026, 8, 31), MOVED) == [
        ("Inspector Ann Lisle", "Deputy, Eastshire Police"),
        ("Inspector Ann Lisle", "Head, Eastshire Police"),
        ("Inspector Ann Lisle", "Head, Eastshire Police"),
        ("Ann Lisle", "Director"),
    ]


def test_a_mistake_of_the_same_day_is_corrected_and_an_earlier_change_is_refused(police):
    ann = a_person("Ann Lisle", post="Head", organisation=police)
    services.posts.change(ann, NewPost("Ann Lisle", "Directer", None), from_=MOVED, actor=CLERK)

    services.posts.change(ann, NewPost("Ann Lisle", "Director", None), from_=MOVED, actor=CLERK)

    assert titles(ann, MOVED) == [("Ann Lisle", "Director")]
    assert len(ann.posts) == 2
    with pytest.raises(WrongPost, match="A later change is on record, from Tuesday 1 September 2026"):
        services.posts.change(ann, NewPost("Ann Lisle", "Chief", None), from_=date(2026, 8, 1), actor=CLERK)
    with pytest.raises(WrongPost, match="already"):
        services.posts.change(ann, NewPost("Ann Lisle", "Director", None), from_=date(2026, 9, 5), actor=CLERK)
