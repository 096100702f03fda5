"""Forms: what is typed is cleaned and kept, what is wrong is said, and a refusal undoes the work."""

from datetime import date, time
from io import BytesIO

import pytest
from bs4 import BeautifulSoup

from shp_gov.web.forms import Complaint
from tests.web.form_samples import DecisionForm, an_app, sending


@pytest.fixture(scope="module")
def app():
    return an_app()


@pytest.fixture
def sent(app):
    with sending(app) as send:
        yield send


def due(day="", month="", year=""):
    return {"due_on-day": day, "due_on-month": month, "due_on-year": year}


def test_a_form_filled_in_well_gives_its_values(sent):
    form = sent(
        words="Agreed.\r\nSo it was.", kind="forward plan", what="Report back", owner="2", **due("10", "sept", "2026"),
        starts="10.30 am", number="12", told=["chair"], checked="y", evidence=(BytesIO(b"%PDF"), "letter.pdf"),
    )  # fmt: skip

    assert form.complaints() == []
    assert (form.words.data, form.kind.data, form.owner.data) == ("Agreed.\nSo it was.", "forward plan", "2")
    assert (form.due_on.data, form.starts.data, form.number.data) == (date(2026, 9, 10), time(10, 30), 12)
    assert (form.told.data, form.checked.data, form.evidence.data.filename) == (["chair"], True, "letter.pdf")


def test_what_is_missing_is_said_in_the_order_of_the_page(sent):
    form = sent(what="Report back", owner="")

    assert form.complaints() == [
        Complaint("Enter what was decided", "words"),
        Complaint("Choose what it asks for", "kind"),
        Complaint("Choose who will do it", "owner"),
        Complaint("Enter a due date", "due_on-day"),
    ]


def test_only_spaces_are_nothing(sent):
    assert sent(words=" \t\n ", kind="noted").complaints() == [Complaint("Enter what was decided", "words")]


def test_a_companion_is_not_asked_for_where_there_is_nothing_to_accompany(sent):
    assert sent(words="Noted.", kind="noted", owner="").complaints() == []


def test_a_part_of_a_date_that_is_missing_is_named_and_marked_alone(sent):
    form = sent(words="Noted.", kind="noted", **due("31", "", "2026"))
    boxes = BeautifulSoup(form.due_on(), "html5lib")

    assert form.complaints() == [Complaint("Due date must include a month", "due_on-month")]
    assert [box["id"] for box in boxes.select(".govuk-input--error")] == ["due_on-month"]
    assert [box["value"] for box in boxes.select("input")] == ["31", "", "2026"]


def test_a_date_without_its_boxes_is_no_date_and_no_crash(sent):
    assert sent(words="Noted.", kind="noted", due_on="10/9/2026").due_on.data is None


def test_a_date_that_an_officer_began_with_is_shown(app):
    with app.test_request_context("/"):
        boxes = BeautifulSoup(DecisionForm(data={"due_on": date(2026, 9, 10)}).due_on(), "html5lib")

    assert [box["value"] for box in boxes.select("input")] == ["10", "9", "2026"]


def test_a_box_that_was_emptied_empties_the_date(app):
    with app.test_request_context("/", method="POST", data=due()):
        assert DecisionForm(data={"due_on": date(2026, 9, 10)}).due_on.data is None


@pytest.mark.parametrize(
    ("field", "typed", "complaint"),
    [
        ("starts", "half past", "Start time must be a time, like 10am, 2.30pm or 14:30"),
        ("starts", "2.30", "Start time must say am or pm, like 10am or 2.30pm"),
        ("number", "twelve", "Number must be a whole number, like 12"),
        ("number", "-1", "Number must be a whole number, like 12"),
        ("what", "Bring a report that is long", "Action must be 20 characters or fewer. It is 7 too long."),
        ("kind", "murder", "Choose from the list: What does it ask for?"),
        ("told", "nobody", "Choose from the list, not nobody: Who was told?"),
    ],
)
def test_what_is_wrong_is_said_and_what_was_typed_is_kept(sent, field, typed, complaint):
    form = sent(**{"words": "Noted.", "kind": "noted", "owner": "1", **due("1", "1", "2027"), field: typed})

    assert form.complaints() == [Complaint(complaint, field)]
    assert field in ("kind", "told") or f'value="{typed}"' in form[field]()


def test_a_time_and_a_number_that_were_there_are_shown(app):
    with app.test_request_context("/"):
        form = DecisionForm(data={"starts": time(14), "number": 7})

        assert 'value="2.00pm"' in form.starts()
        assert 'value="7"' in form.number()


def test_a_password_is_never_shown_again_and_never_trimmed(sent):
    form = sent(password=" a b ")

    assert form.password.data == " a b "
    assert "a b" not in form.password()


def test_what_was_typed_cannot_become_markup(sent):
    form = sent(words="</textarea><script>alert(1)</script>", what='" onfocus="x')

    assert "<script>" not in form.words()
    assert 'onfocus="x' not in form.what()


def test_the_words_of_a_text_area_keep_their_lines_and_spaces(sent):
    drawn = BeautifulSoup(sent(words="one\n\n   two  spaces").words(), "html5lib")

    assert drawn.textarea.text == "one\n\n   two  spaces"


def test_a_field_is_tied_to_its_label_hint_and_error(sent):
    drawn = BeautifulSoup(sent(words="").words(rows=8), "html5lib")

    assert drawn.label["for"] == drawn.textarea["id"] == "words"
    assert drawn.textarea["aria-describedby"].split() == ["words-hint", "words-error"]
    assert drawn.textarea["rows"] == "8"
    assert drawn.select_one("#words-error").get_text(" ", strip=True) == "Error: Enter what was decided"
