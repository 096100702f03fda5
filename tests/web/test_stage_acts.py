"""Who may do what at which stage of a meeting: done, refused with a sentence, or not there; refused changes nothing."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date, datetime, time

import pytest
import sqlalchemy as sa
from bs4 import BeautifulSoup

from config import ROOT
from shp_gov import clock
from shp_gov.database import db
from shp_gov.models import AuditHead, Message
from tests.company import Company, Course
from tests.journeys.stage_places import arguments
from tests.stages import STAGES, at_stage
from tests.web.stage_acts import ACTS, Act

TODAY = date(2026, 9, 10)
NOW = datetime.combine(TODAY, time(10, 40), tzinfo=clock.LONDON)
OTHERS = frozenset({"nobody", "member", "author", "chair", "officer", "officer elsewhere"})
COLLEAGUES = {"second officer": ("officer",)}
DONE, REFUSED, HIDDEN = "done", "refused", "not there"


@contextmanager
def undone() -> Iterator[None]:
    """Undo what a request committed, so that each finds the same record."""
    db.session.commit()
    savepoint = db.session.get_bind().begin_nested()
    try:
        yield
    finally:
        db.session.rollback()
        savepoint.rollback()
        db.session.expire_all()


@pytest.fixture(params=STAGES)
def course(app, request) -> Course:
    """Bring a meeting to each stage in its turn."""
    return at_stage(request.param, company=Company(), today=TODAY)


def state() -> tuple:
    messages = db.session.scalar(sa.select(sa.func.count()).select_from(Message))
    return db.session.scalar(sa.select(AuditHead.hash)), messages


def address(app, act: Act, known: dict) -> str:
    """Give the address of an act; what is not there yet has a number that nothing has."""
    rule = next(rule for rule in app.url_map.iter_rules() if rule.endpoint == act.endpoint)
    values = {name: known.get(f"{act.which}_{name}") or known.get(name, 987654) for name in rule.arguments}
    with app.test_request_context():
        return app.url_for(act.endpoint, **values) + ("?field=narrative" if "minute_id" in values else "")


def send(client, course: Course, act: Act, who: str, path: str) -> tuple[str, str]:
    """Send it as somebody; tell what came of it, and what was said."""
    before, sent = state(), act.sent(course)
    with client.session_transaction() as cookie:
        cookie.clear()
        if who in course.company.users:
            cookie.update({"_user_id": course.company.users[who].get_id(), "_fresh": True})
    answer = client.post(path, data=sent, buffered=True)
    assert answer.status_code < 500, answer.text
    if state() != before:
        return DONE, ""
    if answer.status_code == 302 and "/sign-in" not in answer.location:
        answer = client.get(answer.location, follow_redirects=True, buffered=True)
    if answer.status_code in (302, 403, 404):
        return (HIDDEN if answer.status_code == 404 else REFUSED), "by its page"
    return REFUSED, said_on(answer.text)


def said_on(text: str) -> str:
    """Read why nothing was done: the error summary, or the banner."""
    page = BeautifulSoup(text, "html5lib")
    found = page.select(".govuk-error-summary, .govuk-notification-banner, .govuk-inset-text, .app-next")
    return " ".join(each.get_text(" ", strip=True) for each in found)


def test_each_act_is_done_at_its_stages_by_whose_it_is_and_by_nobody_else(app, client, course, request):
    stage, wrong, known = request.node.callspec.params["course"], [], arguments(course)
    with clock.at(NOW):
        for act in ACTS:
            path = address(app, act, known)
            expected = (DONE,) if stage in act.stages else (REFUSED, HIDDEN)
            with undone():
                got, why = send(client, course, act, act.who, path)
            if got not in expected or (got == REFUSED and not why):
                wrong.append(f"{act.words}: {got} {why[:200] or 'without a sentence'}")
            for who in OTHERS - {act.who, *act.may_too, *COLLEAGUES.get(act.who, ())}:
                with undone():
                    got, _ = send(client, course, act, who, path)
                if got == DONE:
                    wrong.append(f"{act.words}: done by {who}")

    assert wrong == []


def test_every_act_has_its_line_in_the_docs():
    written = (ROOT / "docs" / "permissions.md").read_text(encoding="utf-8").splitlines()

    assert [act.line for act in ACTS if act.line not in written] == []
