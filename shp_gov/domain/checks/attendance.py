"""Who spoke for each responsible authority, and whether the attendance of a meeting explains every member."""

from shp_gov.domain.areas import AreaBody
from shp_gov.domain.areas.standing import Standing, responsible_authorities
from shp_gov.domain.checks.facts import WAS_THERE, Attended, How, MeetingFacts, Member, SeatHeld
from shp_gov.domain.findings import (
    About,
    Finding,
    failed,
    needs_a_person,
    not_applicable,
    not_known,
    passed,
)
from shp_gov.domain.rulebook import Rule
from shp_gov.domain.words import and_list, long_day

NOT_RECORDED = "not recorded"
NO_SEAT = "no seat"
VACANT = "vacant"


def authorities_represented(rule: Rule, facts: MeetingFacts) -> list[Finding]:
    """Who represented each responsible authority at this meeting, in person or by a substitute?"""
    if facts.area is None:
        words = f"Which authorities {facts.body} has is not known. Record its area."
        return [not_known(rule, About(facts.body, facts.on), words)]
    return [
        _one_authority(rule, facts, body) for body in responsible_authorities(facts.area, facts.on, facts.exceptions)
    ]


def nobody_present_and_in_apologies(rule: Rule, facts: MeetingFacts) -> list[Finding]:
    """Is anybody both present and in apologies?"""
    about = About(facts.body, facts.on)
    if not facts.attendance:
        return [not_known(rule, about, _unrecorded(facts))]
    there = {line.who.person for line in facts.lines(*WAS_THERE)}
    both = {line.who for line in facts.lines(How.APOLOGIES) if line.who.person in there}
    if not both:
        return [passed(rule, about, "Nobody is both present and in apologies.")]
    return [
        failed(
            rule,
            About(who.name, facts.on),
            f"{who.name} is recorded as present and in apologies on {long_day(facts.on)}. "
            "Ask the clerk which is right and correct the attendance.",
            person=who.person,
        )
        for who in sorted(both, key=lambda who: who.name)
    ]


def every_member_explained(rule: Rule, facts: MeetingFacts) -> list[Finding]:
    """Is every member present, substituted, in apologies or absent, and does everybody present hold a seat?"""
    about = About(facts.body, facts.on)
    if not facts.attendance:
        return [not_known(rule, about, _unrecorded(facts))]
    if not facts.seats:
        words = (
            f"No seats are held for {long_day(facts.on)}. Import a pack that lists the members, or record the seats."
        )
        return [not_known(rule, about, words)]
    return [*_seat_holders(rule, facts), *_without_a_seat(rule, facts)]


def _one_authority(rule: Rule, facts: MeetingFacts, body: Standing) -> Finding:
    about = About(body.known_as, facts.on)
    seats = {seat.seat for seat in facts.seats if _is_of(seat.organisation, body, facts)}
    lines = [line for line in facts.attendance or () if _speaks_for(line, body, seats, facts)]
    holders = {who.person for seat in facts.seats if seat.seat in seats for who in seat.holders}
    lines += [line for line in facts.attendance or () if line not in lines and _stands_for(line) in holders]
    return _represented(rule, about, lines) or _not_represented(rule, about, lines, seats, facts)


def _speaks_for(line: Attended, body: Standing, seats: set[int], facts: MeetingFacts) -> bool:
    """Go by the organisation that the minutes print beside the name, if it is one of the area; then by the seat."""
    printed = _printed(line, facts)
    if printed is not None:
        return printed.name == body.organisation
    return line.seat in seats or _is_of(line.organisation, body, facts)


def _printed(line: Attended, facts: MeetingFacts) -> AreaBody | None:
    words = [line.printed or "", (line.printed or "").rpartition(",")[2].strip()]
    named = (facts.area.body(each, facts.on) for each in words if facts.area and each)
    return next((body for body in named if body is not None), None)


def _stands_for(line: Attended) -> int:
    return line.instead_of.person if line.instead_of else line.who.person


def _represented(rule: Rule, about: About, lines: list[Attended]) -> Finding | None:
    present = [line.who.name for line in lines if line.how is How.PRESENT]
    substitutes = [line for line in lines if line.how is How.SUBSTITUTE]
    by = (*present, *(line.who.name for line in substitutes))
    if present:
        return passed(rule, about, f"Represented by {and_list(by)}.", represented=How.PRESENT.value, by=by)
    if substitutes:
        words = f"Represented by {and_list(map(_substitute_words, substitutes))}."
        return passed(rule, about, words, represented=How.SUBSTITUTE.value, by=by)
    return None


def _substitute_words(line: Attended) -> str:
    return (
        f"{line.who.name}, in place of {line.instead_of.name}" if line.instead_of else f"{line.who.name}, a substitute"
    )


def _not_represented(rule: Rule, about: About, lines: list[Attended], seats: set[int], facts: MeetingFacts) -> Finding:
    subject = about.subject
    if not facts.attendance:
        return not_known(rule, about, _unrecorded(facts), represented=NOT_RECORDED)
    if sent := tuple(line.who.name for line in lines if line.how is How.APOLOGIES):
        words = f"Not represented: {and_list(sent)} sent apologies. Ask {subject} for a substitute next time."
        return needs_a_person(rule, about, words, represented=How.APOLOGIES.value, by=sent)
    if away := tuple(line.who.name for line in lines if line.how is How.ABSENT):
        words = (
            f"Not represented: {and_list(away)} was absent without apologies. Ask {subject} who will come next time."
        )
        return needs_a_person(rule, about, words, represented=How.ABSENT.value, by=away)
    if facts.seats and not seats:
        words = f"No seat is held in the name of {subject}. The law does not ask for one; look whether the terms do."
        if not facts.is_listed:
            words = f"Nobody came for {subject} or sent apologies, and no list of members tells who would have. Ask."
        return needs_a_person(rule, about, words, represented=NO_SEAT)
    if seats and not any(seat.holders for seat in facts.seats if seat.seat in seats):
        words = f"Not represented: the seat of {subject} was vacant. Ask {subject} to name a member."
        return needs_a_person(rule, about, words, represented=VACANT)
    words = (
        f"The attendance does not say whether {subject} was represented. Ask, and record who came or sent apologies."
    )
    return not_known(rule, about, words, represented=NOT_RECORDED)


def _is_of(organisation: str | None, body: Standing, facts: MeetingFacts) -> bool:
    known = facts.area.body(organisation, facts.on) if facts.area and organisation else None
    return known is not None and known.name == body.organisation


def _seat_holders(rule: Rule, facts: MeetingFacts) -> list[Finding]:
    return [finding for seat in facts.seats for finding in _one_seat(rule, facts, seat)]


def _one_seat(rule: Rule, facts: MeetingFacts, seat: SeatHeld) -> list[Finding]:
    if not seat.holders:
        about = About(seat.title, facts.on)
        return [not_applicable(rule, about, "The seat was vacant.", seat=seat.seat)]
    return [_one_holder(rule, facts, seat, who) for who in seat.holders]


def _one_holder(rule: Rule, facts: MeetingFacts, seat: SeatHeld, who: Member) -> Finding:
    about = About(f"{who.name}, {seat.title}", facts.on)
    own = [line.how for line in facts.attendance or () if line.who.person == who.person]
    if stood_in := _stood_in(facts, seat, who):
        return passed(rule, about, f"{and_list(stood_in)} attended as substitute.", seat=seat.seat, person=who.person)
    if own:
        return passed(rule, about, f"Recorded as {and_list(own)}.", seat=seat.seat, person=who.person)
    if who.person in seat.perhaps:
        words = (
            f"The lists of members do not tell whether {who.name} still sat on {long_day(facts.on)}. Record the term."
        )
        return not_known(rule, about, words, seat=seat.seat, person=who.person)
    words = f"{who.name} is neither present, substituted nor in apologies. Ask the clerk, and record it."
    return needs_a_person(rule, about, words, seat=seat.seat, person=who.person)


def _stood_in(facts: MeetingFacts, seat: SeatHeld, who: Member) -> list[str]:
    return [
        line.who.name
        for line in facts.lines(How.SUBSTITUTE)
        if (line.instead_of.person == who.person if line.instead_of else line.seat == seat.seat)
    ]


def _without_a_seat(rule: Rule, facts: MeetingFacts) -> list[Finding]:
    holders = {who.person for seat in facts.seats for who in seat.holders}
    strangers = {line.who for line in facts.lines(How.PRESENT) if line.who.person not in holders}
    return [
        needs_a_person(
            rule,
            About(who.name, facts.on),
            f"{who.name} is recorded as present but held no seat on {long_day(facts.on)}. "
            "Record the appointment, or list them as also present.",
            person=who.person,
        )
        for who in sorted(strangers, key=lambda who: who.name)
    ]


def _unrecorded(facts: MeetingFacts) -> str:
    return f"No attendance is recorded for {long_day(facts.on)}. Record it, or import the minutes."
