"""Whom several bodies know: only somebody who serves all of them changes what all of them show."""

from collections.abc import Iterable

from shp_gov.domain.errors import DomainError
from shp_gov.domain.permissions import Role
from shp_gov.domain.words import and_list
from shp_gov.models import Body
from shp_gov.web.access import viewer


class NotYours(DomainError):
    """Somebody whom a body knows that this officer does not serve."""


def require_served(bodies: Iterable[Body]) -> None:
    """Refuse to change somebody for a body that somebody else serves."""
    served = viewer().bodies(Role.OFFICER)
    if others := [body.name for body in bodies if body.id not in served]:
        raise NotYours(f"They are known to {and_list(others)} too, which you do not serve. Ask its officer.")
