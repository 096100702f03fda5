"""Forms on a page: how fields are drawn, what a refusal undoes, and what no input can break."""

from datetime import date
from io import BytesIO

import pytest
from bs4 import BeautifulSoup
from hypothesis import given
from hypothesis import strategies as st
from werkzeug.datastructures import FileStorage, MultiDict
from wtforms import FieldList
from wtforms.validators import InputRequired, Optional

from shp_gov.database import db
from shp_gov.domain.errors import DomainError
from shp_gov.web import fields
from shp_gov.web.fields import clean, one_line
from shp_gov.web.forms import Complaint, FilterForm, Form
from tests.web.form_samples import DecisionForm, an_app, sending


@pytest.fixture(scope="module")
def app():
    return an_app()


@pytest.fixture
def sent(app):
    with sending(app) as send:
        yield send


def test_choices_are_in_a_fieldset_and_the_first_has_the_id_an_error_leads_to(sent):
    drawn = BeautifulSoup(sent(kind="forward plan").kind(), "html5lib")

    assert drawn.legend.text.strip() == "What does it ask for?"
    assert [box["id"] for box in drawn.select("input")] == ["kind", "kind-2"]
    assert [box["value"] for box in drawn.select("input[checked]")] == ["forward plan"]
    assert [label.text.strip() for label in drawn.select("label")] == ["Noted", "Forward plan"]


def test_one_box_to_tick_has_its_hint(sent):
    drawn = BeautifulSoup(sent(checked="y").checked(), "html5lib")

    assert drawn.input.has_attr("checked")
    assert drawn.select_one(f"#{drawn.input['aria-describedby']}").text.strip() == "Line by line."


def test_a_refusal_is_shown_and_undoes_the_work(sent, monkeypatch):
    form, undone = sent(words="Agreed.", kind="noted"), []
    monkeypatch.setattr(db.session, "rollback", lambda: undone.append(True))

    with form.refusals():
        raise DomainError("You cannot publish yet. Report 5.2 has not been cleared by legal.")

    assert form.complaints() == [Complaint("You cannot publish yet. Report 5.2 has not been cleared by legal.")]
    assert undone == [True]


def test_a_mistake_of_ours_is_not_taken_for_a_refusal(sent):
    form = sent(words="Agreed.", kind="noted")

    with pytest.raises(ZeroDivisionError), form.refusals():
        raise ZeroDivisionError


def test_each_form_shown_has_a_token_of_its_own_and_one_sent_back_keeps_it(app, sent):
    with app.test_request_context("/"):
        first, second = DecisionForm().form_token.data, DecisionForm().form_token.data

    assert first != second
    assert len(first) >= 20
    assert sent(form_token=first).form_token.data == first


def test_hidden_fields_have_no_ids_and_the_token_keeps_its_name_in_a_second_form(app):
    with app.test_request_context("/"):
        drawn = BeautifulSoup(DecisionForm(prefix="other-").hidden_tag(), "html5lib")

    assert [box["name"] for box in drawn.select("input")] == ["form_token", "other-version"]
    assert not drawn.select("[id]")


def test_a_form_that_asks_reads_the_address_and_has_no_token(app):
    class Asking(FilterForm):
        on = fields.DatePartsField("As at", [Optional()])

    with app.test_request_context("/?on-day=30&on-month=6&on-year=2022"):
        form = Asking()

        assert form.validate()
        assert form.on.data == date(2022, 6, 30)
        assert "form_token" not in form


def test_repeated_parts_are_complained_of_one_by_one(app):
    class Names(Form):
        names = FieldList(fields.StringField("Name", [InputRequired("Enter a name")]), min_entries=2)

    with app.test_request_context("/", method="POST", data={"names-0": "Ruth", "names-1": ""}):
        form = Names()
        form.validate_on_submit()

        assert form.complaints() == [Complaint("Enter a name", "names-1")]


def test_a_file_where_words_belong_and_words_where_a_file_belongs_are_nothing(app):
    file = FileStorage(BytesIO(b"x"), "x.txt")
    names = [
        "words",
        "kind",
        "what",
        "owner",
        "due_on-day",
        "starts",
        "number",
        "password",
        "checked",
        "told",
        "version",
    ]

    with app.test_request_context("/", method="POST", data={"a": "b"}):
        form = DecisionForm(formdata=MultiDict([*((name, file) for name in names), ("evidence", "words")]))
        form.validate()

    assert (form.words.data, form.starts.data, form.number.data, form.evidence.data) == ("", None, None, None)


@given(st.text())
def test_what_is_cleaned_can_be_kept_anywhere(typed):
    cleaned = clean(typed)

    cleaned.encode()
    assert not any(ord(letter) < 32 and letter not in "\n\t" for letter in cleaned)
    assert clean(cleaned) == cleaned
    assert "\n" not in one_line(typed)


def test_cleaning_keeps_welsh_polish_and_quotation_marks():
    assert clean("  Siân Łukasz said “ŵ” \x00\x0b\ufffe– £5\r\nyes ") == "Siân Łukasz said “ŵ” – £5\nyes"


NAMES = (
    "words kind what owner due_on-day due_on-month due_on-year starts number address password checked told version"
    " form_token evidence"
)
TYPED = st.dictionaries(st.sampled_from(NAMES.split()), st.lists(st.text(max_size=30), max_size=3))


@given(TYPED)
def test_no_input_makes_a_form_crash(app, values):
    sent = MultiDict((name, typed) for name, many in values.items() for typed in many)

    with app.test_request_context("/", method="POST", data={"a": "b"}):
        form = DecisionForm(formdata=sent)
        form.validate()
        drawn = [field() for field in form]

    assert all(drawn)
    assert all(complaint.words for complaint in form.complaints())
