"""Uploading a pack, checking what was read, accepting it."""

from io import BytesIO
from pathlib import Path

import pytest
import sqlalchemy as sa

from shp_gov.database import db
from shp_gov.models import Attendance, Body, Capacity, Decision, Import, Question, QuestionKind, RoleHeld
from tests import factories as make

PACKS = Path(__file__).parents[1] / "importers" / "pack" / "packs"
APOLOGIES = PACKS / "seaborough-2018-06-15.txt"
PACK = next(iter(sorted(PACKS.glob("*.txt"))))


@pytest.fixture
def officer(app):
    return make.an_officer(body=make.a_body("Another Board"))


def upload(client, content: bytes, name: str = "pack.txt"):
    return client.post("/imports", data={"pack": (BytesIO(content), name)}, content_type="multipart/form-data")


def test_an_officer_uploads_checks_and_accepts_a_pack(sign_in, officer):
    client = sign_in(officer)

    address = upload(client, PACK.read_bytes()).headers["Location"]
    page = client.get(address).text
    before = db.session.scalar(sa.select(sa.func.count(Decision.id)))
    accepted = client.post(address, data={"accept": "y"})

    assert "Check what was read" in page
    assert "Nothing is in the register until you accept." in page
    assert before == 0
    assert accepted.status_code == 302
    assert db.session.scalar(sa.select(sa.func.count(Decision.id))) > 0
    founded = db.session.scalars(sa.select(Body).where(Body.name != "Another Board")).one()
    assert db.session.scalars(sa.select(RoleHeld).where(RoleHeld.body_id == founded.id)).one().user_id == officer.id


def test_a_correction_is_kept_and_shown(sign_in, officer):
    client = sign_in(officer)
    address = upload(client, PACK.read_bytes()).headers["Location"]
    pack = db.session.scalars(sa.select(Import)).one()

    client.post(f"{address}/agenda", data={"version": str(pack.version), "at:agenda.venue": "The Lifeboat House"})

    assert "The Lifeboat House" in client.get(f"{address}/agenda").text


def test_a_line_that_is_wrong_is_taken_out_and_the_others_keep_their_places(sign_in, officer):
    client = sign_in(officer)
    address = upload(client, APOLOGIES.read_bytes()).headers["Location"]
    pack = db.session.scalars(sa.select(Import)).one()
    names = [person["name"] for person in pack.reading["minutes"]["apologies"]]

    gone = client.post(
        f"{address}/apologies",
        data={"version": str(pack.version), "out:minutes.apologies.0": "y", "at:minutes.apologies.1.name": "Ann Other"},
        follow_redirects=True,
    )
    page = client.get(f"{address}/apologies").text
    client.post(address, data={"accept": "y"})
    absent = db.session.scalars(sa.select(Attendance.name_printed).where(Attendance.capacity == Capacity.APOLOGIES))

    assert "2 corrections saved." in gone.text
    assert f"“{names[0]}” does not go into the register." in page
    assert "out:minutes.apologies.0" not in page
    assert set(absent) == {"Ann Other", *names[2:]}


def test_a_category_is_one_of_those_that_are_offered(sign_in, officer):
    client = sign_in(officer)
    address = upload(client, APOLOGIES.read_bytes()).headers["Location"]
    pack = db.session.scalars(sa.select(Import)).one()
    wrong = {"at:agenda.members.0.category": "friends of the chair", "at:agenda.members.1.category": "co_opted"}

    page = client.post(f"{address}/members", data=wrong | {"version": str(pack.version)}, follow_redirects=True).text

    assert "1 correction saved." in page
    assert {row.path: row.value for row in pack.corrections} == {"agenda.members.1.category": "co_opted"}


def test_a_name_left_empty_is_refused_in_words(sign_in, officer):
    client = sign_in(officer)
    address = upload(client, APOLOGIES.read_bytes()).headers["Location"]
    pack = db.session.scalars(sa.select(Import)).one()

    page = client.post(
        f"{address}/apologies", data={"version": str(pack.version), "at:minutes.apologies.0.name": ""}
    ).text

    assert "The name cannot be left empty. Enter what the pack says, or take the line out." in page


def test_a_second_officers_correction_is_not_overwritten(sign_in, officer):
    client = sign_in(officer)
    address = upload(client, PACK.read_bytes()).headers["Location"]
    pack = db.session.scalars(sa.select(Import)).one()
    stale = {"version": str(pack.version - 1), "at:agenda.venue": "The Lifeboat House"}

    page = client.post(f"{address}/agenda", data=stale).text

    assert "Somebody else corrected this pack" in page
    assert "The Lifeboat House" in page
    assert db.session.scalars(sa.select(Import)).one().corrections == []


@pytest.mark.parametrize(
    ("content", "name", "words"),
    [(b"", "pack.txt", "empty"), (b"\x89PNG\r\n\x1a\n" + b"0" * 50, "pack.pdf", "picture")],
)
def test_a_file_that_is_no_pack_gets_a_sentence_and_changes_nothing(sign_in, officer, content, name, words):
    answer = upload(sign_in(officer), content, name)

    assert answer.status_code == 200
    assert words in answer.text
    assert db.session.scalar(sa.select(sa.func.count(Import.id))) == 0


def test_the_same_pack_twice_is_one_import(sign_in, officer):
    client = sign_in(officer)

    first = upload(client, PACK.read_bytes()).headers["Location"]

    assert upload(client, PACK.read_bytes()).headers["Location"] == first


def test_a_pack_of_a_body_that_somebody_else_serves_is_refused(sign_in, officer):
    address = upload(sign_in(officer), PACK.read_bytes()).headers["Location"]
    sign_in(officer).post(address, data={"accept": "y"})
    stranger = sign_in(make.an_officer(body=make.a_body("Third Board")))

    hidden = stranger.get(address)

    assert hidden.status_code == 404


def test_a_file_that_another_officer_uploaded_is_refused_with_a_sentence(sign_in, officer):
    upload(sign_in(officer), PACK.read_bytes())
    colleague = sign_in(make.an_officer(body=officer.roles[0].body))

    answer = upload(colleague, PACK.read_bytes())

    assert answer.status_code == 200
    assert "uploaded by somebody else" in answer.text


@pytest.fixture
def question(app):
    body = make.a_body()
    pack = make.a_pack(by=make.an_officer(body=body), body=body)
    row = Question(kind=QuestionKind.PERSON, printed="R Ferris", about="", sentence="Who is it?", pack=pack)
    db.session.add(row)
    return row


@pytest.mark.parametrize("answer", ["99999", "", "nobody"])
def test_an_answer_that_is_not_offered_is_refused_and_settles_nothing(sign_in, question, answer):
    client = sign_in(make.an_officer(body=question.pack.body))

    page = client.post(f"/imports/{question.import_id}/questions/{question.id}", data={"answer": answer})

    assert page.status_code == 200
    assert "Choose one of the answers" in page.text
    assert db.session.get_one(Question, question.id).answer is None


def test_a_question_that_a_colleague_answered_says_so(sign_in, question):
    question.answer = "Robin Ferris"
    client = sign_in(make.an_officer(body=question.pack.body))

    page = client.post(f"/imports/{question.import_id}/questions/{question.id}", data={"answer": "new"})

    assert "This question was answered already: Robin Ferris." in page.text


def test_a_second_click_on_an_answer_leads_to_the_same_page(sign_in, question):
    client = sign_in(make.an_officer(body=question.pack.body))
    address = f"/imports/{question.import_id}/questions/{question.id}"
    sent = {"answer": "new", "form_token": "one click"}

    first, second = (client.post(address, data=sent) for _ in range(2))

    assert (first.status_code, second.status_code) == (302, 302)
    assert second.headers["Location"] == first.headers["Location"]


@pytest.mark.parametrize("who", [make.a_chair, make.a_member])
def test_only_officers_import(sign_in, app, who):
    assert sign_in(who(body=make.a_body())).get("/imports").status_code == 403


def test_a_file_with_an_odd_name_is_kept_under_a_plain_one(sign_in, officer):
    client = sign_in(officer)

    answer = upload(client, PACK.read_bytes(), "..\\\0\u202epack.txt")

    assert answer.status_code == 302
    assert db.session.scalars(sa.select(Import)).one().document.filename == "pack.txt"


def test_much_that_was_read_comes_in_pages_that_can_each_be_corrected(sign_in, officer):
    client = sign_in(officer)
    pack = max(PACKS.glob("seaborough*.txt"))
    address = upload(client, pack.read_bytes()).headers["Location"]
    kept = db.session.scalars(sa.select(Import)).one()
    members = kept.reading["agenda"]["members"]
    last = f"at:agenda.members.{len(members) - 1}.post"
    second = f"{address}/members?page={-(-len(members) // 7)}"

    assert last not in client.get(f"{address}/members").text
    assert last in client.get(second).text
    client.post(second, data={"version": str(kept.version), last: "Harbour Warden"})

    assert "Harbour Warden" in client.get(second).text


def test_what_one_officer_saved_is_not_overwritten_by_another_who_saw_the_page_before(sign_in, officer):
    client = sign_in(officer)
    address = upload(client, PACK.read_bytes()).headers["Location"]
    seen = str(db.session.scalars(sa.select(Import)).one().version)

    client.post(f"{address}/agenda", data={"version": seen, "at:agenda.venue": "The Lifeboat House"})
    late = client.post(f"{address}/agenda", data={"version": seen, "at:agenda.venue": "The Pier"}).text

    assert "Somebody else corrected this pack" in late
    assert "The Pier" in late
    assert [row.value for row in db.session.scalars(sa.select(Import)).one().corrections] == ["The Lifeboat House"]


def test_a_meeting_cannot_be_corrected_to_end_before_it_starts(sign_in, officer):
    client = sign_in(officer)
    address = upload(client, PACK.read_bytes()).headers["Location"]
    version = str(db.session.scalars(sa.select(Import)).one().version)
    times = {"version": version, "at:minutes.start": "10:00", "at:minutes.end": "08:00"}

    answer = client.post(f"{address}/meeting", data=times).text

    assert "cannot have ended at" in answer
