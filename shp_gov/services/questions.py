"""Questions that only an officer can answer: whom, or which organisation, a name means. Open until answered."""

from collections.abc import Sequence
from typing import Any

from shp_gov import audit, clock
from shp_gov.audit import Actor
from shp_gov.database import db
from shp_gov.domain.errors import DomainError
from shp_gov.domain.names import organisation_key
from shp_gov.domain.register.identity import name_key
from shp_gov.models import Body, Import, Organisation, Person, Provenance, Question, QuestionKind
from shp_gov.queries import imports as queries
from shp_gov.queries import wanted
from shp_gov.queries.organisations import Names
from shp_gov.queries.organisations import names as names_of_all
from shp_gov.queries.printed import Printed
from shp_gov.queries.wanted import ELSEWHERE, Asked
from shp_gov.services import merges, people
from shp_gov.services.people import People


class QuestionAnswered(DomainError):
    """An officer has answered this question before."""


class WrongAnswer(DomainError):
    """An answer that is not of the kind that was asked for."""


def ask(body: Body, pack: Import | None, lines: Printed, found: People, names: Names, *, actor: Actor) -> None:
    """Ask what has become a question, and withdraw what no longer is one."""
    asked = [*wanted.who_is_it(lines, found.meant, found.by_key), *wanted.known_elsewhere(body, found.by_key)]
    asked += wanted.one_organisation(lines, names)
    asking = {_of(each.kind, each.printed, each.about): each for each in asked}
    there = {_of(row.kind, row.printed, row.about): row for row in queries.questions(body)}
    for identity, row in there.items():
        if identity not in asking and row.answer is None:
            audit.record("question.withdrawn", row.pack, actor=actor, body_id=body.id, words={"printed": row.printed})
            db.session.delete(row)
    packs = sorted({*([pack] if pack else []), *queries.accepted(body)}, key=lambda each: each.sha256) if asking else []
    for identity, each in asking.items() if packs else ():
        _keep(packs, there.get(identity), each, actor=actor)
    db.session.flush()


def _of(kind: QuestionKind, printed: str, about: str) -> tuple[str, ...]:
    """Tell what a question is about, however the names in it are written by now."""
    if kind is QuestionKind.ORGANISATION:
        return (kind, organisation_key(printed), organisation_key(about))
    return (kind, name_key(printed), about if ELSEWHERE in about else "")


def _keep(packs: Sequence[Import], row: Question | None, asked: Asked, *, actor: Actor) -> None:
    if row is not None and row.answer is not None:
        return
    source, line = _source(packs, asked)
    if row is None:
        row = Question(kind=asked.kind)
        words: dict[str, str | None] = {"sentence": asked.sentence}
        audit.record("question.asked", source, actor=actor, body_id=source.body_id, words=words)
    row.pack, row.line = source, line
    row.printed, row.about, row.sentence = asked.printed, asked.about, asked.sentence
    db.session.add(row)


def _source(packs: Sequence[Import], asked: Asked) -> tuple[Import, int | None]:
    """Find the pack, and the line in it, that printed the name on that day."""
    for each in packs:
        for part in ("agenda", "minutes"):
            read = each.reading.get(part) or {}
            if read.get("meeting_on") == asked.on.isoformat() and (line := _line(read, asked.printed)) is not None:
                return each, line
    return packs[0], None


def _line(read: Any, printed: str) -> int | None:
    """Find the first line under which a part of a reading has this name."""
    if isinstance(read, dict):
        if printed in (read.get("name"), read.get("substitute_for"), read.get("organisation")):
            return int((read.get("source") or {}).get("first") or 0) or None
        read = list(read.values())
    lines = (_line(each, printed) for each in read) if isinstance(read, list) else ()
    return next((line for line in lines if line is not None), None)


def answer(question: Question, *, means: Person | Organisation | None, actor: Actor) -> None:
    """Say whom a name means: somebody we know or, where nobody is given, somebody else."""
    if question.answer is not None:
        raise QuestionAnswered(f"This question was answered already: {question.answer}. Nothing was changed.")
    wanted_kind = Organisation if question.kind is QuestionKind.ORGANISATION else Person
    if means is not None and not isinstance(means, wanted_kind):
        raise WrongAnswer("Choose one of the answers offered.")
    question.answer = means.name if means is not None else f"A different {question.kind}"
    question.answered_at, question.answered_by = clock.now(), actor.name
    words: dict[str, str | None] = {"printed": question.printed, "answer": question.answer}
    audit.record("question.answered", question, actor=actor, body_id=question.pack.body_id, words=words)
    if isinstance(means, Organisation):
        _same_organisation(question, means, actor=actor)
    elif question.kind is QuestionKind.PERSON:
        _same_person(question, means, actor=actor)
    db.session.flush()


def _same_organisation(question: Question, means: Organisation, *, actor: Actor) -> None:
    one = names_of_all().by_key(question.printed)
    if one is not None and one is not means:
        merges.merge_organisations(one, into=means, actor=actor)


def _same_person(question: Question, means: Person | None, *, actor: Actor) -> None:
    body = question.pack.body
    assert body is not None, "a question is asked when a pack goes into the register of its body"
    if ELSEWHERE not in question.about:
        people.introduce(body, means or _new_person(question, body, actor=actor), name=question.printed)
    elif means is not None and (here := people.known_as(body, question.printed)) and here.person is not means:
        merges.merge_people(here.person, into=means, actor=actor)


def _new_person(question: Question, body: Body, *, actor: Actor) -> Person:
    person = Person(name=question.printed, provenance=Provenance.IMPORTED)
    db.session.add(person)
    audit.record("person.added", person, actor=actor, body_id=body.id, words={"name": person.name})
    return person
