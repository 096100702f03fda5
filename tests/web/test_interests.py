"""The register of interests: everybody reads it as at a day, officers keep it, what is sensitive is not published."""

import io
from datetime import date

import pytest
from pypdf import PdfReader

from shp_gov import queries
from shp_gov.domain.errors import DomainError
from shp_gov.models import InterestKind
from shp_gov.services import interests, people
from tests import factories as make
from tests.factories import SYSTEM

ON = date(2026, 7, 1)


@pytest.fixture
def body(app):
    return make.a_body("Safer Seaborough Partnership", area="seaborough")


def day(name, on):
    return {f"{name}-day": str(on.day), f"{name}-month": str(on.month), f"{name}-year": str(on.year)}


def test_an_officer_enters_an_interest_and_ends_it(sign_in, body):
    client, person = sign_in(make.an_officer(body=body)), make.a_person("Ivo Tide")
    people.introduce(body, person)
    sent = {"person": person.id, "kind": "land", "words": "A boat house", **day("from_on", date(2024, 5, 1))}

    entered = client.post(f"/bodies/{body.slug}/interests/new", data=sent, follow_redirects=True).text
    (row,) = queries.interests.register(body, on=ON)
    client.post(f"/interests/{row.id}/end", data=day("last_day", date(2025, 3, 31)))

    assert "A boat house" in entered
    assert "A boat house" in client.get(f"/bodies/{body.slug}/interests?on=31+3+2025").text
    assert "A boat house" not in client.get(f"/bodies/{body.slug}/interests?on=1+4+2025").text


def test_what_is_sensitive_is_not_published(sign_in, client, body):
    make.a_registered_interest(body=body, is_sensitive=True)
    here = f"/bodies/{body.slug}/interests"

    public = client.get(here).text

    assert "A boat house" not in public
    assert "the details are not published" in public
    assert "A boat house" in sign_in(make.an_officer(body=body)).get(here).text


def text_of(pdf):
    return "\n".join(page.extract_text() for page in PdfReader(io.BytesIO(pdf)).pages)


def test_the_register_of_a_day_is_downloaded_as_pdf_and_as_a_sheet(client, body):
    make.a_registered_interest(body=body, until_on=date(2025, 3, 31))
    there, over = "?on=2025-03-31", "?on=2025-04-01"
    address = f"/bodies/{body.slug}/interests"

    paper, sheet = client.get(f"{address}.pdf{there}"), client.get(f"{address}.csv{there}")

    assert paper.mimetype == "application/pdf"
    assert "A boat house on the harbour" in text_of(paper.data)
    assert "Until 31 March 2025" in text_of(paper.data)
    assert sheet.text.splitlines()[1] == "Ivo Tide,Land,A boat house on the harbour,2015-01-01,2025-03-31"
    assert "A boat house" not in client.get(f"{address}.csv{over}").text
    assert "No interest is in the register" in text_of(client.get(f"{address}.pdf{over}").data)
    assert f"{address}.pdf?on=2025-03-31" in client.get(address + there).text


def test_no_file_holds_the_words_of_a_sensitive_interest_whoever_asks(sign_in, client, body):
    make.a_registered_interest(body=body, is_sensitive=True)
    make.a_registered_interest(body=body, words="A share in a mill")
    address = f"/bodies/{body.slug}/interests"

    for looker in (client, sign_in(make.an_officer(body=body))):
        for words in (looker.get(f"{address}.csv").text, text_of(looker.get(f"{address}.pdf").data)):
            assert "A share in a mill" in words
            assert "boat house" not in words
            assert "the details are not published" in " ".join(words.split())


def test_a_day_that_is_none_gets_no_file(client, body):
    assert client.get(f"/bodies/{body.slug}/interests.pdf?on=soon").status_code in (400, 404)
    assert client.get(f"/bodies/{body.slug}/interests.csv?on=soon").status_code in (400, 404)


def test_an_empty_form_is_refused_with_what_to_enter(sign_in, body):
    page = sign_in(make.an_officer(body=body)).post(f"/bodies/{body.slug}/interests/new", data={"words": ""}).text

    assert "Choose whose interest it is" in page
    assert "Enter what it is" in page


@pytest.mark.parametrize(
    ("words", "until_on", "refusal"), [(" ", None, "Give what"), ("Land", date(2020, 1, 1), "last")]
)
def test_what_cannot_be_is_refused(body, words, until_on, refusal):
    with pytest.raises(DomainError, match=refusal):
        interests.enter(
            make.a_person(),
            body=body,
            kind=InterestKind.LAND,
            words=words,
            from_on=ON,
            until_on=until_on,
            actor=SYSTEM,
        )


def test_an_interest_ends_once(body):
    row = make.a_registered_interest(body=body, until_on=ON)

    with pytest.raises(DomainError, match="ends on 1 July 2026 already"):
        interests.end(row, last_day=ON, actor=SYSTEM)


def test_an_interest_with_an_end_to_come_ends_sooner(sign_in, body):
    row, client = make.a_registered_interest(body=body, until_on=date(2099, 3, 31)), sign_in(make.an_officer(body=body))
    here = f"/bodies/{body.slug}/interests"

    assert f"/interests/{row.id}/end" in client.get(here).text
    client.post(f"/interests/{row.id}/end", data=day("last_day", date(2025, 3, 31)))

    assert "A boat house" in client.get(f"{here}?on=31+3+2025").text
    assert "A boat house" not in client.get(f"{here}?on=1+4+2025").text


def test_an_interest_does_not_end_later_than_it_does(body):
    row = make.a_registered_interest(body=body, until_on=ON)

    with pytest.raises(DomainError, match="ends on 1 July 2026 already"):
        interests.end(row, last_day=date(2026, 7, 2), actor=SYSTEM)
