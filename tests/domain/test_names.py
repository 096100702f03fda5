"""Names of people and organisations, taken apart and matched."""

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from shp_gov.domain.names import organisation_key, person_name, same_organisation, same_person


@pytest.mark.parametrize(
    ("printed", "title", "plain"),
    [
        ("Nadia Frost", "", "Nadia Frost"),
        ("Councillor Morwenna Trelease", "Councillor", "Morwenna Trelease"),
        ("Councillor: Morwenna Trelease", "Councillor", "Morwenna Trelease"),
        ("Chief Superintendent Nadia Frost", "Chief Superintendent", "Nadia Frost"),
        ("T/Detective Chief Inspector Rosa Whitlock", "", "T/Detective Chief Inspector Rosa Whitlock"),
        ("Detective Chief Inspector Rosa Whitlock", "Detective Chief Inspector", "Rosa Whitlock"),
        ("Station Manager Denzil Rook", "Station Manager", "Denzil Rook"),
        ("Dr Sunita Rao", "Dr", "Sunita Rao"),
        ("The Mayor Ivor Penhale", "The Mayor", "Ivor Penhale"),
        ("Chief Ogun", "", "Chief Ogun"),
        ("", "", ""),
    ],
)
def test_a_rank_or_honorific_is_parted_from_the_name(printed, title, plain):
    name = person_name(printed)

    assert (name.title, name.plain) == (title, plain)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Nadia Frost", "Chief Superintendent Nadia Frost"),
        ("Cllr Desmond Okafor", "Councillor Desmond Okafor"),
        ("Malcolm Threlfall MBE", "Malcolm Threlfall"),
        ("J. Marchbanks", "Juno Marchbanks"),
        ("Councillor Okafor", "Councillor Desmond Okafor"),
        ("Siobhan O’Dea", "Siobhan O'Dea"),
        ("Edwin Hart-Carrow", "Edwin Hart Carrow"),
    ],
)
def test_two_spellings_of_one_name_are_one_person(one, other):
    assert same_person(one, other)
    assert same_person(other, one)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Desmond Okafor", "Grace Okafor"),
        ("Okafor", "Desmond Okafor"),
        ("Councillor Okafor", "Inspector Desmond Okafor"),
        ("B. Okafor", "Desmond Okafor"),
        ("", ""),
    ],
)
def test_different_names_are_not_guessed_into_one_person(one, other):
    assert not same_person(one, other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Eastshire Fire Authority", "Eastshire Fire and Rescue Authority"),
        ("Eastshire Fire Authority", "Eastshire Fire Brigade"),
        ("NHS Seaborough Clinical Commissioning Group", "Seaborough CCG"),
        ("Office of the Police and Crime Commissioner for Eastshire", "Eastshire Police and Crime Commissioner"),
        ("Eastshire OPCC", "Office of Police and Crime Commissioner for Eastshire"),
        ("Seaborough Borough Council", "SBC"),
        ("Seaborough & Thornley CCG", "Seaborough and Thornley Clinical Commissioning Group"),
        ("Harbour Homes Ltd", "Harbour Homes"),
        ("Eastshire Community Rehabilitation Co", "Eastshire Community Rehabilitation Company"),
        ("Seaborough-on-Sea Council", "Seaborough on Sea Council"),
    ],
)
def test_known_variants_are_one_organisation(one, other):
    assert same_organisation(one, other)
    assert same_organisation(other, one)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Eastshire Police", "Westshire Police"),
        ("Eastshire Police", "Eastshire Fire Authority"),
        ("Seaborough CCG", "Thornley CCG"),
        ("Seaborough Borough Council", "Seaborough Magistrates Court"),
        ("", "Eastshire Police"),
    ],
)
def test_different_bodies_stay_apart(one, other):
    assert not same_organisation(one, other)


@given(st.text(max_size=60), st.text(max_size=60))
def test_matching_never_depends_on_the_order(one, other):
    assert same_person(one, other) == same_person(other, one)
    assert same_organisation(one, other) == same_organisation(other, one)


@given(st.text(max_size=80))
@example("IN_")
@example("iné")
@example("PS0A")
@example("(Dr) A")
def test_a_key_is_its_own_key(name):
    assert person_name(person_name(name).key).key == person_name(name).key
    assert organisation_key(organisation_key(name)) == organisation_key(name)
