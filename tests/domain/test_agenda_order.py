"""Moving and adding: nothing is lost, and what is private stays last under its resolution."""

from hypothesis import given
from hypothesis import strategies as st

from shp_gov.domain.agenda_numbers import blocks
from shp_gov.domain.agenda_order import Place, block_moved, inserted, moved, settled, usual_order

HEADINGS = ("Minutes", "Decisions", "Information")


def place(key, section=None, **details):
    return Place(section, f"Item {key}", key=key, **details)


@st.composite
def agendas(draw):
    headings = draw(st.permutations([*HEADINGS, None, None]))
    open_ = [section for section in headings for _ in range(draw(st.integers(0, 3)))]
    places = [place(key, section) for key, section in enumerate(open_)]
    private = draw(st.integers(0, 3))
    if private:
        places.append(place(100, "In private", opens_private=True))
        places += [place(101 + key, "In private", is_private=True) for key in range(private)]
    return places


def well_formed(places):
    closed = [each.is_closed for each in places]
    headings = [group[0].section for group in blocks(places) if group[0].section]
    first_private = [each for each in places if each.is_closed][:1]
    return (
        closed == sorted(closed)
        and len(headings) == len(set(headings))
        and all(each.opens_private for each in first_private)
    )


@given(agendas(), st.data())
def test_moving_loses_nothing_and_keeps_headings_together(places, data):
    if not places:
        return
    key = data.draw(st.sampled_from([each.key for each in places]))
    up, whole = data.draw(st.booleans()), data.draw(st.booleans())

    after = (block_moved if whole else moved)(places, key, up=up)

    assert sorted(each.key for each in after) == sorted(each.key for each in places)
    assert well_formed(after)


@given(agendas(), st.sampled_from([*HEADINGS, None, "Something new"]), st.integers(-1, 1))
def test_what_is_added_joins_its_heading_and_moves_nothing_else(places, section, rank):
    after = inserted(places, place(999, section, rank=rank), HEADINGS)

    assert [each for each in after if each.key != 999] == places
    assert well_formed(after)


@given(agendas())
def test_up_and_then_down_is_where_it_was(places):
    for each in places:
        after = moved(places, each.key, up=True)
        if after != places:
            assert moved(after, each.key, up=False) == places


def test_what_turns_private_goes_last():
    places = [place(1, is_private=True), place(2), place(3, opens_private=True)]

    assert [each.key for each in settled(places)] == [2, 3, 1]


def test_the_order_of_headings_is_that_of_the_first_with_the_others_fitted_in():
    assert usual_order(["A", "C"], ["A", "B", "C", "D"], ["Z", "C"]) == ["Z", "A", "B", "C", "D"]
    assert usual_order() == []
