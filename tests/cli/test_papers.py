"""papers print: every paper as at its day, and what is said where it cannot be printed or put."""

from datetime import date

import pytest
import sqlalchemy as sa
from click.testing import CliRunner
from pypdf import PdfReader
from sqlalchemy.orm import Session

from shp_gov.cli import papers
from shp_gov.cli.__main__ import main
from shp_gov.models import Body, Person, RegisteredInterest, TermsVersion
from tests.importers.pack.readings import CHAIN

BODY = "safer-seaborough-partnership"


def test_a_folder_that_is_missing_gets_a_sentence(tmp_path, monkeypatch):
    monkeypatch.setenv("SHP_GOV_DATABASE_URL", f"sqlite:///{tmp_path}/record.sqlite3")
    monkeypatch.setenv("SHP_GOV_STORAGE", str(tmp_path / "files"))
    monkeypatch.setattr(papers, "_body", lambda slug: papers.Body(id=1, slug=slug, name="Safer Seaborough Partnership"))
    monkeypatch.setitem(papers.PAPERS, "action-log", (lambda body, *_: body, {".pdf": lambda content: b"%PDF"}))
    file = tmp_path / "nodir" / "log.pdf"

    said = CliRunner().invoke(main, ["papers", "print", "safer-seaborough", "2026-09-09", "action-log", str(file)])

    assert said.exit_code == 1, said.output
    assert f"{file} cannot be written: No such file or directory." in said.output


@pytest.fixture(scope="module")
def record(tmp_path_factory):
    """Give the settings of a record with one pack, terms of reference and an interest in it."""
    folder = tmp_path_factory.mktemp("record")
    settings = {"SHP_GOV_DATABASE_URL": f"sqlite:///{folder}/record.sqlite3", "SHP_GOV_STORAGE": str(folder / "files")}
    said = CliRunner().invoke(main, ["packs", "import", str(CHAIN[1])], env=settings)
    assert said.exit_code == 0, said.output
    engine = sa.create_engine(settings["SHP_GOV_DATABASE_URL"])
    with Session(engine) as session:
        body = session.get_one(Body, 1)
        kept = {"number": 1, "state": "adopted", "in_force_from": date(2018, 3, 1), "basis": "As agreed long ago"}
        session.add(TermsVersion(body=body, quorum={"needs": {"at_least": 3, "of": "members"}}, **kept))
        person = session.scalars(sa.select(Person)).first()
        interest = {"kind": "land", "words": "A boat house", "from_on": date(2015, 1, 1)}
        session.add(RegisteredInterest(body=body, person=person, **interest))
        session.commit()
    return settings


def printed(record, paper, file, day="2018-03-09"):
    return CliRunner().invoke(main, ["papers", "print", BODY, day, paper, str(file)], env=record)


@pytest.mark.parametrize(
    ("paper", "words"),
    [
        ("terms", "Terms of reference"),
        ("register", "Register of members"),
        ("interests", "A boat house"),
        ("statement", "Compliance statement"),
        ("action-log", "Action log"),
    ],
)
def test_a_paper_as_at_a_day_is_printed_without_a_meeting(record, tmp_path, paper, words):
    file = tmp_path / "paper.pdf"

    said = printed(record, paper, file)

    assert said.exit_code == 0, said.output
    text = " ".join(page.extract_text() for page in PdfReader(file).pages)
    assert words.casefold() in " ".join(text.split()).casefold()


def test_terms_are_written_as_word_too_and_a_register_is_not(record, tmp_path):
    assert printed(record, "terms", tmp_path / "terms.docx").exit_code == 0
    assert (tmp_path / "terms.docx").read_bytes().startswith(b"PK")

    refused = printed(record, "register", tmp_path / "register.docx")

    assert refused.exit_code == 2
    assert "FILE must end in .pdf for the register." in refused.output


def test_terms_that_were_not_in_force_yet_get_a_sentence(record, tmp_path):
    said = printed(record, "terms", tmp_path / "terms.pdf", day="2018-02-28")

    assert said.exit_code == 1
    assert "no terms of reference on record that were in force on Wednesday 28 February 2018" in said.output
    assert not (tmp_path / "terms.pdf").exists()


def test_a_day_without_a_meeting_has_no_agenda(record, tmp_path):
    said = printed(record, "agenda", tmp_path / "agenda.pdf", day="2018-03-10")

    assert said.exit_code == 1
    assert "has no meeting on record on 2018-03-10" in said.output


@pytest.mark.parametrize("more", [(), ("--restricted",)])
def test_the_pack_of_a_meeting_is_printed_with_one_numbering(record, tmp_path, more):
    file = tmp_path / "pack.pdf"
    said = CliRunner().invoke(main, ["papers", "print", BODY, "2018-06-15", "pack", str(file), *more], env=record)

    assert said.exit_code == 0, said.output
    pages = PdfReader(file).pages
    assert f"Pack page 1 of {len(pages)}" in pages[0].extract_text()
    assert "Draft, public" in pages[0].extract_text()
