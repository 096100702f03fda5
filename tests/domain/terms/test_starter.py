"""The text to start from."""

from shp_gov.domain.terms.starter import starter
from shp_gov.domain.terms.version import CATEGORIES, VICE_CHAIR


def test_the_starter_has_everything_a_partnership_begins_with():
    found = starter()

    assert [section.key for section in found.sections][:3] == ["purpose", "responsibilities", "membership"]
    assert {seat.category for seat in found.seats} <= set(CATEGORIES)
    assert {seat.type for seat in found.seats if seat.category == "responsible authority"} == {
        "council",
        "chief officer of police",
        "fire and rescue authority",
        "integrated care board",
        "provider of probation services",
    }


def test_its_vice_chair_is_appointed_each_year_from_a_responsible_authority_other_than_the_council():
    vice = next(office for office in starter().offices if office.kind == VICE_CHAIR)

    assert (vice.is_yearly, vice.is_from_responsible_authority, vice.bars_council) == (True, True, True)


def test_it_invents_no_number_of_meetings_no_notice_and_no_voting():
    figures = starter().figures

    assert (figures.meetings_per_year, figures.notice_days, figures.voting, figures.absences_to_review) == (None,) * 4


def test_every_name_in_its_words_is_filled_in():
    words = " ".join(section.words for section in starter().sections_for("The Harbour Board", None))

    assert "The Harbour Board" in words
    assert "{" not in words
