"""The bare floor: 25 rows in a page, nothing else."""

import os

import sqlalchemy as sa
from flask import Flask, render_template_string

from shp_gov.database import make_engine

ROWS = sa.text(
    "SELECT id, what, due_on, state FROM action WHERE body_id = 1 AND state <> 'closed' ORDER BY due_on, id LIMIT 25"
)
PAGE = """<!doctype html><title>Actions</title><h1>Actions</h1><table>
{% for row in rows %}<tr><td>{{ row.id }}</td><td>{{ row.what }}</td>
<td>{{ row.due_on }}</td><td>{{ row.state }}</td></tr>
{% endfor %}</table>"""

app = Flask(__name__)
engine = make_engine(os.environ["SHP_GOV_DATABASE_URL"])


@app.get("/")
def actions() -> str:
    """Show 25 actions."""
    with engine.connect().execution_options(writes=False) as connection:
        return render_template_string(PAGE, rows=connection.execute(ROWS).all())
