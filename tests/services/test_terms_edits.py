"""Changing a draft of the terms."""

from datetime import date

import pytest

from shp_gov import services
from shp_gov.database import db
from shp_gov.domain import quorum
from shp_gov.domain.errors import DomainError
from shp_gov.domain.quorum import NotAQuorum
from shp_gov.domain.terms.guards import TermsRefused
from shp_gov.models import OfficeKind, SeatCategory, TermsOffice, TermsSection, TermsSubGroup
from shp_gov.services import terms_edits
from tests.factories import a_body, a_seat, an_organisation
from tests.services.acting import CLERK, audited
from tests.terms import a_draft, a_seat_in_terms, terms_in_force

OTHER = SeatCategory.OTHER
QUORUM = {"needs": {"at_least": 5, "of": "members"}}


@pytest.fixture
def draft(app):
    return a_draft(a_body())


def _headings(draft):
    db.session.flush()
    db.session.refresh(draft, ["sections"])
    return [section.heading for section in draft.sections]


def test_sections_are_written_moved_and_taken_out(draft):
    for heading in ("Purpose", "Money", "Purpose"):
        terms_edits.write_section(draft, heading=heading, words="In words.", actor=CLERK)
    first, money, second = draft.sections

    terms_edits.write_section(draft, section=money, heading="Finance", words="Otherwise.", actor=CLERK)
    terms_edits.move_section(second, up=True, actor=CLERK)
    terms_edits.move_section(first, up=True, actor=CLERK)
    terms_edits.remove_section(first, actor=CLERK)

    assert _headings(draft) == ["Purpose", "Finance"]
    assert [section.key for section in draft.sections] == ["purpose-2", "money"]
    assert draft.edits == 7
    assert audited(draft) == [
        "terms.section_added",
        "terms.section_added",
        "terms.section_added",
        "terms.section_changed",
        "terms.section_moved",
        "terms.section_moved",
        "terms.section_removed",
    ]


@pytest.mark.parametrize(("heading", "words"), [("", "In words."), ("x" * 301, "In words."), ("Long", "x" * 20_001)])
def test_a_section_needs_a_heading_and_has_a_limit(draft, heading, words):
    with pytest.raises(DomainError, match=r"heading|words"):
        terms_edits.write_section(draft, heading=heading, words=words, actor=CLERK)


def test_a_seat_that_is_renamed_stays_the_same_seat(draft):
    seat = a_seat_in_terms(a_seat(body=draft.body))
    draft.seats.append(seat)
    db.session.flush()

    terms_edits.word_seat(draft, seat=seat, post="Group Manager", organisation=None, category=OTHER, actor=CLERK)

    assert (seat.seat.post, seat.title) == ("District Manager", "Group Manager")


def test_a_seat_that_is_added_has_no_row_on_the_register_until_it_is_adopted(draft):
    council = an_organisation("Seaborough Borough Council")

    seat = terms_edits.word_seat(
        draft, post="Leader", organisation=council, category=OTHER, actor=CLERK, places=2, is_elected=True, tag="leader"
    )

    assert (seat.seat, seat.title, seat.places, seat.tag) == (None, "Leader, Seaborough Borough Council", 2, "leader")


def test_a_seat_added_under_the_name_of_one_on_the_register_is_that_one(draft):
    there = a_seat(body=draft.body, post="Harbour Master")

    seat = terms_edits.word_seat(draft, post="Harbour Master", organisation=None, category=OTHER, actor=CLERK)

    assert seat.seat is there


def test_two_seats_of_a_version_do_not_have_one_name(draft):
    terms_edits.word_seat(draft, post="Leader", organisation=None, category=OTHER, actor=CLERK)

    with pytest.raises(TermsRefused, match="a seat of this name already"):
        terms_edits.word_seat(draft, post="Leader", organisation=None, category=OTHER, actor=CLERK)


def test_a_seat_has_a_name(draft):
    with pytest.raises(TermsRefused, match="Name the post"):
        terms_edits.word_seat(draft, post=None, organisation=None, category=OTHER, actor=CLERK)


def test_offices_figures_and_groups_are_set_and_taken_out(draft):
    office = terms_edits.set_office(draft, OfficeKind.VICE_CHAIR, is_yearly=True, actor=CLERK)
    assert terms_edits.set_office(draft, OfficeKind.VICE_CHAIR, held_by="the Mayor", actor=CLERK) is office
    terms_edits.set_figures(draft, {"notice_days": 5, "meetings_per_year": None}, actor=CLERK)
    group = terms_edits.write_sub_group(draft, name="Harbour Group", months_due=[9, 3, 3], actor=CLERK)

    assert (office.held_by, office.is_yearly, draft.notice_days, group.months_due) == ("Mayor", True, 5, [3, 9])

    terms_edits.remove_office(office, actor=CLERK)
    terms_edits.remove_sub_group(group, actor=CLERK)
    assert (draft.offices, draft.sub_groups) == ([], [])


def test_months_are_months_and_groups_have_one_name(draft):
    with pytest.raises(TermsRefused, match="January to December"):
        terms_edits.write_sub_group(draft, name="Harbour Group", months_due=[13], actor=CLERK)
    terms_edits.write_sub_group(draft, name="Harbour Group", actor=CLERK)
    with pytest.raises(TermsRefused, match="a group of this name already"):
        terms_edits.write_sub_group(draft, name="HARBOUR GROUP", actor=CLERK)


def test_terms_do_not_say_what_no_rule_knows(draft):
    with pytest.raises(TermsRefused, match="do not say colour"):
        terms_edits.set_figures(draft, {"colour": 3}, actor=CLERK)


def test_a_quorum_is_set_read_back_and_unset_and_nonsense_is_refused(draft):
    terms_edits.set_quorum(draft, QUORUM, actor=CLERK)
    assert draft.quorum == QUORUM

    with pytest.raises(NotAQuorum):
        terms_edits.set_quorum(draft, {"needs": {}}, actor=CLERK)
    terms_edits.set_quorum(draft, None, actor=CLERK)
    db.session.flush()
    assert draft.quorum is None


def a_quorum(*needs):
    return quorum.as_plain(quorum.Quorum(quorum.every(*needs)))


def test_a_quorum_goes_on_to_mean_a_seat_that_the_draft_words_otherwise(draft):
    post, organisation = quorum.Kind.POST, quorum.Kind.ORGANISATION
    seat, _ = (terms_edits.word_seat(draft, **said, actor=CLERK) for said in (a_manager("Fire"), a_manager("Homes")))
    needs = quorum.Includes(post, "Manager, Fire"), quorum.Includes(organisation, "Fire"), quorum.PerBody(1, ("Homes",))
    terms_edits.set_quorum(draft, a_quorum(*needs), actor=CLERK)

    terms_edits.word_seat(draft, seat=seat, actor=CLERK, **(a_manager("Fire Authority") | {"post": "Area Manager"}))

    means = quorum.Includes(post, "Area Manager, Fire Authority"), quorum.Includes(organisation, "Fire Authority")
    assert draft.quorum == a_quorum(*means, needs[2])


def test_a_post_that_another_seat_has_too_is_not_taken_for_the_one_that_is_worded_otherwise(draft):
    seat, _ = (terms_edits.word_seat(draft, **said, actor=CLERK) for said in (a_manager("Fire"), a_manager("Homes")))
    asked = a_quorum(quorum.Includes(quorum.Kind.POST, "Manager"))
    terms_edits.set_quorum(draft, asked, actor=CLERK)

    terms_edits.word_seat(draft, seat=seat, actor=CLERK, **(a_manager("Fire") | {"post": "Area Manager"}))

    assert draft.quorum == asked


def a_manager(words):
    return {"post": "Manager", "organisation": None, "organisation_words": words, "category": OTHER}


def test_nothing_of_an_adopted_version_is_changed(app):
    version = terms_in_force(
        a_body(),
        from_on=date(2026, 4, 1),
        sections=[TermsSection(position=1, key="purpose", heading="Purpose", words="")],
        seats=[a_seat_in_terms(a_seat())],
        offices=[TermsOffice(kind=OfficeKind.CHAIR)],
        sub_groups=[TermsSubGroup(position=1, name="Harbour Group", months_due=[])],
    )
    acts = (
        lambda: terms_edits.write_section(version, heading="A", words="b", actor=CLERK),
        lambda: terms_edits.move_section(version.sections[0], up=True, actor=CLERK),
        lambda: terms_edits.remove_section(version.sections[0], actor=CLERK),
        lambda: terms_edits.word_seat(version, post="A", organisation=None, category=OTHER, actor=CLERK),
        lambda: terms_edits.remove_seat(version.seats[0], actor=CLERK),
        lambda: terms_edits.set_office(version, OfficeKind.CHAIR, actor=CLERK),
        lambda: terms_edits.remove_office(version.offices[0], actor=CLERK),
        lambda: terms_edits.set_figures(version, {"notice_days": 5}, actor=CLERK),
        lambda: terms_edits.set_quorum(version, QUORUM, actor=CLERK),
        lambda: terms_edits.write_sub_group(version, name="A", actor=CLERK),
        lambda: terms_edits.remove_sub_group(version.sub_groups[0], actor=CLERK),
    )

    for act in acts:
        with pytest.raises(TermsRefused, match="never changes"):
            act()
    assert services.terms_edits is terms_edits
