"""A body is founded once, under an address made of its name."""

import pytest

from shp_gov import services
from shp_gov.models import Body, BodyKind, Provenance
from shp_gov.services.bodies import BodyExists, NoSuchName, slug_of
from tests.factories import SYSTEM
from tests.importers.pack.readings import every


@pytest.mark.parametrize(
    ("name", "slug"),
    [
        ("Safer Seaborough Partnership", "safer-seaborough-partnership"),
        ("THE SAFER SEABOROUGH PARTNERSHIP", "safer-seaborough-partnership"),
        ("Women’s Safety & Night-Time Group", "womens-safety-and-night-time-group"),
    ],
)
def test_an_address_is_made_of_the_words_of_a_name(name, slug):
    assert slug_of(name) == slug


def test_a_name_in_capitals_is_shown_in_small_letters(app):
    body = services.bodies.found("SAFER SEABOROUGH AND VALE PARTNERSHIP", actor=SYSTEM)

    assert body.name == "Safer Seaborough and Vale Partnership"


def test_a_body_is_founded_once(app):
    services.bodies.found("Safer Seaborough Partnership", actor=SYSTEM)

    with pytest.raises(BodyExists, match="already a body called"):
        services.bodies.found("The Safer Seaborough Partnership", actor=SYSTEM)


def test_a_name_without_letters_is_refused(app):
    with pytest.raises(NoSuchName, match="no name for a body"):
        services.bodies.found("–", actor=SYSTEM)


def test_a_paper_finds_the_body_it_names_or_founds_it(app):
    first = services.bodies.recognise("SAFER SEABOROUGH PARTNERSHIP", actor=SYSTEM)

    assert services.bodies.recognise("Safer Seaborough Partnership", actor=SYSTEM) is first
    assert (every(Body), first.provenance) == ([first], Provenance.IMPORTED)


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("Safer Seaborough Partnership", BodyKind.STRATEGY_GROUP),
        ("Reducing Reoffending Sub-Group", BodyKind.SUB_GROUP),
        ("Beach Task and Finish Group", BodyKind.TASK_AND_FINISH_GROUP),
        ("Crime and Disorder Committee", BodyKind.COMMITTEE),
    ],
)
def test_the_kind_of_a_body_is_told_by_its_name(app, name, kind):
    assert services.bodies.recognise(name, actor=SYSTEM).kind is kind


def test_the_area_is_the_one_the_name_holds(app):
    assert services.bodies.found("Safer Hartlepool Partnership", actor=SYSTEM).area == "hartlepool"
    assert services.bodies.found("Safer Brackwater Partnership", actor=SYSTEM).area is None
