"""What an officer should look at before a reading is accepted: what is odd about the pack as a whole."""

from collections import Counter
from collections.abc import Iterator, Sequence

from shp_gov.domain.names import same_person
from shp_gov.importers.pack.reading import (
    AgendaReading,
    AttendanceReading,
    Confidence,
    Doubt,
    MinuteReading,
    MinutesReading,
    PackReading,
    Source,
)


def doubts_about(reading: PackReading) -> list[Doubt]:
    """List what is odd about a reading as a whole."""
    doubts: list[Doubt] = []
    doubts.extend(_about_agenda(reading.agenda) if reading.agenda else [_nothing("agenda")])
    doubts.extend(_about_minutes(reading.minutes) if reading.minutes else [_nothing("minutes")])
    if reading.agenda and reading.minutes:
        doubts.extend(_about_both(reading.agenda, reading.minutes))
    return doubts


def _nothing(part: str) -> Doubt:
    return Doubt(
        f"No {part} found in this file. If the pack has any, enter what it says by hand.", 1, None, f"no {part}"
    )


def _at(sentence: str, source: Source, about: str) -> Doubt:
    return Doubt(sentence, source.first, source.page, about)


def _about_agenda(agenda: AgendaReading) -> Iterator[Doubt]:
    for what, value in (("the body", agenda.body), ("the date", agenda.meeting_on), ("the time", agenda.planned_start)):
        if value is None:
            yield _at(f"We could not read {what} of the meeting on the agenda. Enter it.", agenda.source, "agenda")
    if agenda.members and all(member.category is None for member in agenda.members):
        sentence = "The agenda does not say who is a responsible authority member; no category was set."
        yield _at(sentence, agenda.members[0].source, "category")
    for member in (*agenda.members, *agenda.also_invited):
        if member.confidence is Confidence.DOUBTFUL:
            yield _at(f"“{member.name}” is in the list of members but may not be a person.", member.source, "member")
    if not agenda.items:
        yield _at("No items found on the agenda. Enter them.", agenda.source, "agenda")
    following = agenda.next_meeting
    if following and following.on and agenda.meeting_on and following.on <= agenda.meeting_on:
        yield _at("The next meeting is not after this one. Check both dates.", following.source, "date")


def _about_minutes(minutes: MinutesReading) -> Iterator[Doubt]:
    for what, value in (("the date", minutes.meeting_on), ("who was in the chair", minutes.chair)):
        if value is None:
            yield _at(f"We could not read {what} in the minutes. Enter it.", minutes.source, "minutes")
    if minutes.start and minutes.end and minutes.end < minutes.start:
        sentence = f"The meeting ends ({minutes.end}) before it starts ({minutes.start}). Correct one of them."
        yield _at(sentence, minutes.source, "time")
    yield from _about_people(minutes)
    yield from _about_numbers(minutes.minutes)
    if not minutes.present:
        yield _at("No list of those present found in the minutes.", minutes.source, "attendance")
    for decision in minutes.unplaced_decisions:
        yield _at(
            "A decision stands under no minute we can find. Say which minute it belongs to.",
            decision.source,
            "unplaced decision",
        )


def _about_people(minutes: MinutesReading) -> Iterator[Doubt]:
    for person in minutes.apologies:
        if _among(person, (*minutes.present, *minutes.also_present)):
            yield _at(
                f"{person.name} is both present and in apologies. Both were kept; correct one.",
                person.source,
                "present and apologies",
            )
    for place, person in enumerate(minutes.present):
        if _among(person, minutes.present[:place]):
            yield _at(f"{person.name} is printed twice among those present.", person.source, "present twice")
    for person in (*minutes.present, *minutes.also_present, *minutes.officers):
        if person.confidence is Confidence.DOUBTFUL:
            yield _at(
                f"“{person.name}” is in the list of those at the meeting but may not be a person.",
                person.source,
                "attendance",
            )
    chairs = [person for person in minutes.present if person.is_chair]
    if len(chairs) > 1:
        names = " and ".join(person.name for person in chairs)
        yield _at(f"{names} are both marked as in the chair. Say who was.", chairs[1].source, "chair")


def _among(person: AttendanceReading, others: Sequence[AttendanceReading]) -> bool:
    return any(same_person(person.name, other.name) for other in others)


def _about_numbers(minutes: Sequence[MinuteReading]) -> Iterator[Doubt]:
    if minutes and not any(minute.number for minute in minutes):
        yield _at("The minutes have no numbers. Each will be known by its place.", minutes[0].source, "minute number")
        return
    for minute in minutes:
        if minute.number is None:
            yield _at(_without_number(minute), minute.source, "minute number")
    counted = Counter(minute.number for minute in minutes if minute.number)
    for minute in minutes:
        if minute.number and counted[minute.number] > 1:
            yield _at(f"Minute number {minute.number} is printed more than once.", minute.source, "minute number")
    yield from _about_gaps(minutes)


def _without_number(minute: MinuteReading) -> str:
    fits = f" {minute.inferred_number} would fit." if minute.inferred_number else ""
    return f"The minute “{minute.title[:80]}” has no number.{fits} It stays without one unless you enter it."


def _about_gaps(minutes: Sequence[MinuteReading]) -> Iterator[Doubt]:
    last: int | None = None
    waiting = 0
    for minute in minutes:
        if not minute.number or not minute.number.isdigit():
            waiting += 1
            continue
        number = int(minute.number)
        if last is not None and number - last > 1 + waiting:
            yield _at(
                f"The minutes go from {last} to {number}. Check that none is missing.", minute.source, "minute number"
            )
        last, waiting = number, 0


def _about_both(agenda: AgendaReading, minutes: MinutesReading) -> Iterator[Doubt]:
    if agenda.meeting_on and minutes.meeting_on and minutes.meeting_on >= agenda.meeting_on:
        yield _at("The minutes are not of a meeting before this agenda. Check both dates.", minutes.source, "date")
    if not minutes.minutes:
        yield _at(
            "No minutes were found under the heading of the minutes. Enter them by hand.", minutes.source, "minutes"
        )
