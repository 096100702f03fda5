"""Who sits for which organisation on a day, from the list of members."""

from collections.abc import Iterator

from shp_gov.domain.checks.composition import Appointee, Composition
from shp_gov.queries.bodies import are_known
from shp_gov.queries.compliance.as_at import AsAt


def gather(as_at: AsAt) -> Iterator[Composition]:
    """Gather who sits on the day. Whether somebody was senior, or the lead councillor, is not held: not known."""
    seated = tuple(Appointee(holder.name, member.organisation) for member in as_at.members for holder in member.holders)
    is_known = bool(seated) and are_known(as_at.members, on=as_at.on)
    yield Composition(as_at.body.name, as_at.on, seated if is_known else None, as_at.area)
