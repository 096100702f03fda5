"""The frame of a page, its components and its static files."""

import gzip
from datetime import date
from pathlib import Path
from types import SimpleNamespace

import pytest
from bs4 import BeautifulSoup
from flask import Flask, flash, render_template, render_template_string
from flask_wtf import CSRFProtect
from jinja2 import UndefinedError

from shp_gov.domain.workflows import ActionState, MeetingState, MinutesState
from shp_gov.web import front_end
from shp_gov.web.forms import Form
from shp_gov.web.front_end import COLOURS, Frame, Link

STATIC = Path(front_end.__file__).parents[1] / "static"
BRAND = (b"GDS Transport", b"@font-face", b"url(", b"crown", b"#1d70b8")
BODY = SimpleNamespace(name="Safer Seaborough Partnership", colour="plum")
OFFICER = Frame(
    name="Seaborough Council partnerships",
    who="Helen Ashby, officer",
    sign_in="/sign-in",
    sign_out="/sign-out",
    navigation=(Link("Today", "/today"), Link("Actions", "/actions", "page")),
    footer=(Link("Privacy", "/privacy"),),
)
PAGE = """
{% extends "layouts/base.html" %}
{% block title %}Action log{% endblock %}
{% block main %}<h1>Action log</h1>{% endblock %}
"""


@pytest.fixture(scope="module")
def app():
    app = Flask("shp_gov")
    app.config.update(SECRET_KEY="for these tests only")
    CSRFProtect(app)
    front_end.init_app(app, frame=lambda: OFFICER)
    app.add_url_rule("/actions", "actions", lambda: front_end.here(page=3, state=None))
    return app


@pytest.fixture
def drawn(app):
    """Draw what a macro of a component file gives."""

    def draw(file, words, **values):
        with app.test_request_context("/actions?state=overdue"):
            source = f'{{% import "components/{file}.html" as c %}}{words}'
            return BeautifulSoup(render_template_string(source, **values), "html5lib").body

    return draw


@pytest.fixture
def page(app):
    """Draw a whole page."""

    def draw(source=PAGE, said=(), **values):
        with app.test_request_context("/actions"):
            for words in said:
                flash(*words)
            return BeautifulSoup(render_template_string(source, **values), "html5lib")

    return draw


def test_a_page_says_what_it_is_and_whose(page):
    drawn = page(body=BODY)

    assert drawn.title.text == "Action log – Safer Seaborough Partnership – shp_gov"
    assert drawn.select_one(".govuk-generic-header__homepage-link").text == "Safer Seaborough Partnership"
    assert "app-colour-plum" in drawn.html["class"]
    assert drawn.select_one("meta[name=theme-color]")["content"] == COLOURS["plum"]


def test_a_page_without_a_body_has_the_name_of_the_service(page):
    assert page().title.text == "Action log – Seaborough Council partnerships – shp_gov"
    assert page(body=None).select_one("meta[name=theme-color]")["content"] == COLOURS["teal"]


def test_the_frame_shows_who_is_looking_and_where_they_are(page):
    drawn = page()

    assert "Helen Ashby, officer" in drawn.select_one(".app-who").text
    assert drawn.select_one("nav [aria-current=page]").text == "Actions"
    assert [link["href"] for link in drawn.select("footer a")] == ["/privacy"]
    assert drawn.select_one(".govuk-skip-link")["href"] == f"#{drawn.main['id']}"


def test_signing_out_is_a_form_that_another_site_cannot_send(page):
    form = page().select_one("form.app-who")

    assert (form["method"], form["action"]) == ("post", "/sign-out")
    assert form.select_one("[name=csrf_token]")["value"]


def test_what_was_done_is_said_once_and_what_went_wrong_is_not_called_done(page):
    done = page(said=[("Decision 18 (ii) recorded.",)]).select_one(".govuk-notification-banner--success")
    warned = page(said=[("Saved.",), ("The message was not sent.", "warning")])

    assert done["role"] == "alert"
    assert "Decision 18 (ii) recorded." in done.text
    assert not warned.select(".govuk-notification-banner--success")
    assert len(warned.select(".govuk-notification-banner")) == 1


def test_the_title_of_a_form_with_errors_says_so(page):
    wrong = SimpleNamespace(errors={"words": ["Enter what was decided"]})

    assert page(form=wrong).title.text.startswith("Error: Action log")
    assert page(form=SimpleNamespace(errors={})).title.text.startswith("Action log")


def test_no_page_holds_script_or_style_of_its_own(page):
    for source in (PAGE, *(f'{{% extends "errors/{name}.html" %}}' for name in (400, 403, 404, 500))):
        drawn = page(source, body=BODY)

        assert [script.get("src", "")[:15] for script in drawn.select("script")] == ["/static/app.js?"]
        assert not drawn.select("style, [style], [onclick]")
        assert len(drawn.select("h1")) == 1


def test_what_you_may_not_see_is_the_page_for_what_does_not_exist(app):
    with app.test_request_context("/actions"):
        assert render_template("errors/403.html") == render_template("errors/404.html")
        assert "csrf" not in render_template("errors/404.html")


def test_an_error_page_can_be_drawn_when_nothing_is_known(app):
    with app.test_request_context("/"):
        for name in (400, 500):
            assert "Go to the first page" in app.jinja_env.get_template(f"errors/{name}.html").render()


def test_a_name_that_is_not_there_is_an_error(page):
    with pytest.raises(UndefinedError):
        page("{{ nobody }}")


@pytest.mark.parametrize(
    ("machine", "state", "colour", "words"),
    [
        ("action", ActionState.OPEN, "grey", "Open"),
        ("action", ActionState.PROPOSED, "yellow", "Completion proposed"),
        ("action", ActionState.VERIFIED, "green", "Verified"),
        ("action", ActionState.NOT_PROCEEDING, "grey", "Not proceeding"),
        ("meeting", MeetingState.SCHEDULED, "grey", "Scheduled"),
        ("meeting", MeetingState.POSTPONED, "yellow", "Postponed"),
        ("minutes", MinutesState.DRAFT_PUBLISHED, "yellow", "Draft published"),
        ("finding", "fail", "red", "Fail"),
        ("finding", "not known", "grey", "Not known"),
        ("decision", "agreed", "green", "Agreed"),
    ],
)
def test_a_state_is_words_in_the_colour_of_its_meaning(drawn, machine, state, colour, words):
    tag = drawn("status", "{{ c.tag(machine, state) }}", machine=machine, state=state).strong

    assert tag["class"] == ["govuk-tag", f"govuk-tag--{colour}"]
    assert tag.text == words


def test_a_due_date_says_how_long_it_is_overdue_unless_it_is_finished(drawn):
    given = {"day": date(2026, 8, 28), "today": date(2026, 9, 1)}

    assert drawn("status", "{{ c.due(day, today) }}", **given).text == "Friday 28 August 2026 4 days overdue"
    assert drawn("status", "{{ c.due(day, today, finished=true) }}", **given).text == "Friday 28 August 2026"
    assert drawn("status", "{{ c.due(none, today) }}", today=given["today"]).text == "No date"


def test_the_error_summary_leads_to_each_box(drawn):
    wrong = [SimpleNamespace(words="Enter a name", target="name"), SimpleNamespace(words="You cannot.", target="")]
    form = SimpleNamespace(complaints=lambda: wrong)

    summary = drawn("form", "{{ c.error_summary(form) }}", form=form)

    assert [(link["href"], link.text) for link in summary.select("a")] == [("#name", "Enter a name")]
    assert [item.text for item in summary.select("li")] == ["Enter a name", "You cannot."]
    assert not drawn("form", "{{ c.error_summary(form) }}", form=SimpleNamespace(complaints=list)).text.strip()


def test_a_form_that_is_one_button_names_its_thing_for_those_who_hear_it(app, drawn):
    with app.test_request_context("/"):
        form = drawn(
            "form", "{{ c.one_button(form, 'Verify', action='/verify', of='action 5 (i)') }}", form=Form()
        ).form

    assert form["action"] == "/verify"
    assert form.button.text == "Verify action 5 (i)"
    assert [box["name"] for box in form.select("input")] == ["form_token", "csrf_token"]


def test_buttons_that_end_a_form_have_one_main_button(drawn):
    group = drawn("form", "{{ c.save('Record decision', other='Save my note only', other_name='note', cancel='/') }}")

    assert [button.text for button in group.select(".govuk-button:not(.govuk-button--secondary)")] == [
        "Record decision"
    ]
    assert group.select_one("[name=note]").text == "Save my note only"
    assert group.a["href"] == "/"


def test_pages_keep_the_question_and_show_where_one_is(drawn):
    nav = drawn("page", "{{ c.pagination(4, 9, 'actions', 46, 60, 1310) }}")

    assert [link.text for link in nav.select("ul a")] == ["1", "3", "4", "5", "9"]
    assert nav.select_one("[aria-current=page]").text == "4"
    assert nav.select_one("[rel=next]")["href"] == "/actions?state=overdue&page=5"
    assert nav.p.text == "Actions 46 to 60 of 1,310."


def test_one_page_needs_no_list_of_pages(drawn):
    assert not drawn("page", "{{ c.pagination(1, 1) }}").select("nav, p")


def test_a_changed_question_leaves_out_what_is_set_to_nothing(app):
    assert app.test_client().get("/actions?state=overdue&body=2").text == "/actions?body=2&page=3"


def test_a_section_is_counted_in_its_heading_and_named_by_it(drawn):
    section = drawn("page", "{% call c.section('Overdue', 2, says='Oldest first.') %}here{% endcall %}").section

    assert section.h2.text == "Overdue (2)"
    assert section["aria-labelledby"] == section.h2["id"] == "overdue"
    assert "Oldest first." in section.text


def test_a_fact_nobody_knows_says_so(drawn):
    facts = drawn("lists", "{{ c.facts([('Venue', none), ('Chair', 'Ruth'), ('Present', 0)]) }}")

    assert [value.text for value in facts.select("dd")] == ["Not known", "Ruth", "0"]


def test_a_table_has_a_caption_and_a_scope_for_each_head(drawn):
    table = drawn("lists", "{% call c.table('Actions', ['', 'Action', ('Pages', 'app-num')]) %}{% endcall %}").table
    assert table.caption.text == "Actions"
    assert [(head.text, head["scope"]) for head in table.select("th")] == [("Action", "col"), ("Pages", "col")]
    assert table.select_one(".app-num").text == "Pages"


def test_who_was_in_the_room_is_said_in_words_too(drawn):
    kinds = ("member", "substitute", "nobody", "not known")
    dots = drawn("record", "{{ c.dots_key() }}{% for kind in kinds %}<p>{{ c.dot(kind) }}</p>{% endfor %}", kinds=kinds)
    assert [p.text for p in dots.select("p")[1:]] == ["Member", "Substitute", "Nobody", "Not known"]
    assert {use["href"][1:] for use in dots.select("use")} == {symbol["id"] for symbol in dots.select("symbol")}


def test_a_finding_says_what_was_found_what_to_do_and_by_which_rule(drawn):
    found = SimpleNamespace(
        verdict="late", sentence="The plan was late", subject="The plan", as_at=date(2026, 9, 1),
        citation="The 2007 Regulations", rule="CDR07-R10", version=1,
    )  # fmt: skip

    text = drawn("record", "{% call c.finding(found) %}Plan it{% endcall %}", found=found).get_text(" ", strip=True)

    assert text == (
        "Late The plan was late Do Plan it About The plan, Tuesday 1 September 2026"
        " Rule The 2007 Regulations. CDR07-R10, version 1"
    )


def test_words_of_the_record_cannot_become_markup(drawn):
    shown = drawn("record", "{{ c.words(text) }}{{ c.source([(1, text, true)]) }}", text="<b>not bold</b>")

    assert not shown.select("b")
    assert shown.blockquote.text == "<b>not bold</b>"


def test_static_files_are_addressed_by_their_content_and_kept(app):
    with app.test_request_context("/"):
        address = front_end.static_url("app.css")

    with app.test_client().get(address) as kept, app.test_client().get("/static/app.css") as plain:
        assert kept.headers["Cache-Control"] == "public, max-age=31536000, immutable"
        assert "immutable" not in plain.headers["Cache-Control"]


def test_style_and_script_are_small_and_without_the_brand_of_gov_uk():
    css, script = ((STATIC / name).read_bytes() for name in ("app.css", "app.js"))

    assert len(gzip.compress(css)) + len(gzip.compress(script)) <= 40_000
    assert not [word for word in BRAND if word in css]


def test_every_colour_a_body_may_have_is_in_the_style_sheet_and_can_be_read():
    css = (STATIC / "app.css").read_text()

    for name, code in COLOURS.items():
        assert name == "teal" or f".app-colour-{name}{{--app-body: {code}" in css
        assert _contrast_with_white(code) >= 7


def _contrast_with_white(code):
    parts = (int(code[at : at + 2], 16) / 255 for at in (1, 3, 5))
    linear = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
    return 1.05 / (0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2] + 0.05)
