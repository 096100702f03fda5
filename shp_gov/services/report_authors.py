"""Somebody who is asked for a report and is not in the register yet."""

from shp_gov import audit
from shp_gov.audit import Actor
from shp_gov.database import db
from shp_gov.domain import guards
from shp_gov.domain.report_sections import ReportRefused
from shp_gov.models import Person, PersonPost


def add(name: str, *, post: str, email: str, actor: Actor) -> Person:
    """Add somebody who writes reports. An account is a matter for the administrator."""
    called = guards.require_words(name, what="the name of whoever writes it", longest=200)
    if email and ("@" not in email or " " in email):
        raise ReportRefused("Enter an e-mail address in full, like name@example.org.")
    person = Person(name=called, email=email or None, posts=[PersonPost(post=post)] if post else [])
    db.session.add(person)
    audit.record("person.added", person, actor=actor, words={"name": called})
    return person
