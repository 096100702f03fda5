"""Names become people: never two into one, and the same whatever order the papers came in."""

from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from shp_gov.domain.register.identity import Meant, Mention, fullest, name_key, one_letter_apart, who_is_who

JUNE, SEPTEMBER = date(2018, 6, 15), date(2018, 9, 14)


def a_mention(printed: str, *, on: date = JUNE, group: str | None = None) -> Mention:
    return Mention(printed, on, group or f"{printed} {on}")


def whom(*printed: str) -> dict[str, Meant]:
    return who_is_who([a_mention(name) for name in printed], {})


def test_ranks_and_honorifics_do_not_make_another_person():
    assert name_key("Chief Inspector Rosa Whitlock") == name_key("Rosa Whitlock")


def test_a_family_name_alone_is_the_only_one_it_fits():
    found = whom("Councillor Peter Lound", "Councillor Lound")

    assert found["councillor lound"] == Meant("peter lound")


def test_a_family_name_alone_that_fits_two_people_is_a_question():
    found = whom("Councillor Peter Lound", "Councillor Anna Lound", "Councillor Lound")

    assert found["councillor lound"] == Meant(None, ("anna lound", "peter lound"))


def test_a_family_name_alone_that_fits_nobody_is_somebody():
    assert whom("Councillor Lound")["councillor lound"] == Meant("councillor lound")


def test_a_rank_tells_two_people_of_one_family_name_apart():
    found = whom("Councillor Peter Lound", "Inspector Anna Lound", "Councillor Lound")

    assert found["councillor lound"] == Meant("peter lound")


def test_another_rank_with_the_same_family_name_is_a_question():
    found = whom("Chief Inspector Anna Lound", "Inspector Lound")

    assert found["inspector lound"] == Meant(None, ("anna lound",))


def test_a_double_family_name_alone_is_found_by_its_end():
    found = whom("Councillor Ines Ford-Abara", "Councillor Ford-Abara")

    assert found["councillor ford abara"] == Meant("ines ford abara")


def test_an_initial_stands_for_the_only_name_it_begins():
    assert whom("Councillor Peter Lound", "Councillor P Lound")["p lound"] == Meant("peter lound")
    assert whom("Councillor Peter Lound", "Councillor Paul Lound", "Councillor P Lound")["p lound"].person is None


def test_a_name_one_letter_away_is_a_question_for_whoever_was_printed_later():
    mentions = [a_mention("Jon Bentham", on=SEPTEMBER), a_mention("John Bentham", on=JUNE)]

    found = who_is_who(mentions, {})

    assert found["john bentham"] == Meant("john bentham")
    assert found["jon bentham"].person in (None, "jon bentham")


def test_a_family_name_one_letter_away_is_a_question():
    found = who_is_who([a_mention("Jo Duffy", on=SEPTEMBER), a_mention("Jo Duffey", on=JUNE)], {})

    assert found == {"jo duffey": Meant("jo duffey"), "jo duffy": Meant(None, ("jo duffey",))}


def test_two_names_in_one_list_are_two_people_however_alike():
    room = [a_mention("Jo Duffy", group="room"), a_mention("Jo Duffey", group="room")]

    assert {meant.person for meant in who_is_who(room, {}).values()} == {"jo duffy", "jo duffey"}


def test_an_officer_may_settle_whom_a_name_means():
    mentions = [a_mention("Councillor Peter Lound"), a_mention("Councillor Anna Lound"), a_mention("Councillor Lound")]

    found = who_is_who(mentions, {"councillor lound": 7, "anna lound": 7})

    assert found["councillor lound"] == found["anna lound"] == Meant("anna lound")


def test_two_people_settled_as_one_have_one_key():
    found = who_is_who([a_mention("Ann Lisle"), a_mention("Ann Carrow")], {"ann lisle": 3, "ann carrow": 3})

    assert len({meant.person for meant in found.values()}) == 1


NAMES = st.sampled_from(
    [
        "Councillor Lound", "Councillor Peter Lound", "Peter Lound", "P Lound", "Anna Lound", "Inspector Lound",
        "Councillor Anna Lound", "Jo Duffy", "Jo Duffey", "Jo Dufey", "Ines Ford-Abara", "Cllr Ford-Abara",
    ]
)  # fmt: skip
MENTIONS = st.lists(st.builds(Mention, NAMES, st.sampled_from([JUNE, SEPTEMBER]), st.sampled_from("abcd")), max_size=12)


@given(MENTIONS, st.randoms(use_true_random=False))
def test_the_order_of_the_lines_says_nothing(mentions, random):
    shuffled = [*mentions, *mentions]
    random.shuffle(shuffled)

    assert who_is_who(shuffled, {}) == who_is_who(mentions, {})


@given(MENTIONS)
def test_every_name_means_a_person_who_means_themselves_or_offers_people(mentions):
    found = who_is_who(mentions, {})

    assert found.keys() == {name_key(mention.printed) for mention in mentions}
    for meant in found.values():
        for key in (meant.person,) if meant.person else meant.candidates:
            assert found[key].person == key


@given(MENTIONS)
def test_two_lines_of_one_list_are_never_one_person(mentions):
    found = who_is_who(mentions, {})
    lines = {(mention.group, name_key(mention.printed)) for mention in mentions}
    people = [(group, found[key].person) for group, key in lines if found[key].person]

    assert len(people) == len(set(people))


def test_one_letter_apart():
    alike = [("Duffy", "Duffey"), ("Bentley", "Bentely"), ("Carrow", "Carron")]
    unlike = [("Lee", "Les"), ("Price", "Prices!!"), ("Tim", "Jim"), ("Brown", "Crown"), ("Ashby", "Ashby")]

    assert [one_letter_apart(*pair) for pair in alike] == [True] * 3
    assert [one_letter_apart(*pair) for pair in unlike[:4]] == [False] * 4


def test_the_fullest_name_is_shown_then_the_newest():
    printed = [(JUNE, "Councillor Peter Lound"), (SEPTEMBER, "Councillor Lound"), (date(2017, 1, 1), "Peter Lound")]

    assert fullest(printed) == (JUNE, "Councillor Peter Lound")
