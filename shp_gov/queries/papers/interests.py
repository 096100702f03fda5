"""What the register of interests of a body prints, as at a day. It may be handed on, so sensitive words stay out."""

from datetime import date

from shp_gov.domain.interests_paper import WITHHELD, InterestsPaper, PrintedInterest
from shp_gov.domain.permissions import Viewer
from shp_gov.models import Body, RegisteredInterest
from shp_gov.queries import interests as register
from shp_gov.queries.papers.imprint import imprint, sealed


def interests(body: Body, *, on: date, viewer: Viewer) -> InterestsPaper:
    """Gather every interest of the day, the same for everybody."""
    rows = register.register(body, on=on)
    lines = tuple(_line(row, on) for row in rows)
    return sealed(InterestsPaper(imprint=imprint(body, on=viewer.on), on=on, interests=lines))


def _line(row: RegisteredInterest, on: date) -> PrintedInterest:
    return PrintedInterest(
        name=row.person.name,
        kind=row.kind.value,
        words=WITHHELD if row.is_sensitive else row.words,
        since=row.from_on,
        until=row.until_on,
    )
