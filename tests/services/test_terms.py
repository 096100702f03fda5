"""Drafting terms of reference: from the last version, from the starter, from a printed list."""

from datetime import date

import pytest
import sqlalchemy as sa

from shp_gov import queries, services
from shp_gov.database import db
from shp_gov.domain.terms.compare import compare
from shp_gov.domain.terms.guards import TermsRefused
from shp_gov.models import OfficeKind, SeatCategory, Sighting, TermsOffice, TermsSection, TermsSubGroup, TermsVersion
from tests.factories import a_body, a_pack, a_seat, a_user
from tests.services.acting import CLERK
from tests.terms import a_seat_in_terms, terms_in_force
from tests.trail import events

TODAY = date(2026, 9, 1)
QUORUM = {"needs": {"at_least": 5, "of": "members"}}


@pytest.fixture
def body(app):
    return a_body()


@pytest.fixture
def adopted(body):
    return terms_in_force(
        body,
        from_on=date(2024, 4, 1),
        number=2,
        sections=[TermsSection(position=1, key="purpose", heading="Purpose", words="To work together.")],
        seats=[a_seat_in_terms(a_seat(body=body))],
        offices=[TermsOffice(kind=OfficeKind.CHAIR, held_by="the Leader of the Council")],
        sub_groups=[TermsSubGroup(position=1, name="Harbour Group", months_due=[3])],
        quorum=QUORUM,
        meetings_per_year=4,
    )


def test_a_draft_from_the_last_version_says_the_same(body, adopted):
    draft = services.terms.start(body, on=TODAY, actor=CLERK)

    assert (draft.number, draft.state, draft.drafted_from) == (3, "draft", adopted)
    assert compare(queries.terms.as_terms(adopted), queries.terms.as_terms(draft)) == ()
    assert draft.seats[0].seat is adopted.seats[0].seat
    assert (draft.decision_id, draft.basis, draft.in_force_from) == (None, None, None)
    db.session.commit()
    assert events(draft) == ["terms.drafted"]


def test_a_seat_that_ended_meanwhile_is_left_out_of_the_next_draft(body, adopted):
    adopted.seats[0].seat.active_until = date(2026, 8, 31)

    assert services.terms.start(body, on=TODAY, actor=CLERK).seats == []


def test_there_is_one_draft_at_a_time(body, adopted):
    services.terms.start(body, on=TODAY, actor=CLERK)

    for begin in (services.terms.start, services.terms.start_from_starter):
        with pytest.raises(TermsRefused, match="Version 3 is being drafted already"):
            begin(body, on=TODAY, actor=CLERK)


def test_there_is_no_last_version_to_start_from_at_first(body):
    with pytest.raises(TermsRefused, match="no adopted terms yet"):
        services.terms.start(body, on=TODAY, actor=CLERK)


def test_a_draft_that_is_discarded_leaves_nothing_but_its_trail(body, adopted):
    draft = services.terms.start(body, on=TODAY, actor=CLERK)
    db.session.commit()

    services.terms.discard(draft, actor=CLERK)
    db.session.commit()

    assert db.session.scalars(sa.select(TermsVersion.number)).all() == [2]
    assert services.terms.start(body, on=TODAY, actor=CLERK).number == 3


def test_what_is_adopted_is_not_discarded(adopted):
    with pytest.raises(TermsRefused, match="never changes"):
        services.terms.discard(adopted, actor=CLERK)


def test_the_starter_proposes_seats_by_kind_of_authority_and_names_them_where_the_area_is_known(app):
    body = a_body(area="seaborough")
    council = services.by_hand.add_organisation("Seaborough Borough Council", actor=CLERK)

    draft = services.terms.start_from_starter(body, on=TODAY, actor=CLERK)

    titles = [seat.title for seat in draft.seats]
    assert "Elected member, Seaborough Borough Council" in titles
    assert "Senior officer, Northshire Police" in titles
    assert "Senior officer, NHS Northshire Integrated Care Board" in titles
    assert draft.seats[0].organisation is council
    vice = next(office for office in draft.offices if office.kind is OfficeKind.VICE_CHAIR)
    assert (vice.barred_organisation, vice.barred_words) == (council, "Seaborough Borough Council")
    assert (draft.quorum, draft.meetings_per_year, draft.review_months) == (None, None, 12)


def test_the_starter_has_plain_words_where_the_area_is_not_known(body):
    draft = services.terms.start_from_starter(body, on=TODAY, actor=CLERK)

    assert "Senior officer, the police force" in [seat.title for seat in draft.seats]
    assert draft.sections[0].words.startswith("Safer Seaborough Partnership is the strategy group")


def test_the_seats_on_the_register_stay_when_the_starter_is_used(body):
    kind = {"category": SeatCategory.OTHER, "is_elected": True, "is_voting": False}
    seat = a_seat(body=body, post="Harbour Master", **kind)

    draft = services.terms.start_from_starter(body, on=TODAY, actor=CLERK)

    assert [(said.seat_id, said.title) for said in draft.seats] == [(seat.id, "Harbour Master")]
    assert [(said.is_elected, said.is_voting) for said in draft.seats] == [(True, False)]


def test_a_printed_list_becomes_a_draft_in_the_words_of_its_day(body):
    pack, on = a_pack(by=a_user(), body=body), date(2018, 3, 9)
    leader, member = a_seat(body=body, post="Leader", is_voting=True), a_seat(body=body, post="Member of the Council")
    usual = {"import_id": pack.id, "body_id": body.id, "on": on, "organisation_printed": "The Council"}
    for seat, post, name in ((leader, "Leader of the Council", "A"), (member, "Member", "B"), (member, "Member", "C")):
        db.session.add(Sighting(seat=seat, post_printed=post, name_printed=name, **usual))
    db.session.add(Sighting(name_printed="Guest", is_invited=True, **usual))
    db.session.flush()

    draft = services.terms.start_from_list(body, listed_on=on, actor=CLERK)

    assert [(said.seat, said.title, said.places) for said in draft.seats] == [
        (leader, "Leader of the Council, The Council", 1),
        (member, "Member, The Council", 2),
    ]
    assert [said.is_voting for said in draft.seats] == [True, None]
    assert draft.sections[0].words == "The members are as printed in the pack of 9 March 2018."
    assert list(queries.terms.days_listed(body)) == [on]


def test_a_day_without_a_list_gives_no_draft(body):
    with pytest.raises(TermsRefused, match="No pack on record prints a list of members of 9 March 2018"):
        services.terms.start_from_list(body, listed_on=date(2018, 3, 9), actor=CLERK)
