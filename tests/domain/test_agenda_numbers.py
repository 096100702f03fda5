"""Numbers of agenda items follow their order, whatever is moved, added or taken out."""

from hypothesis import given
from hypothesis import strategies as st

from shp_gov.domain.agenda_numbers import Line, blocks, next_number, numbers

headings = st.sampled_from([None, "Minutes and actions", "Items for decision", "Items for information", "In private"])
agendas = st.lists(st.builds(Line, headings, st.text(min_size=1, max_size=5), st.booleans()), max_size=25)


def line(section, title="An item", **details):
    return Line(section, title, **details)


def test_items_under_a_heading_are_numbered_below_it():
    agenda = [line(None), line(None), line("Minutes and actions"), line("Minutes and actions"), line("Decisions")]

    assert numbers(agenda) == ["1", "2", "3.1", "3.2", "4.1"]


def test_an_item_that_is_its_own_heading_takes_a_whole_number():
    assert numbers([line("Apologies", "Apologies"), line("Urgent business", "Urgent business")]) == ["1", "2"]


def test_the_resolution_takes_the_number_of_the_private_part():
    private = [line("In private", "Exclusion", opens_private=True), line("In private"), line("In private")]

    assert numbers([line(None), *private]) == ["1", "2", "2.1", "2.2"]


def key(number):
    return [int(part) for part in number.split(".")]


@given(agendas)
def test_every_item_has_a_number_of_its_own_and_numbers_rise(agenda):
    given_ = [key(number) for number in numbers(agenda)]

    assert len(given_) == len(agenda)
    assert given_ == sorted(given_)
    assert len({tuple(number) for number in given_}) == len(agenda)


@given(agendas)
def test_no_number_is_left_out(agenda):
    found = numbers(agenda)
    whole = sorted({key(number)[0] for number in found})

    assert whole == list(range(1, len(list(blocks(agenda))) + 1))
    for place in whole:
        below = [key(number)[1] for number in found if key(number)[0] == place and "." in number]
        assert below == list(range(1, len(below) + 1))


@given(agendas)
def test_nothing_is_lost_or_moved_between_headings(agenda):
    assert [each for block in blocks(agenda) for each in block] == agenda


@given(agendas, headings)
def test_an_item_that_comes_late_gets_a_number_nobody_has(agenda, section):
    printed = [(each.section, number) for each, number in zip(agenda, numbers(agenda), strict=True)]

    assert next_number(printed, section) not in [number for _, number in printed]


def test_an_item_that_comes_late_follows_its_heading():
    printed = [("Decisions", "4.1"), ("Decisions", "4.2"), (None, "5"), ("Odd", None), ("Odd", "see below")]

    assert next_number(printed, "Decisions") == "4.3"
    assert next_number(printed, "Something new") == "6"
    assert next_number(printed, None) == "6"
    assert next_number([], None) == "1"
