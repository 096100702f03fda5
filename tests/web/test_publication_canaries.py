"""No word of what is private is on any page, file or message that others get; whoever is entitled gets all of them."""

import re
from io import BytesIO
from zipfile import ZipFile

import pytest
import time_machine

from shp_gov import clock, queries, services
from shp_gov.database import db
from shp_gov.models import Appendix, Document, Interest, Message
from shp_gov.notifications.email import compose
from shp_gov.services import cycle_messages
from tests import factories as make
from tests.agendas import item, wording
from tests.detectors import found_in, needs_tools
from tests.documents.packs import a_pdf
from tests.minutes import a_kept_version
from tests.publishing import IN_TIME, a_ready_agenda, actor, officers, put_out
from tests.reports import a_ready_report, some_contents
from tests.votes import REASON, a_divided_meeting, divide_in_private
from tests.votes import put_out as put_minutes_out

pytestmark = pytest.mark.usefixtures("app")
PLANTED = {
    "title": "zqtitle01",
    "presenter": "zqpresenter02",
    "reason": "zqreason03",
    "subject": "zqsubject04",
    "body": "zqbody05",
    "recommendation": "zqadvice06",
    "contact": "zqcontact07",
    "file": "zqfile08",
    "late": "zqlate09",
    "urgency": "zqurgent10",
    "appendix": "zqapart11",
    "prices": "zqprices12",
}
IN_FULL = {PLANTED[name] for name in ("title", "presenter", "subject", "body", "recommendation", "contact", "file")}


@pytest.fixture(autouse=True)
def _in_time():
    with time_machine.travel(IN_TIME, tick=False):
        yield


def _contents():
    contents = some_contents(subject=f"Offers {PLANTED['subject']}", recommendations=(PLANTED["recommendation"],))
    sections = (("purpose", f"The price is {PLANTED['body']}."), ("reasons", "It is best."))
    who = (type(contents.contacts[0])(PLANTED["contact"]),)
    return type(contents)(**{**vars(contents), "sections": sections, "contacts": who})


@pytest.fixture
def meeting():
    """An agenda with a private item, its report and its file, a private paper with an open report, and a supplement."""
    made = a_ready_agenda()
    said = {"is_exempt": True, "exempt_paragraph": "3", "public_title": "A contract"}
    said |= {"public_interest_reason": PLANTED["reason"], "presenter": PLANTED["presenter"]}
    services.agenda.add(made, wording(PLANTED["title"], **said), actor=make.SYSTEM)
    a_ready_report(item=item(made, PLANTED["title"]), contents=_contents())
    _file(made, PLANTED["title"], title="Prices", words=PLANTED["file"])
    _file(made, "Harbour lighting", title=PLANTED["appendix"], words=PLANTED["prices"])
    first, second = officers(made.body)
    put_out(made, by=actor(first), checked_by=actor(second))
    late = wording(PLANTED["late"], urgency_reason=PLANTED["urgency"], **said)
    services.agenda.add_late(made, late, actor=make.SYSTEM)
    services.supplements.ask_for_check(made, reason="It cannot wait.", of=second, actor=actor(first))
    seen = queries.supplements.waiting(made).sha256
    services.supplements.check(made, seen=seen, note="", actor=actor(second))
    pack = services.supplements.gather(made, reason="It cannot wait.")
    printed = services.pack_files.print_(pack)
    by = {"reason": "It cannot wait.", "seen": pack.full_record_hash, "actor": actor(first)}
    services.supplements.publish(made, printed, **by)
    db.session.commit()
    return made


def _file(meeting, of: str, *, title: str, words: str) -> None:
    """Let the report to an item have a private appendix that somebody uploaded."""
    (report,) = queries.reports.of_item(item(meeting, of))
    document: Document = make.a_document(a_pdf(words, title=words), f"{words}.pdf")
    document.media_type, document.inspected_at, document.is_exempt = "application/pdf", clock.now(), True
    why = {"is_exempt": True, "exempt_paragraph": "3", "public_interest_reason": PLANTED["reason"]}
    report.appendices.append(Appendix(position=9, title=title, document=document, **why))
    db.session.flush()


def surfaces(meeting) -> list[str]:
    """List every address about a meeting that is put out, and the pages on which it is named."""
    at, slug = f"/meetings/{meeting.id}", meeting.body.slug
    reports = [each.id for each in queries.publishing.of_meeting(meeting)]
    packs = [each.number for each in queries.publishing.published(meeting)]
    return [
        at,
        f"{at}/agenda.pdf",
        f"{at}/agenda.docx",
        f"/bodies/{slug}",
        f"/bodies/{slug}/meetings",
        *(f"{at}/packs/{number}.pdf" for number in packs),
        *(f"{at}/packs/{number}-restricted.pdf" for number in packs),
        *(f"/reports/{number}{kind}" for number in reports for kind in ("", "/report.pdf", "/report.docx")),
    ]


def words_of(client, address: str, folder, planted=PLANTED) -> set[str]:
    """Find the planted words in an answer: in its page, its file, its headers."""
    answer = client.get(address)
    content = answer.get_data()
    if answer.mimetype.endswith("wordprocessingml.document"):
        with ZipFile(BytesIO(content)) as parts:
            content = b" ".join(parts.read(name) for name in parts.namelist())
    found = {word for word in planted.values() if word in str(answer.headers) or word.encode() in content}
    if answer.mimetype == "application/pdf" and answer.status_code == 200:
        (folder / "file.pdf").write_bytes(content)
        found |= found_in(folder / "file.pdf", planted.values())
    return found


@needs_tools
def test_what_is_private_is_on_no_public_surface_and_all_of_it_is_where_it_belongs(meeting, client, sign_in, tmp_path):
    addresses = surfaces(meeting)
    outside = {address: words_of(client, address, tmp_path) for address in addresses}
    assert {address: found for address, found in outside.items() if found} == {}

    elsewhere = sign_in(make.a_member(body=make.a_body("Fish Quay Board")))
    assert {address for address in addresses if words_of(elsewhere, address, tmp_path)} == set()

    member = sign_in(make.a_member(body=meeting.body))
    inside = set().union(*(words_of(member, address, tmp_path) for address in addresses))
    assert inside >= IN_FULL | {PLANTED["late"], PLANTED["appendix"], PLANTED["prices"]}


@needs_tools
def test_what_is_private_is_not_on_an_open_item_either_for_whoever_declared_an_interest(meeting, sign_in, tmp_path):
    member = make.a_member(body=meeting.body)
    lighting = item(meeting, "Harbour lighting")
    services.declarations.declare(
        meeting, member.person, words="My firm.", item=lighting, is_ahead=True, actor=make.SYSTEM
    )
    db.session.commit()
    interested = sign_in(member)

    found = set().union(*(words_of(interested, address, tmp_path) for address in surfaces(meeting)))

    assert found.isdisjoint({PLANTED["appendix"], PLANTED["prices"]})
    assert PLANTED["title"] in found


def _letter(message: Message):
    facts = {"reply_to": "", **cycle_messages.about(message).facts}
    return compose(message.event, message=message.id, name="Jo", address="jo@seaborough.example", **facts)


def test_what_is_private_is_in_no_message(meeting):
    make.a_member(body=meeting.body)
    messages = (
        db.session.query(Message).filter(Message.event.in_(["check_asked", "papers_out", "supplement_out"])).all()
    )

    letters = [_letter(message) for message in messages]

    assert {each.event for each in messages} >= {"check_asked", "papers_out"}
    said = " ".join(f"{letter.subject} {letter.text}" for letter in letters)
    assert "Harbour lighting" in said
    assert "1 private item" in said
    assert not [word for word in PLANTED.values() if word in said]
    assert not re.search(r"zq\w+\d\d", " ".join(str(each.facts) for each in messages))


RULED = {
    "motion": "zqmotion21",
    "reason": "zqdissent22",
    "recommended": "zqrefused23",
    "fallen": "zqfallen24",
}


@pytest.fixture
def divided():
    """Minutes that are out, of a meeting that did not agree: in public, and on its private item."""
    sitting = a_divided_meeting()
    divide_in_private(sitting, **RULED)
    put_minutes_out(sitting)
    a_kept_version(sitting.meeting)
    return sitting


def an_interested_member(sitting, who=make.a_member):
    """Make the account of a member, or of whom is asked, who declared an interest in the private item."""
    member = who(body=sitting.body)
    number = item(sitting.meeting, "Case review").id
    position = db.session.query(Interest).filter_by(meeting_id=sitting.meeting.id).count() + 1
    declared = {"agenda_item_id": number, "words": "My firm.", "position": position}
    make._kept(Interest(meeting=sitting.meeting, person=member.person, **declared))
    return member


def minutes_surfaces(sitting) -> list[str]:
    """List every address that tells of these minutes, of each decision, and of the report to the private item."""
    at, slug = f"/meetings/{sitting.meeting.id}", sitting.body.slug
    taken = [each for minute in sitting.meeting.minutes for each in minute.decisions]
    return [
        at,
        f"{at}/minutes.pdf",
        f"{at}/minutes.pdf?version=restricted",
        f"{at}/minutes.docx",
        f"{at}/minutes/review",
        f"{at}/minutes/versions",
        *(f"{at}/minutes/versions/{each.number}" for each in queries.minutes_versions.versions(sitting.meeting)),
        f"{at}/decisions",
        f"/bodies/{slug}",
        f"/bodies/{slug}/meetings",
        "/decisions",
        *(f"/minutes/{each.id}/extract.pdf" for each in sitting.meeting.minutes),
        *(
            f"/decisions/{each.id}{kind}"
            for each in taken
            for kind in ("", "/notice.pdf", "/notice.pdf?version=restricted")
        ),
        *(f"/reports/{each.id}" for each in queries.publishing.of_meeting(sitting.meeting)),
    ]


def searched(client, word: str) -> str:
    """Search the decisions for a word, and give the answer without it."""
    return client.get(f"/decisions?q={word}").text.replace(word, "…")


@needs_tools
def test_a_private_vote_dissent_or_refusal_is_nowhere_but_with_the_words_of_its_minute(
    divided, client, sign_in, tmp_path
):
    addresses = minutes_surfaces(divided)
    in_public = {"reason": REASON, "refused": "was not agreed"}
    elsewhere, interested = make.a_member(body=make.a_body("Fish Quay Board")), an_interested_member(divided)

    for who in (None, elsewhere, interested):
        browser = sign_in(who) if who else client
        seen = {address: words_of(browser, address, tmp_path, RULED) for address in addresses}
        assert {address: found for address, found in seen.items() if found} == {}
        told = set().union(*(words_of(browser, address, tmp_path, in_public) for address in addresses))
        assert told == {*in_public.values()}

    assert not [
        word for word in RULED.values() if word in " ".join(str(row.facts) for row in db.session.query(Message))
    ]
    versions = [each for each in addresses if "/minutes/versions/" in each]
    chair = sign_in(an_interested_member(divided, make.a_chair))
    assert {chair.get(each).status_code for each in versions} == {200}
    assert set().union(*(words_of(chair, each, tmp_path, RULED) for each in versions)) == set()
    officer = sign_in(make.an_officer(body=divided.body))
    assert set().union(*(words_of(officer, each, tmp_path, RULED) for each in versions)) == {*RULED.values()}
    member = sign_in(make.a_member(body=divided.body))
    assert set().union(*(words_of(member, each, tmp_path, RULED) for each in addresses)) == {*RULED.values()}
