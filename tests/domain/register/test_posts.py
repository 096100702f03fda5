"""Which post somebody had on which day, from what was printed."""

from datetime import date

from shp_gov.domain.register.posts import PostPrinted, posts_printed

MARCH, JUNE, AUGUST = date(2018, 3, 9), date(2018, 6, 22), date(2018, 8, 10)


def listed(on: date, post: str | None, organisation: str = "Eastshire Police") -> PostPrinted:
    return PostPrinted(on, True, post, organisation)


def minuted(on: date, post: str | None, organisation: str | None = "Eastshire Police") -> PostPrinted:
    return PostPrinted(on, False, post, organisation)


def spells(*lines: PostPrinted):
    return [(one.post, one.organisation, one.from_on, one.until_on) for one in posts_printed(lines)]


def test_nothing_printed_is_no_post():
    assert spells() == []


def test_a_post_goes_on_until_the_day_before_another_is_printed():
    found = spells(listed(JUNE, "Chief Superintendent"), listed(MARCH, "Superintendent"))

    assert found == [
        ("Superintendent", "Eastshire Police", MARCH, date(2018, 6, 21)),
        ("Chief Superintendent", "Eastshire Police", JUNE, None),
    ]


def test_another_organisation_is_another_post():
    found = spells(listed(MARCH, "Manager"), listed(JUNE, "Manager", "Seaborough Council"))

    assert [one[1] for one in found] == ["Eastshire Police", "Seaborough Council"]


def test_the_same_post_is_one_spell_in_its_newest_words():
    assert spells(listed(MARCH, "district manager"), listed(JUNE, "District Manager")) == [
        ("District Manager", "Eastshire Police", MARCH, None)
    ]


def test_somebody_who_returns_to_a_post_has_it_twice():
    found = spells(listed(MARCH, "Head"), listed(JUNE, "Deputy"), listed(AUGUST, "Head"))

    assert [one[0] for one in found] == ["Head", "Deputy", "Head"]


def test_lists_say_more_than_minutes_but_minutes_may_be_older():
    found = spells(minuted(MARCH, None), listed(JUNE, "Head of Area"), minuted(AUGUST, "Area"))

    assert found == [("Head of Area", "Eastshire Police", MARCH, None)]


def test_without_a_list_the_minutes_say_it():
    assert [one[0] for one in spells(minuted(MARCH, "Head of Area"))] == ["Head of Area"]


def test_two_lines_of_one_day_are_one_post_whatever_their_order():
    one, other = listed(JUNE, "Head of Area"), listed(JUNE, "Area Head")

    assert spells(one, other) == spells(other, one)
    assert len(spells(one, other)) == 1
