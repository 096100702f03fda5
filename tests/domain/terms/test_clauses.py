"""The clauses of a version, their words and their numbers."""

import pytest
from hypothesis import given

from shp_gov.domain.terms import sentences
from shp_gov.domain.terms.clauses import citations, parts
from shp_gov.domain.terms.version import Figures, OfficeSaid, SeatSaid, Section, SubGroupSaid, Terms
from tests.domain.terms.given import versions

TERMS = Terms(
    number=3,
    sections=(
        Section(key="purpose", heading="Purpose", words="To work together.\n\nTo tell the public."),
        Section(key="membership", heading="Who belongs", words="Members speak for their organisation."),
    ),
    seats=(
        SeatSaid(key="1", post="Leader of the Council", category="responsible authority", is_elected=True, places=2),
        SeatSaid(key="2", post="Head of Tenancies", organisation="Harbour Homes", category="other", is_voting=False),
    ),
    offices=(
        OfficeSaid(kind="chair", held_by="the Leader of the Council"),
        OfficeSaid(
            kind="vice-chair",
            is_yearly=True,
            is_from_responsible_authority=True,
            barred="Seaborough Borough Council",
            is_from_another_organisation=True,
        ),
    ),
    figures=Figures(meetings_per_year=4),
    quorum="At least 5 members are present.",
)


def test_sections_are_numbered_and_what_can_be_checked_follows_their_words():
    said = [(part.number, part.heading, [clause.number for clause in part.clauses]) for part in parts(TERMS)]

    assert said == [
        (1, "Purpose", ["1.1", "1.2"]),
        (2, "Who belongs", ["2.1", "2.2", "2.3"]),
        (3, "Chair and vice-chair", ["3.1", "3.2"]),
        (4, "Meetings", ["4.1"]),
        (5, "Quorum", ["5.1"]),
    ]


def test_seats_stand_under_their_category_with_what_is_said_of_them():
    assert parts(TERMS)[1].clauses[1].words == "Responsible authority members:"
    assert parts(TERMS)[1].clauses[1].lines == ("Leader of the Council (2 places, elected)",)
    assert parts(TERMS)[1].clauses[2].lines == ("Head of Tenancies, Harbour Homes (does not vote)",)


@pytest.mark.parametrize(
    ("about", "cited"),
    [
        ("vice-chair", "Terms of reference version 3, clause 3.2 (Chair and vice-chair)"),
        ("quorum", "Terms of reference version 3, clause 5.1 (Quorum)"),
        ("meetings_per_year", "Terms of reference version 3, clause 4.1 (Meetings)"),
        ("seats: other", "Terms of reference version 3, clause 2.3 (Who belongs)"),
        ("review_months", None),
        ("co-opted", None),
    ],
)
def test_a_citation_names_the_clause_by_its_number_and_heading(about, cited):
    assert citations(TERMS).get(about) == cited


def test_what_terms_say_in_words_only_is_cited_by_the_clause_that_says_it():
    words = "Members speak for their organisation.\nThe members may co-opt somebody for a purpose."
    terms = Terms(number=3, sections=(Section(key="membership", heading="Who belongs", words=words),))

    assert citations(terms) == {"co-opted": "Terms of reference version 3, clause 1.2 (Who belongs)"}


@pytest.mark.parametrize(
    ("office", "words"),
    [
        (TERMS.offices[0], "The chair is the Leader of the Council."),
        (
            TERMS.offices[1],
            "The vice-chair is appointed each municipal year from a responsible authority other than Seaborough "
            "Borough Council. The vice-chair and the chair come from different organisations.",
        ),
        (OfficeSaid(kind="chair"), "The chair is appointed."),
        (OfficeSaid(kind="chair", held_by="Leader of the Council"), "The chair is the Leader of the Council."),
        (OfficeSaid(kind="chair", held_by="whoever the members choose"), "The chair is whoever the members choose."),
        (
            OfficeSaid(kind="chair", barred="Harbour Homes"),
            "The chair is appointed from an organisation other than Harbour Homes.",
        ),
        (
            OfficeSaid(kind="secretary", held_by="Clerk", is_yearly=True),
            "The secretary is the Clerk. The appointment is made each municipal year.",
        ),
    ],
)
def test_an_office_is_said_in_a_sentence(office, words):
    assert sentences.office(office) == words


@pytest.mark.parametrize(
    ("figures", "words"),
    [
        (Figures(), []),
        (Figures(meetings_per_year=1), ["At least 1 meeting is held in each municipal year."]),
        (Figures(meetings_per_year=4), ["At least 4 meetings are held in each municipal year."]),
        (Figures(max_gap_days=120), ["No more than 120 days pass between one meeting and the next."]),
        (Figures(notice_days=0), ["The agenda is published 0 clear days before the meeting."]),
        (Figures(has_substitutes=False), ["A member may not send a substitute."]),
        (Figures(apologies_count_as_absence=True), []),
        (Figures(new_members_agreed=True), ["A new member joins by agreement of the members."]),
        (Figures(review_months=1), ["These terms are reviewed every month."]),
        (Figures(chair_has_casting_vote=False), ["The chair has no casting vote."]),
    ],
)
def test_only_what_is_set_is_said(figures, words):
    said = [say(figures) for group in sentences.OF_FIGURES.values() for say in group.values()]

    assert [each for each in said if each] == words


def test_a_sub_group_is_said_with_its_chair_and_its_months():
    group = SubGroupSaid(name="Harbour Group", chair="the Harbour Master", months_due=(3, 9), tolerance_days=14)

    assert sentences.sub_group(group) == (
        "Harbour Group, chaired by the Harbour Master: reports in March and September, "
        "within 14 days of the month’s end."
    )
    assert (
        sentences.sub_group(SubGroupSaid(name="Harbour Group", times_a_year=2))
        == "Harbour Group: reports twice a year."
    )
    assert sentences.sub_group(SubGroupSaid(name="Night Group")) == "Night Group."


@given(versions)
def test_no_clause_is_empty_and_numbers_run_on(terms):
    for place, part in enumerate(parts(terms), start=1):
        assert part.number == place
        assert [clause.number for clause in part.clauses] == [f"{place}.{n}" for n in range(1, len(part.clauses) + 1)]
        assert all(clause.words for clause in part.clauses)
