"""How each member was accounted for at the meetings of the last twelve months, while in office."""

from collections.abc import Iterator, Sequence

from shp_gov.domain.checks.facts import How
from shp_gov.domain.checks.facts_of_terms import Absences
from shp_gov.models import Attendance, Capacity
from shp_gov.queries.bodies import Holder, Membership
from shp_gov.queries.compliance.as_at import AsAt

THERE = (Capacity.PRESENT, Capacity.ALSO_PRESENT, Capacity.OFFICER)


def of_members(as_at: AsAt) -> Iterator[Absences]:
    """Follow each member of the day through the meetings whose attendance is on record."""
    recorded = [meeting for meeting in as_at.meetings if as_at.attendance.get(meeting.id)]
    for member in as_at.members:
        for holder in member.holders:
            served = [meeting for meeting in recorded if meeting.on >= holder.since]
            hows = tuple(_how(holder, member, as_at.attendance[meeting.id]) for meeting in served)
            yield Absences(f"{holder.name}, {member.title}", hows)


def _how(holder: Holder, member: Membership, lines: Sequence[Attendance]) -> How | None:
    own = {line.capacity for line in lines if line.person_id == holder.person_id}
    if own & set(THERE):
        return How.PRESENT
    if any(_stood_in(line, holder, member) for line in lines):
        return How.SUBSTITUTE
    if Capacity.APOLOGIES in own:
        return How.APOLOGIES
    return How.ABSENT if Capacity.ABSENT in own else None


def _stood_in(line: Attendance, holder: Holder, member: Membership) -> bool:
    if line.capacity is not Capacity.SUBSTITUTE:
        return False
    return line.for_person_id == holder.person_id if line.for_person_id else line.seat_id == member.seat_id
