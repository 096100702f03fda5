"""Nobody is doubled, and nobody is guessed into another."""

from datetime import date

import pytest

from shp_gov import services
from shp_gov.database import db
from shp_gov.models import (
    Appointment,
    Attendance,
    Body,
    Import,
    Office,
    OfficeKind,
    Organisation,
    Person,
    Provenance,
    Question,
    Seat,
    SeatCategory,
)
from shp_gov.queries import imports as queries
from tests.factories import SYSTEM, a_user, an_action
from tests.importers.pack.readings import (
    ANN,
    JANUARY,
    JUNE,
    MARCH,
    a_member,
    accept,
    an_agenda,
    every,
    some_minutes,
    somebody,
    the,
)


def test_nobody_is_doubled_by_rank_spelling_of_an_organisation_or_capacity(app):
    away = somebody("Ms A Lisle")
    came = ["Station Manager Ann Lisle, Seaborough Fire and Rescue Authority"]
    accept(agenda=an_agenda(JUNE, [ANN]), minutes=some_minutes(MARCH, present=came, apologies=(away,)))

    assert [person.name for person in every(Person)] == ["Ann Lisle"]
    assert [each.name for each in every(Organisation)] == ["Seaborough Fire Authority"]


def test_a_name_that_fits_two_people_is_a_question_and_nobody(app):
    people = ["Councillor Peter Lound, Elected Member, SBC", "Councillor Anna Lound, Elected Member, SBC"]
    accept(agenda=an_agenda(MARCH, people), minutes=some_minutes(JANUARY, present=["Councillor Lound"]))

    line, question = the(Attendance), the(Question)

    assert (line.person, line.name) == (None, "Councillor Lound")
    assert len(every(Person)) == 2
    assert "Councillor Anna Lound or Councillor Peter Lound" in question.sentence
    assert [person.name for person in queries.candidates(question)] == [
        "Councillor Anna Lound",
        "Councillor Peter Lound",
    ]


def test_a_name_that_fitted_one_person_becomes_a_question_when_a_second_turns_up(app):
    accept(agenda=an_agenda(MARCH, ["Councillor Peter Lound, Elected Member, SBC"]))
    accept(minutes=some_minutes(JANUARY, present=["Councillor Lound"]))
    assert the(Attendance).person is the(Person)

    accept(agenda=an_agenda(JUNE, ["Councillor Anna Lound, Elected Member, SBC"]))

    assert the(Attendance).person is None
    assert the(Question).printed == "Councillor Lound"


def test_a_person_added_for_a_name_that_becomes_a_question_is_taken_out_again(app):
    chair = somebody("Councillor Lound", is_chair=True)
    accept(minutes=some_minutes(JANUARY, present=[chair], declarations=("Councillor Lound declared an interest.",)))
    assert the(Office).person is the(Person)

    people = ["Councillor Peter Lound, Elected Member, SBC", "Councillor Anna Lound, Elected Member, SBC"]
    accept(agenda=an_agenda(MARCH, people))

    assert sorted(person.name for person in every(Person)) == ["Councillor Anna Lound", "Councillor Peter Lound"]
    assert (every(Office), the(Attendance).person) == ([], None)


def test_somebody_with_an_account_keeps_the_name_they_had(app):
    accept(minutes=some_minutes(JANUARY, present=["Councillor Lound"]))
    account = a_user(person=the(Person))

    people = ["Councillor Peter Lound, Elected Member, SBC", "Councillor Anna Lound, Elected Member, SBC"]
    accept(agenda=an_agenda(MARCH, people))

    assert the(Attendance).person is account.person


def test_an_answer_takes_effect_at_once_and_for_later_packs(app):
    people = ["Councillor Peter Lound, Elected Member, SBC", "Councillor Anna Lound, Elected Member, SBC"]
    accept(agenda=an_agenda(MARCH, people), minutes=some_minutes(JANUARY, present=["Councillor Lound"]))
    anna = next(person for person in every(Person) if "Anna" in person.name)

    services.imports.answer(the(Question), person=anna, actor=SYSTEM)
    accept(minutes=some_minutes(MARCH, present=["Councillor Lound"]))

    assert [line.person for line in every(Attendance)] == [anna, anna]
    assert queries.open_questions(the(Body)) == []


def test_the_answer_may_be_a_new_person(app):
    accept(agenda=an_agenda(MARCH, ["Jo Duffey, Chief Executive, Harbour Homes"]))
    accept(minutes=some_minutes(MARCH, present=[]), agenda=an_agenda(JUNE, ["Jo Duffy, Chair of Bench, Magistrates"]))
    assert len(every(Person)) == 1

    services.imports.answer(the(Question), person=None, actor=SYSTEM)

    assert sorted(person.name for person in every(Person)) == ["Jo Duffey", "Jo Duffy"]
    assert len(every(Appointment)) == 2


def test_two_people_become_one_when_an_officer_says_so(app):
    accept(agenda=an_agenda(MARCH, ["Ann Lisle, District Manager, Harbour Homes"]))
    accept(agenda=an_agenda(JUNE, ["Ann Carrow, District Manager, Harbour Homes"]))
    lisle, carrow = every(Person)

    services.merges.merge_people(lisle, into=carrow, actor=SYSTEM)
    accept(minutes=some_minutes(JUNE, present=["Ann Lisle", "Ann Carrow"]))

    assert every(Person) == [carrow]
    services.register.bring_up_to_date(the(Body), pack=every(Import)[0], actor=SYSTEM)
    term = the(Appointment)
    assert (term.person, term.from_on, term.until_on) == (carrow, MARCH, None)


def test_somebody_of_the_same_name_on_another_body_is_a_question(app):
    accept(agenda=an_agenda(MARCH, [ANN]))
    accept(agenda=an_agenda(MARCH, [ANN], body="Seaborough Reducing Reoffending Group"))
    first, second = every(Person)

    assert "of Safer Seaborough Partnership" in the(Question).sentence
    assert queries.candidates(the(Question)) == [first]
    services.imports.answer(the(Question), person=first, actor=SYSTEM)

    assert every(Person) == [first]
    assert len(every(Appointment)) == 2
    assert queries.open_questions(every(Body)[1]) == []
    assert second not in db.session


def test_initials_and_full_name_are_one_organisation_whichever_comes_first(app):
    accept(agenda=an_agenda(MARCH, ["Ann Lisle, Chief Executive, SBC"]))
    accept(agenda=an_agenda(JUNE, ["Ann Lisle, Chief Executive, Seaborough Borough Council"]))

    assert the(Organisation).name == "Seaborough Borough Council"
    assert len(every(Seat)) == 1


def test_an_organisation_with_one_word_more_is_a_question(app):
    short, long = "Vale Community Rehabilitation Co Ltd", "North Vale Community Rehabilitation Company"
    accept(agenda=an_agenda(MARCH, [f"Ann Lisle, Head of Service, {short}"]))
    accept(agenda=an_agenda(JUNE, [f"Ann Lisle, Head of Service, {long}"]))

    question = the(Question)
    services.imports.answer(question, person=queries.candidates(question)[0], actor=SYSTEM)

    assert the(Organisation).name == long
    assert len([seat for seat in every(Seat) if seat.active_until is None]) == 1


def test_the_newest_wording_is_shown(app):
    accept(agenda=an_agenda(JUNE, ["Superintendent Ann Lisle, Interim Head of Policing, Eastshire Constabulary"]))
    accept(agenda=an_agenda(MARCH, ["Inspector Ann Lisle, Head of Policing, Eastshire Police"]))

    ann = the(Person)
    assert ann.name == "Superintendent Ann Lisle"
    assert [post.post for post in ann.posts] == ["Head of Policing", "Interim Head of Policing"]
    assert [post.from_on for post in ann.posts] == [MARCH, JUNE]
    assert the(Organisation).name == "Eastshire Constabulary"
    assert the(Seat).title == "Head of Policing, Eastshire Constabulary"


def test_two_people_in_one_post_are_two_places_of_one_seat(app):
    accept(agenda=an_agenda(MARCH, ["Councillor A Bee, Elected Member, SBC", "Councillor C Dee, Elected Member, SBC"]))

    assert (the(Seat).places, the(Seat).is_elected, len(every(Appointment))) == (2, True, 2)


def test_a_vacancy_is_a_seat_that_nobody_holds(app):
    accept(agenda=an_agenda(MARCH, [", Chair of Bench, Seaborough Magistrates"]))

    assert (the(Seat).post, every(Appointment), every(Person)) == ("Chair of Bench", [], [])


def test_a_category_is_kept_only_where_the_pack_states_it(app):
    accept(agenda=an_agenda(MARCH, [a_member(ANN, category="responsible_authority"), a_member("Bo Ek, Chair, Youth")]))

    assert [seat.category for seat in every(Seat)] == [SeatCategory.RESPONSIBLE_AUTHORITY, SeatCategory.NOT_STATED]


def test_somebody_without_a_post_or_organisation_is_a_plain_member(app):
    accept(agenda=an_agenda(MARCH, ["Ann Lisle"]))

    assert (the(Seat).title, the(Appointment).person.name) == ("Member", "Ann Lisle")


def test_whoever_is_also_invited_has_no_seat(app):
    accept(agenda=an_agenda(MARCH, [], also_invited=(a_member("Tom Orr, Director"),)))

    assert (every(Seat), the(Person).posts[0].post) == ([], "Director")


# --- The chair ---
def test_whoever_is_in_the_chair_chairs_the_body_and_what_is_entered_by_hand_stays(app):
    chair = somebody("Councillor Ann Lisle", is_chair=True)
    accept(minutes=some_minutes(MARCH, present=[chair]))

    office = the(Office)
    assert (office.person, office.kind, office.provenance) == (the(Person), OfficeKind.CHAIR, Provenance.DERIVED)

    office.provenance, office.until_on = Provenance.RECORDED, JUNE
    accept(minutes=some_minutes(JANUARY, present=[chair]))

    assert (the(Office).from_on, the(Office).until_on) == (MARCH, JUNE)


def test_a_term_that_an_officer_ended_stays_ended_when_the_next_list_still_has_them(app):
    accept(agenda=an_agenda(MARCH, [ANN]))

    services.appointments.end(the(Appointment), last_day=date(2018, 4, 30), because="Moved.", actor=SYSTEM)
    accept(agenda=an_agenda(JUNE, [ANN]))

    assert the(Appointment).until_on == date(2018, 4, 30)


# --- A body whose packs print no list of members ---
ROOM = ("Ann Lisle, Seaborough Fire Authority", "Bo Ek, Eastshire Police")


def test_those_present_and_away_are_its_members(app):
    accept(agenda=an_agenda(JUNE, []), minutes=some_minutes(MARCH, present=ROOM[:1], apologies=(somebody(ROOM[1]),)))

    assert {(seat.title, term.person.name) for term in every(Appointment) for seat in [term.seat]} == {
        ("Seaborough Fire Authority", "Ann Lisle"),
        ("Eastshire Police", "Bo Ek"),
    }
    assert {line.seat for line in every(Attendance)} == set(every(Seat))


@pytest.mark.parametrize("list_first", [True, False])
def test_once_a_list_says_who_the_members_are_they_are_the_members(app, list_first):
    parts = [{"minutes": some_minutes(MARCH, present=ROOM)}, {"agenda": an_agenda(JUNE, [ANN])}]
    for part in reversed(parts) if list_first else parts:
        accept(**part)

    assert (the(Seat).title, the(Appointment).from_on) == ("District Manager, Seaborough Fire Authority", MARCH)


def test_a_seat_that_was_given_work_stays(app):
    accept(minutes=some_minutes(MARCH, present=ROOM))
    police = next(seat for seat in every(Seat) if "Police" in seat.title)
    action = an_action(owner=police)

    accept(agenda=an_agenda(JUNE, [ANN]))

    assert action.seat is police
    assert len(every(Seat)) == 2
