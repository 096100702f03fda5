"""Changing a draft of the terms: its sections, seats, offices, sub-groups and what can be checked."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import fields, replace
from typing import Any

from shp_gov import audit
from shp_gov.audit import Actor
from shp_gov.database import db
from shp_gov.domain import quorum
from shp_gov.domain.guards import require_words
from shp_gov.domain.terms.guards import (
    LONGEST_NAME,
    LONGEST_WORDS,
    TermsRefused,
    require_draft,
    require_free,
    require_months,
    require_named,
    require_room,
)
from shp_gov.domain.terms.version import Figures
from shp_gov.models import (
    Body,
    OfficeKind,
    Organisation,
    SeatCategory,
    TermsOffice,
    TermsSeat,
    TermsSection,
    TermsSubGroup,
    TermsVersion,
)
from shp_gov.queries import terms_seats

FIGURES = frozenset(field.name for field in fields(Figures))


def write_section(
    draft: TermsVersion, *, heading: str, words: str, actor: Actor, section: TermsSection | None = None
) -> TermsSection:
    """Write a section: a new one at the end, or other words for one that is there."""
    require_draft(draft.is_draft)
    heading = require_words(heading, what="a heading", longest=LONGEST_NAME)
    words = words.strip() and require_words(words, what="the words", longest=LONGEST_WORDS)
    event = "terms.section_changed" if section else "terms.section_added"
    section = section or _new_section(draft, heading)
    section.heading, section.words = heading, words
    _edited(draft, event, actor, key=section.key, words={"heading": heading, "words": words or None})
    return section


def _new_section(draft: TermsVersion, heading: str) -> TermsSection:
    base = "-".join(re.findall(r"[a-z0-9]+", heading.casefold())) or "section"
    taken = {section.key for section in draft.sections}
    tries = (base, *(f"{base}-{number}" for number in range(2, len(taken) + 3)))
    key = next(key for key in tries if key not in taken)
    position = 1 + max((section.position for section in draft.sections), default=0)
    section = TermsSection(key=key, position=position, heading=heading, words="")
    draft.sections.append(section)
    return section


def move_section(section: TermsSection, *, up: bool, actor: Actor) -> None:
    """Move a section one place up or down. At the end of the list it stays."""
    draft = section.version
    require_draft(draft.is_draft)
    row = sorted(draft.sections, key=lambda each: each.position)
    place = row.index(section)
    other = place - 1 if up else place + 1
    if 0 <= other < len(row):
        row[place], row[other] = row[other], row[place]
    for position, each in enumerate(row, start=1):
        each.position = position
    _edited(draft, "terms.section_moved", actor, key=section.key, up=up)


def remove_section(section: TermsSection, *, actor: Actor) -> None:
    """Take a section out of a draft."""
    draft = section.version
    require_draft(draft.is_draft)
    draft.sections.remove(section)
    _edited(draft, "terms.section_removed", actor, key=section.key, words={"heading": section.heading})


def word_seat(
    draft: TermsVersion,
    *,
    post: str | None,
    organisation: Organisation | None,
    category: SeatCategory,
    actor: Actor,
    seat: TermsSeat | None = None,
    organisation_words: str | None = None,
    **said: Any,
) -> TermsSeat:
    """Add a seat to a draft, or word one otherwise. A seat that is renamed stays the same seat."""
    require_draft(draft.is_draft)
    words = organisation_words or (organisation.name if organisation else None)
    require_named(post, words)
    name = {"post": post or None, "organisation_words": words or None}
    others = [each for each in draft.seats if each is not seat]
    same = any((each.post, each.organisation_words) == (*name.values(),) for each in others)
    require_free(same, what="a seat of this name")
    event = "terms.seat_reworded" if seat else "terms.seat_added"
    seat = seat or _new_seat(draft, post=post, organisation=organisation)
    title, before, words_before = seat.title, seat.post, None if seat.organisation else seat.organisation_words
    seat.organisation, seat.category = organisation, category
    for key, value in {**name, **said}.items():
        setattr(seat, key, value)
    _keep_meaning(draft, seat, title=title, post=before, organisation_words=words_before)
    _edited(draft, event, actor, seat=seat.title, category=category, places=seat.places)
    return seat


def _keep_meaning(
    draft: TermsVersion, seat: TermsSeat, *, title: str, post: str | None, organisation_words: str | None
) -> None:
    """Let the quorum of a draft go on to mean a seat that was called otherwise before, and no other seat."""
    if draft.quorum is None or seat.title == title:
        return
    others = [each for each in draft.seats if each is not seat]
    names = {(quorum.Kind.POST, title.casefold()): seat.title}
    if post and post not in {each.post for each in others}:
        names[quorum.Kind.POST, post.casefold()] = seat.title
    if organisation_words and organisation_words not in {each.organisation_words for each in others}:
        named = seat.organisation_words or organisation_words
        names[quorum.Kind.ORGANISATION, organisation_words.casefold()] = named
    now = quorum.from_plain(draft.quorum)
    draft.quorum = quorum.as_plain(replace(now, needs=quorum.reworded(now.needs, names)))


def _new_seat(draft: TermsVersion, *, post: str | None, organisation: Organisation | None) -> TermsSeat:
    """Add a seat. One that the register has under this name already is that seat, and keeps its people and actions."""
    require_room(len(draft.seats))
    seat = TermsSeat(position=1 + max((each.position for each in draft.seats), default=0), places=1)
    taken = {each.seat_id for each in draft.seats}
    organisation_id = organisation.id if organisation else None
    seat.seat = terms_seats.on_register(
        draft.body_id, post=post or None, organisation_id=organisation_id, but_not=taken
    )
    draft.seats.append(seat)
    return seat


def remove_seat(seat: TermsSeat, *, actor: Actor) -> None:
    """Take a seat out of a draft. The seat itself ends only when the draft is adopted."""
    draft = seat.version
    require_draft(draft.is_draft)
    draft.seats.remove(seat)
    _edited(draft, "terms.seat_removed", actor, seat=seat.title)


def set_office(draft: TermsVersion, kind: OfficeKind, *, actor: Actor, **said: Any) -> TermsOffice:
    """Say what a draft asks of an office."""
    require_draft(draft.is_draft)
    office = next((each for each in draft.offices if each.kind == kind), None)
    if office is None:
        office = TermsOffice(kind=kind)
        draft.offices.append(office)
    for name, value in said.items():
        setattr(office, name, value)
    office.held_by = re.sub(r"^the (?=[A-Z])", "", (office.held_by or "").strip()) or None
    _edited(draft, "terms.office_changed", actor, office=kind, words={"held_by": office.held_by})
    return office


def remove_office(office: TermsOffice, *, actor: Actor) -> None:
    """Let a draft say nothing of an office."""
    draft = office.version
    require_draft(draft.is_draft)
    draft.offices.remove(office)
    _edited(draft, "terms.office_removed", actor, office=office.kind)


def set_figures(draft: TermsVersion, values: Mapping[str, Any], *, actor: Actor) -> None:
    """Set what can be checked in numbers, or with a yes or a no. None: the terms do not say."""
    require_draft(draft.is_draft)
    if unknown := sorted(set(values) - FIGURES):
        raise TermsRefused(f"Terms do not say {', '.join(unknown)}.")
    changed = {name: value for name, value in values.items() if getattr(draft, name) != value}
    for name, value in changed.items():
        setattr(draft, name, value)
    _edited(draft, "terms.figures_changed", actor, **changed)


def set_quorum(draft: TermsVersion, expression: dict[str, Any] | None, *, actor: Actor) -> None:
    """Set the quorum as an expression, or take it out: then whether a meeting has one is not known."""
    require_draft(draft.is_draft)
    said = quorum.sentence_of(quorum.from_plain(expression)) if expression is not None else None
    draft.quorum = expression
    _edited(draft, "terms.quorum_set" if said else "terms.quorum_unset", actor, quorum=said)


def write_sub_group(
    draft: TermsVersion,
    *,
    name: str,
    actor: Actor,
    group: Body | None = None,
    chair_words: str | None = None,
    months_due: Sequence[int] = (),
    tolerance_days: int | None = None,
    times_a_year: int | None = None,
    row: TermsSubGroup | None = None,
) -> TermsSubGroup:
    """Name a sub-group, who chairs it and the months in which it reports; or say otherwise of one that is there."""
    require_draft(draft.is_draft)
    name = require_words(name, what="the name of the group", longest=LONGEST_NAME)
    require_months(list(months_due))
    others = [each for each in draft.sub_groups if each is not row]
    require_free(any(each.name.casefold() == name.casefold() for each in others), what="a group of this name")
    event = "terms.sub_group_changed" if row else "terms.sub_group_added"
    row = row or _new_sub_group(draft, name)
    row.name, row.group, row.chair_words = name, group, chair_words or None
    row.months_due, row.tolerance_days, row.times_a_year = sorted(set(months_due)), tolerance_days, times_a_year
    _edited(draft, event, actor, name=name, months=row.months_due)
    return row


def _new_sub_group(draft: TermsVersion, name: str) -> TermsSubGroup:
    row = TermsSubGroup(name=name, position=1 + max((each.position for each in draft.sub_groups), default=0))
    draft.sub_groups.append(row)
    return row


def remove_sub_group(row: TermsSubGroup, *, actor: Actor) -> None:
    """Take a group out of a draft."""
    draft = row.version
    require_draft(draft.is_draft)
    draft.sub_groups.remove(row)
    _edited(draft, "terms.sub_group_removed", actor, name=row.name)


def _edited(
    draft: TermsVersion, event: str, actor: Actor, *, words: dict[str, str | None] | None = None, **facts: Any
) -> None:
    draft.edits += 1
    db.session.flush()
    audit.record(event, draft, actor=actor, body_id=draft.body_id, words=words, **facts)
