"""An organisation through time: its names, what it is in law, its end and who has its place."""

from datetime import date, timedelta

import pytest
import sqlalchemy as sa

from shp_gov.database import db
from shp_gov.domain.errors import DomainError
from shp_gov.models import Organisation
from shp_gov.queries import organisations as queries
from shp_gov.services import by_hand, organisations
from shp_gov.services import organisation_changes as changes
from tests import factories as make
from tests.factories import SYSTEM

APRIL = date(2013, 4, 1)
DAY = timedelta(days=1)


def spans(rows):
    return [(row.from_on, row.until_on) for row in rows]


def test_a_new_name_holds_from_its_day_and_the_old_one_is_still_known(app):
    organisation = by_hand.add_organisation("Seaborough PCT", actor=SYSTEM)

    changes.rename(organisation, name="Seaborough Health Trust", from_on=APRIL, actor=SYSTEM)

    assert organisation.name == "Seaborough Health Trust"
    assert queries.names().by_key("Seaborough PCT") is organisation
    assert queries.names().row("Seaborough PCT").until_on == date(2013, 3, 31)


@pytest.mark.parametrize(
    "names",
    [
        ("Seaborough PCT", "Seaborough Health Trust", "Tideway Health"),
        ("Seaborough Fire Authority", "Seaborough Fire and Rescue Authority", "Tideway Fire"),
        ("Harbour Trust", "Tideway Trust", "Harbour Trust"),
    ],
)
def test_it_is_called_on_each_day_what_it_was_called_then(app, names):
    organisation, later = by_hand.add_organisation(names[0], actor=SYSTEM), date(2016, 4, 1)
    changes.rename(organisation, name=names[1], from_on=APRIL, actor=SYSTEM)
    changes.rename(organisation, name=names[2], from_on=later, actor=SYSTEM)

    days = {APRIL - DAY: names[0], APRIL: names[1], later - DAY: names[1], later: names[2]}

    assert {on: organisation.name_on(on) for on in days} == days
    for on, name in days.items():
        assert db.session.scalar(sa.select(queries.name_on(on)).where(Organisation.id == organisation.id)) == name


def test_a_paper_that_writes_a_dated_name_otherwise_does_not_change_it(app):
    organisation = by_hand.add_organisation("Seaborough Fire", actor=SYSTEM)
    changes.rename(organisation, name="Tideway Fire", from_on=APRIL, actor=SYSTEM)

    organisations.recognise("Seaborough Fire and Rescue Authority", on=APRIL, actor=SYSTEM, known=queries.names())

    assert organisation.name_on(APRIL - DAY) == "Seaborough Fire"


def test_the_name_of_another_is_refused(app):
    by_hand.add_organisation("Harbour Homes", actor=SYSTEM)

    with pytest.raises(DomainError, match="Merge the two if they are one"):
        changes.rename(make.an_organisation("Tideway Homes"), name="Harbour Homes", from_on=APRIL, actor=SYSTEM)


def test_an_open_type_ends_when_the_next_begins(app):
    organisation = make.an_organisation()
    for kind, from_on in (("primary care trust", None), ("clinical commissioning group", APRIL)):
        changes.set_type(organisation, statutory_type=kind, from_on=from_on, until_on=None, actor=SYSTEM)

    assert spans(sorted(organisation.types, key=lambda row: row.from_on or date.min)) == [
        (None, date(2013, 3, 31)),
        (APRIL, None),
    ]


def test_two_types_on_one_day_are_refused(app):
    organisation = make.an_organisation()
    changes.set_type(organisation, statutory_type="council", from_on=APRIL, until_on=None, actor=SYSTEM)

    with pytest.raises(DomainError, match="is a council on some of these days already"):
        changes.set_type(organisation, statutory_type="court", from_on=APRIL, until_on=None, actor=SYSTEM)


def test_a_past_type_leaves_the_present_one_open(app):
    board = make.an_organisation("Northshire Board")
    changes.set_type(board, statutory_type="integrated care board", from_on=None, until_on=None, actor=SYSTEM)

    past = {"from_on": APRIL, "until_on": date(2022, 6, 30)}
    changes.set_type(board, statutory_type="clinical commissioning group", **past, actor=SYSTEM)

    assert {row.statutory_type: (row.from_on, row.until_on) for row in board.types} == {
        "clinical commissioning group": (APRIL, date(2022, 6, 30)),
        "integrated care board": (date(2022, 7, 1), None),
    }


@pytest.mark.parametrize(
    ("open_from", "past"),
    [(date(2010, 1, 1), (APRIL, date(2022, 6, 30))), (None, (APRIL, date(2999, 6, 30)))],
)
def test_a_type_with_a_last_day_cuts_no_open_one_in_two(app, open_from, past):
    council = make.an_organisation()
    changes.set_type(council, statutory_type="council", from_on=open_from, until_on=None, actor=SYSTEM)

    with pytest.raises(DomainError, match="is a council on some of these days already"):
        changes.set_type(council, statutory_type="court", from_on=past[0], until_on=past[1], actor=SYSTEM)

    assert spans(council.types) == [(open_from, None)]


def test_an_organisation_ends_with_its_type_and_others_follow(app):
    trust, one, other = (make.an_organisation(name) for name in ("Trust", "Service", "Company"))
    changes.set_type(trust, statutory_type="court", from_on=APRIL, until_on=None, actor=SYSTEM)

    changes.end(trust, last_day=date(2014, 5, 31), successors=[one, other], actor=SYSTEM)

    assert (trust.ended_on, spans(trust.types)) == (date(2014, 5, 31), [(APRIL, date(2014, 5, 31))])
    assert trust.successors == [one, other]
    with pytest.raises(DomainError, match="ended on 31 May 2014 already"):
        changes.end(trust, last_day=date(2015, 5, 31), successors=[], actor=SYSTEM)
    with pytest.raises(DomainError, match=r"ended on 31 May 2014\."):
        changes.rename(trust, name="Old Trust", from_on=date(2014, 6, 1), actor=SYSTEM)


@pytest.mark.parametrize(
    ("last_day", "follows_itself", "words"),
    [(date(2012, 1, 1), False, "with a type from"), (date(2020, 1, 1), True, "cannot follow itself")],
)
def test_an_end_that_cannot_be_is_refused(app, last_day, follows_itself, words):
    organisation = make.an_organisation()
    changes.set_type(organisation, statutory_type="council", from_on=APRIL, until_on=None, actor=SYSTEM)
    successors = [organisation] if follows_itself else []

    with pytest.raises(DomainError, match=words):
        changes.end(organisation, last_day=last_day, successors=successors, actor=SYSTEM)


def test_a_name_is_in_use_and_follows_the_one_before(app):
    organisation = by_hand.add_organisation("Seaborough PCT", actor=SYSTEM)
    changes.rename(organisation, name="Seaborough Health Trust", from_on=APRIL, actor=SYSTEM)

    for name, from_on, why in (
        ("Tideway Health", date(2999, 1, 1), "once it is in use"),
        ("Tideway Health", APRIL, "It has been called Seaborough Health Trust since"),
    ):
        with pytest.raises(DomainError, match=why):
            changes.rename(organisation, name=name, from_on=from_on, actor=SYSTEM)
