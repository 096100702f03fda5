"""Who stood in for whom, and whether they are elected: from the paper and the register."""

from datetime import date

from shp_gov.models import Capacity as As
from shp_gov.models import PersonPost
from tests import factories as make
from tests import terms
from tests.queries.test_under_terms import FAIL, JULY, NOT_KNOWN, PASS, a_member, body, verdicts

__all__ = ["body"]


def a_substitute_for_a_councillor(body, name, **printed):
    member, seat = a_member(body, "Councillor Anna Reed", "Seaborough Borough Council", post="Elected member")
    meeting = make.a_meeting(body=body, on=JULY)
    person = make.a_person(name)
    make.an_attendance(person, meeting=meeting, capacity=As.SUBSTITUTE, for_person=member, **printed)
    make.an_attendance(member, meeting=meeting, capacity=As.APOLOGIES)
    said = {"seats": [terms.a_seat_in_terms(seat, is_elected=True)], "substitute_elected_for_elected": True}
    terms.terms_in_force(body, from_on=date(2025, 1, 1), has_substitutes=True, **said)
    return person


def test_a_substitute_printed_without_a_title_may_be_a_councillor_all_the_same(body):
    a_substitute_for_a_councillor(body, "Carl Whitby")

    assert verdicts(body, "TOR-SUBST") == [NOT_KNOWN]


def test_the_register_tells_whether_a_substitute_is_elected(body):
    person = a_substitute_for_a_councillor(body, "Carl Whitby")
    council = make.an_organisation("Seaborough Borough Council")
    person.posts = [PersonPost(post="Assistant Director", organisation=council)]
    assert verdicts(body, "TOR-SUBST") == [FAIL]

    person.posts = [PersonPost(post="Councillor for the Quay ward", organisation=council)]

    assert verdicts(body, "TOR-SUBST") == [PASS]


def test_what_stands_beside_the_name_of_a_substitute_tells_too(body):
    a_substitute_for_a_councillor(body, "Carl Whitby", role_printed="Assistant Director")

    assert verdicts(body, "TOR-SUBST") == [FAIL]


def test_a_substitute_whose_title_was_known_on_the_day_counts_by_it(body):
    person = a_substitute_for_a_councillor(body, "Carl Whitby")
    person.posts = [PersonPost(name="Cllr Carl Whitby", from_on=date(2026, 5, 1))]

    assert verdicts(body, "TOR-SUBST") == [PASS]


def test_a_substitute_for_a_member_who_is_not_elected_need_not_be(body):
    member, seat = a_member(body, "Tom Hale")
    meeting = make.a_meeting(body=body, on=JULY)
    make.an_attendance(make.a_person("Lee Marsh"), meeting=meeting, capacity=As.SUBSTITUTE, for_person=member)
    said = {"seats": [terms.a_seat_in_terms(seat)], "substitute_elected_for_elected": True}
    terms.terms_in_force(body, from_on=date(2025, 1, 1), has_substitutes=True, **said)

    assert verdicts(body, "TOR-SUBST") == [PASS]
