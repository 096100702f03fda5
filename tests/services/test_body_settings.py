"""What a body always does is set once, and every refusal says why."""

from datetime import date

import pytest

from shp_gov.audit import Actor
from shp_gov.database import db
from shp_gov.domain.back_plan import USUAL, Stage
from shp_gov.domain.guards import NothingChanges, WordsMissing
from shp_gov.models import BodyKind, HouseTextKey, ItemKind, MinuteNumbering
from shp_gov.queries import body_settings as queries
from shp_gov.services import body_settings
from shp_gov.services.body_settings import CannotSet, Names, Standing
from tests import factories as make
from tests.trail import events

CLERK = Actor("Helen Ashby")
SAME = Names("Safer Seaborough Partnership", BodyKind.STRATEGY_GROUP, None, "teal", None, always_checks_twice=False)


def named(body, **changes):
    body_settings.change(body, Names(**(vars(SAME) | changes)), actor=CLERK)


def test_a_body_changes_its_name_and_keeps_its_address(app):
    body = make.a_body()
    slug = body.slug

    named(body, name="Safer Seaborough and Kelby Partnership", colour="plum", always_checks_twice=True)

    assert (body.name, body.colour) == ("Safer Seaborough and Kelby Partnership", "plum")
    assert (body.always_checks_twice, body.slug) == (True, slug)
    db.session.commit()
    assert events(body) == ["body.changed"]


def test_a_body_keeps_a_name_and_ends_after_it_begins(app):
    body = make.a_body(active_from=date(2020, 1, 1))

    with pytest.raises(WordsMissing, match="Give a name"):
        named(body, name=" ")
    with pytest.raises(CannotSet, match="before its first"):
        named(body, active_until=date(2019, 1, 1))
    with pytest.raises(NothingChanges):
        named(body)


def test_the_numbering_is_set(app):
    body = make.a_body()

    body_settings.number_minutes(body, MinuteNumbering.NEVER, actor=CLERK)

    assert body.minute_numbering is MinuteNumbering.NEVER


def test_a_municipal_year_has_one_first_day(app):
    body = make.a_body()
    body_settings.start_year(body, date(2026, 5, 21), actor=CLERK)
    db.session.flush()

    with pytest.raises(CannotSet, match="2026/27 has its first day already"):
        body_settings.start_year(body, date(2026, 5, 28), actor=CLERK)


def test_a_year_in_which_minutes_are_numbered_stays_as_it_is(app):
    body = make.a_body()
    year = make.a_municipal_year(body=body, starts_on=date(2025, 5, 22))
    make.a_minute(meeting=make.a_meeting(body=body, on=date(2026, 7, 16)))
    make.a_minute(meeting=make.a_meeting(body=body, on=date(2025, 7, 17)), year_starts_on=date(2025, 5, 22))

    with pytest.raises(CannotSet, match="Minutes of 2026/27 are numbered already"):
        body_settings.start_year(body, date(2026, 5, 21), actor=CLERK)
    with pytest.raises(CannotSet, match="Minutes of 2025/26 are numbered already"):
        body_settings.forget_year(year, actor=CLERK)


def test_the_first_day_of_a_year_is_taken_back_while_nothing_is_numbered(app):
    body = make.a_body()
    body_settings.forget_year(make.a_municipal_year(body=body), actor=CLERK)
    db.session.flush()

    assert queries.years(body) == []


def titles(body) -> list[str]:
    db.session.flush()
    return [item.title for item in queries.standing_items(body)]


def three(body):
    for title in ("Apologies", "Declarations", "Community safety data"):
        body_settings.add_standing(body, Standing(title), actor=CLERK)
        db.session.flush()
    return queries.standing_items(body)


def test_standing_items_keep_their_order_and_move_by_one(app):
    body = make.a_body()
    first, _, last = three(body)

    body_settings.move_standing(last, up=True, actor=CLERK)
    assert titles(body) == ["Apologies", "Community safety data", "Declarations"]
    body_settings.move_standing(first, up=True, actor=CLERK)
    assert titles(body) == ["Apologies", "Community safety data", "Declarations"]
    body_settings.move_standing(first, up=False, actor=CLERK)
    assert titles(body) == ["Community safety data", "Apologies", "Declarations"]


def test_a_standing_item_is_changed_and_taken_off(app):
    body = make.a_body()
    first, second, _ = three(body)

    body_settings.change_standing(first, Standing("Apologies for absence", ItemKind.APOLOGIES), actor=CLERK)
    body_settings.remove_standing(second, actor=CLERK)

    assert titles(body) == ["Apologies for absence", "Community safety data"]


def test_every_agenda_has_apologies_once(app):
    body = make.a_body()
    make.a_standing_item(body=body)

    with pytest.raises(CannotSet, match="a standing item for apologies already"):
        body_settings.add_standing(body, Standing("Apologies again", ItemKind.APOLOGIES), actor=CLERK)


def test_a_back_plan_counts_working_days_and_without_one_the_usual_holds(app):
    body = make.a_body()
    assert queries.back_plan(body) == USUAL

    body_settings.keep_back_plan(body, {Stage.PUBLISH: -8, Stage.DRAFT_PUBLISHED: 5}, actor=CLERK)
    db.session.flush()

    # Thursday 10 September 2026: the summer bank holiday, 31 August, does not count.
    days = {Stage.PUBLISH: date(2026, 8, 28), Stage.DRAFT_PUBLISHED: date(2026, 9, 17)}
    assert queries.due_days(body, date(2026, 9, 10)) == days
    body_settings.keep_back_plan(body, {}, actor=CLERK)
    db.session.flush()
    assert queries.back_plan(body) == USUAL


def test_a_stage_is_not_years_from_its_meeting(app):
    with pytest.raises(CannotSet, match="at most 365"):
        body_settings.keep_back_plan(make.a_body(), {Stage.PUBLISH: -366}, actor=CLERK)


def test_the_words_of_a_body_are_kept_and_taken_back(app):
    body = make.a_body()
    words = {HouseTextKey.CONTACT: "Helen Ashby, 01632 960 114", HouseTextKey.OPENING: "  "}
    body_settings.keep_texts(body, words, actor=CLERK)
    db.session.flush()
    assert queries.house_texts(body) == {HouseTextKey.CONTACT: "Helen Ashby, 01632 960 114"}

    with pytest.raises(NothingChanges):
        body_settings.keep_texts(body, words, actor=CLERK)
    with pytest.raises(WordsMissing, match="4,000 characters"):
        body_settings.keep_texts(body, {HouseTextKey.OPENING: "a" * 4001}, actor=CLERK)

    body_settings.keep_texts(body, {}, actor=CLERK)
    db.session.flush()
    assert queries.house_texts(body) == {}
