"""The rich floor: the smallest real page. A signed session, the user's row, a count, 25 rows, filters, links."""

import os

import sqlalchemy as sa
from flask import Flask, render_template_string, session, url_for

from shp_gov.database import make_engine

OPEN = "FROM action WHERE body_id = 1 AND state <> 'closed'"
USER = sa.text('SELECT id, name FROM "user" WHERE id = :id AND is_enabled')
ROLE = sa.text("SELECT role FROM role_held WHERE user_id = :id AND body_id = 1")
COUNT = sa.text(f"SELECT count(*) FROM (SELECT 1 {OPEN} LIMIT 1001) AS some")
ROWS = sa.text(
    "SELECT action.id, what, due_on, state, seat.post, organisation.name "
    "FROM action JOIN seat ON seat.id = seat_id JOIN organisation ON organisation.id = seat.organisation_id "
    "WHERE action.body_id = 1 AND state <> 'closed' ORDER BY due_on, action.id LIMIT 25"
)
SEATS = sa.text("SELECT id, post FROM seat WHERE body_id = 1 ORDER BY id")
PAGE = """<!doctype html><html lang="en"><title>Actions</title>
{% macro cell(words, label) %}<td class="govuk-table__cell" data-label="{{ label }}">{{ words }}</td>{% endmacro %}
{% macro choice(name, options) %}<div class="govuk-form-group">
<label class="govuk-label" for="{{ name }}">{{ name }}</label>
<select class="govuk-select" id="{{ name }}" name="{{ name }}">
{% for id, words in options %}<option value="{{ id }}">{{ words }}</option>{% endfor %}</select></div>{% endmacro %}
<header>{{ user.name }}</header><h1>{{ total }} actions</h1>
<form>{% for name in ("owner", "lead", "helper", "verifier") %}{{ choice(name, seats) }}{% endfor %}</form>
<table class="govuk-table">
{% for row in rows %}<tr class="govuk-table__row">
<th scope="row"><a class="govuk-link" href="{{ url_for("action", number=row.id) }}">{{ row.what }}</a></th>
{{ cell(row.post, "Owner") }}{{ cell(row.name, "Organisation") }}
{{ cell(row.due_on, "Due") }}{{ cell(row.state, "State") }}</tr>
{% endfor %}</table></html>"""

app = Flask(__name__)
app.secret_key = "the floor keeps no secrets"
engine = make_engine(os.environ["SHP_GOV_DATABASE_URL"])


@app.get("/sign-in")
def sign_in() -> str:
    """Sign the first user in."""
    session["user"] = 1
    return ""


@app.get("/")
def actions() -> str:
    """Show 25 actions to somebody who may see them."""
    with engine.connect().execution_options(writes=False) as connection:
        user = connection.execute(USER, {"id": session["user"]}).one()
        connection.execute(ROLE, {"id": user.id}).one()
        total, rows = connection.scalar(COUNT), connection.execute(ROWS).all()
        seats = connection.execute(SEATS).all()
    return render_template_string(PAGE, user=user, total=total, rows=rows, seats=seats)


@app.get("/actions/<int:number>")
def action(number: int) -> str:
    """Stand at the end of a link."""
    return url_for("action", number=number)
