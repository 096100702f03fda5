"""People, and what was so of them on a day."""

from datetime import date

import sqlalchemy as sa
from sqlalchemy.orm import joinedload

from shp_gov.models import Person, PersonPost, Provenance

WITH_POSTS = joinedload(Person.posts).joinedload(PersonPost.organisation)


def name_on(on: date) -> sa.ColumnElement[str]:
    """Give the name, with its rank, that somebody had on a day, in SQL. Needs Person in the query."""
    styled = sa.select(PersonPost.name).where(PersonPost.person_id == Person.id, PersonPost.name.is_not(None))
    styled = styled.where(PersonPost.provenance == Provenance.RECORDED, covers(on))
    newest = styled.order_by(PersonPost.from_on.is_(None), PersonPost.from_on.desc()).limit(1)
    return sa.func.coalesce(newest.correlate(Person).scalar_subquery(), Person.name)


def covers(on: date) -> sa.ColumnElement[bool]:
    """Tell whether a post covers a day, in SQL. Needs PersonPost in the query."""
    begun = sa.or_(PersonPost.from_on.is_(None), PersonPost.from_on <= on)
    return sa.and_(begun, sa.or_(PersonPost.until_on.is_(None), PersonPost.until_on >= on))
