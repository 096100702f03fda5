"""What must be asked of an officer, worked out from all that a body has printed."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date

import sqlalchemy as sa
from sqlalchemy.orm import joinedload

from shp_gov.database import db
from shp_gov.domain.names import organisation_key
from shp_gov.domain.register.identity import Meant, name_key
from shp_gov.domain.words import long_day
from shp_gov.models import Body, KnownAs, Organisation, Person, QuestionKind
from shp_gov.queries import organisations
from shp_gov.queries.organisations import Names
from shp_gov.queries.printed import Printed

ELSEWHERE = " @ "
FEWEST_WORDS = 3


@dataclass(frozen=True)
class Asked:
    """What is to be asked of one name: where it was printed last, and who it may be."""

    kind: QuestionKind
    printed: str
    about: str
    sentence: str
    on: date


def who_is_it(lines: Printed, meant: Mapping[str, Meant], by_key: Mapping[str, Person]) -> Iterator[Asked]:
    """Ask whom a name means that fits several people, or is spelt almost like somebody's."""
    in_order = sorted(lines.mentions(), key=lambda line: (line.on, line.printed))
    newest = {name_key(line.printed): line for line in in_order}
    for key, meaning in sorted(meant.items()):
        if meaning.person is None:
            line = newest[key]
            names = " or ".join(sorted(by_key[each].name for each in meaning.candidates))
            sentence = f"“{line.printed}”, on {long_day(line.on)}, may be {names}, or somebody else. Say who it is."
            yield Asked(QuestionKind.PERSON, line.printed, "; ".join(meaning.candidates), sentence, line.on)


def known_elsewhere(body: Body, by_key: Mapping[str, Person]) -> Iterator[Asked]:
    """Ask whether somebody is the person of the same name whom another body knew first."""
    found = sa.select(KnownAs, Body).join(Body, Body.id == KnownAs.body_id).where(KnownAs.body_id != body.id)
    found = found.where(KnownAs.key.in_(by_key)).options(joinedload(KnownAs.person)).order_by(KnownAs.id)
    for other, other_body in db.session.execute(found):
        here = by_key[other.key]
        if here is not other.person and other.person.id < here.id:
            name = f"“{here.name}” may be the {other.name} of {other_body.name}"
            about = f"{other.key}{ELSEWHERE}{other_body.slug}"
            sentence = f"{name}, or somebody else of that name. Say which."
            yield Asked(QuestionKind.PERSON, here.name, about, sentence, here.named_on or date.max)


def one_organisation(lines: Printed, names: Names) -> Iterator[Asked]:
    """Ask whether two organisations are one where a name has just one word more than the other."""
    here = {names.by_key(row.organisation_printed): row.on for row in lines.sightings}
    posts = ((line.person.post_on(line.meeting.on), line.meeting.on) for line in lines.attendances if line.person)
    here |= {post.organisation: on for post, on in posts if post}
    known = [(each, on, set(organisation_key(each.name).split())) for each, on in here.items() if each is not None]
    for one, on, words in known:
        for other, _, more in known:
            if len(words) >= FEWEST_WORDS and words < more and len(more) == len(words) + 1:
                sentence = f"“{one.name}” may be {other.name}, or an organisation of its own. Say which."
                yield Asked(QuestionKind.ORGANISATION, one.name, other.name, sentence, one.named_on or on)


def candidates(kind: QuestionKind, about: str, body_id: int | None) -> list[Person] | list[Organisation]:
    """List the people, or the organisation, that a question offers as its answer."""
    if kind is QuestionKind.ORGANISATION:
        found = organisations.names().by_key(about)
        return [found] if found else []
    key, _, slug = about.partition(ELSEWHERE)
    keys = [key] if slug else about.split("; ")
    known = sa.select(Person).join(Person.known_as).join(Body, Body.id == KnownAs.body_id).where(KnownAs.key.in_(keys))
    of_body = Body.slug == slug if slug else Body.id == body_id
    return list(db.session.scalars(known.where(of_body).order_by(Person.name, Person.id).distinct()))
