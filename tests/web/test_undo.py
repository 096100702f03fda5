"""An officer undoes an import: they see first what goes and what stays, and why; then the register is without it."""

from pathlib import Path

import pytest
import sqlalchemy as sa

from shp_gov.audit import Actor
from shp_gov.database import db
from shp_gov.domain.workflows import ImportState
from shp_gov.importers.pack import load, undo
from shp_gov.models import Decision, Import, Meeting
from tests import factories as make
from tests.factories import SYSTEM

PACK = Path(__file__).parents[1] / "importers" / "pack" / "packs" / "seaborough-2018-03-09.txt"


@pytest.fixture
def pack(app) -> Import:
    pack = load.read_in(PACK.read_bytes(), PACK.name, actor=SYSTEM)
    load.accept(pack, actor=SYSTEM)
    db.session.commit()
    return pack


def test_an_officer_sees_what_goes_and_what_stays_before_the_button(sign_in, pack):
    decision = db.session.scalars(sa.select(Decision)).first()
    make.an_action(decision=decision)
    client = sign_in(make.an_officer(body=pack.body))

    page = client.get(f"/imports/{pack.id}/undo").text

    assert "What goes" in page
    assert "Decision" in page
    assert f"Decision {decision.reference}</a>, with its minute and meeting: an action was made of it." in page
    assert "What happened to this pack" in page
    assert f"/imports/{pack.id}/undo" in client.get(f"/imports/{pack.id}").text


def test_an_undo_takes_the_pack_out_and_says_so(sign_in, pack):
    client = sign_in(make.an_officer(body=pack.body))

    answer = client.post(f"/imports/{pack.id}/undo", data={"reason": "It was a draft."}, follow_redirects=True)

    assert "The pack is no longer in the register." in answer.text
    assert "It was a draft." in answer.text
    assert db.session.scalars(sa.select(Meeting)).all() == []
    assert "nothing to undo" in client.get(f"/imports/{pack.id}/undo").text
    assert "Undone" in client.get("/imports").text


def test_an_undo_needs_a_reason(sign_in, pack):
    client = sign_in(make.an_officer(body=pack.body))

    answer = client.post(f"/imports/{pack.id}/undo", data={"reason": " "})

    assert "Say why you undo the import" in answer.text
    assert pack.state is ImportState.ACCEPTED


def test_an_undo_of_what_is_undone_is_refused_with_a_sentence(sign_in, pack):
    client = sign_in(make.an_officer(body=pack.body))
    client.post(f"/imports/{pack.id}/undo", data={"reason": "It was a draft."})

    answer = client.post(f"/imports/{pack.id}/undo", data={"reason": "Again."})

    assert "This pack is not in the register" in answer.text


def test_a_body_that_only_this_pack_founded_goes_too_and_comes_again(sign_in, app):
    reader = make.an_officer(body=make.a_body("Fish Quay Board", slug="quay"))
    pack = load.read_in(PACK.read_bytes(), PACK.name, actor=Actor(reader.name, reader.id))
    client = sign_in(reader)
    client.post(f"/imports/{pack.id}", data={"accept": "y", "version": str(pack.version)})
    slug, name = pack.body.slug, pack.body.name

    page = client.get(f"/imports/{pack.id}/undo").text
    answer = client.post(f"/imports/{pack.id}/undo", data={"reason": "It was a draft."}, follow_redirects=True)

    assert f"{name} goes too, if only this pack founded it" in page
    assert f"{name}, which only this pack had founded, left it too." in answer.text
    assert client.get(f"/bodies/{slug}").status_code == 404
    load.accept(pack, actor=SYSTEM)
    db.session.commit()
    assert client.get(f"/bodies/{slug}").status_code == 200


@pytest.mark.parametrize("rely", [make.an_officer, make.a_seat, make.a_standing, make.a_meeting])
def test_a_body_that_somebody_relies_on_stays(client, pack, rely):
    body = pack.body
    rely(body=body)

    undo.undo(pack, reason="It was a draft.", actor=SYSTEM)

    assert pack.body is body
    assert client.get(f"/bodies/{body.slug}").status_code == 200
