"""What differs between two versions of the terms."""

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from shp_gov.domain.terms.compare import Became, compare, stretches
from shp_gov.domain.terms.version import Figures, OfficeSaid, SeatSaid, Section, SubGroupSaid, Terms
from tests.domain.terms.given import versions

texts = st.text(alphabet="ab c\n", max_size=60)
FIRE = SeatSaid(key="7", post="District Manager", organisation="Seaborough Fire Authority", category="other")
TERMS = Terms(
    number=1,
    sections=(Section(key="purpose", heading="Purpose", words="To work together for a safer town."),),
    seats=(FIRE,),
    offices=(OfficeSaid(kind="chair", held_by="the Leader of the Council"),),
    sub_groups=(SubGroupSaid(name="Harbour Group", chair="the Harbour Master", months_due=(3,)),),
    figures=Figures(meetings_per_year=4),
)


def changes(before, after):
    return [(each.part, each.name, each.became.value) for each in compare(before, after)]


def marked(before, after):
    marks = {"kept": "{}", "removed": "[-{}-]", "added": "[+{}+]"}
    return "".join(marks[each.done].format(each.words) for each in stretches(before, after))


@given(versions)
def test_a_version_does_not_differ_from_itself(terms):
    assert compare(terms, terms) == ()
    assert compare(terms, replace(terms, number=terms.number + 1)) == ()


@given(versions, versions)
def test_what_one_way_is_added_is_the_other_way_removed(one, other):
    forth, back = compare(one, other), compare(other, one)

    def places(found, became):
        return sorted((each.part, each.key) for each in found if each.became is became)

    assert places(forth, Became.ADDED) == places(back, Became.REMOVED)
    assert places(forth, Became.REMOVED) == places(back, Became.ADDED)
    for became in (Became.RENAMED, Became.CHANGED):
        assert places(forth, became) == places(back, became)
    assert sorted((e.part, e.key, e.before, e.after) for e in forth) == sorted(
        (e.part, e.key, e.after, e.before) for e in back
    )


@given(versions, versions)
def test_nothing_differs_only_where_both_say_the_same(one, other):
    from_one = compare(one, other)

    assert all(each.before != each.after for each in from_one)


@given(texts, texts)
def test_marked_words_hold_both_texts_whole(before, after):
    found = stretches(before, after)

    old = "".join(
        each.words if each.words[-1:].isspace() else each.words + " " for each in found if each.done != "added"
    )
    assert old.split() == before.split()
    assert "".join(each.words for each in found if each.done != "removed").split() == after.split()


def test_a_seat_renamed_is_not_a_seat_removed():
    renamed = replace(TERMS, seats=(replace(FIRE, post="Group Manager"),))

    assert changes(TERMS, renamed) == [("Seats", "Group Manager, Seaborough Fire Authority", "renamed")]


def test_another_seat_of_the_same_name_is_one_removed_and_one_added():
    other = replace(TERMS, seats=(replace(FIRE, key="8"),))

    assert [became for _, _, became in changes(TERMS, other)] == ["added", "removed"]


def test_a_seat_that_only_gains_a_place_is_changed():
    wider = replace(TERMS, seats=(replace(FIRE, places=2),))

    assert changes(TERMS, wider) == [("Seats", "District Manager, Seaborough Fire Authority", "changed")]


def test_every_part_of_a_version_is_compared():
    after = Terms(
        number=2,
        sections=(*TERMS.sections, Section(key="extra", heading="Reports", words="Reports come in time.")),
        seats=(),
        offices=(replace(TERMS.offices[0], held_by="the Mayor"),),
        sub_groups=(replace(TERMS.sub_groups[0], months_due=(3, 9)),),
        figures=Figures(meetings_per_year=6, notice_days=5),
        quorum="At least 5 members are present.",
    )

    assert changes(TERMS, after) == [
        ("Sections", "Reports", "added"),
        ("Seats", "District Manager, Seaborough Fire Authority", "removed"),
        ("Offices", "Chair", "changed"),
        ("Quorum", "Quorum", "added"),
        ("What is asked", "Meetings", "changed"),
        ("What is asked", "Meetings", "added"),
        ("Sub-groups", "Harbour Group", "changed"),
    ]


def test_the_words_between_two_texts_are_marked():
    before = "The vice-chair is appointed each year from the members."
    after = "The vice-chair is appointed each municipal year from the responsible authorities."

    assert marked(before, after) == (
        "The vice-chair is appointed each [+municipal +]year from the [-members.-][+responsible authorities.+]"
    )
