"""What makes a second click harmless."""

from datetime import datetime

import sqlalchemy as sa
from sqlalchemy.orm import Mapped, mapped_column

from shp_gov.models.base import Base


class FormToken(Base):
    """A form that was sent and took effect, and where its result is."""

    __tablename__ = "form_token"

    token: Mapped[str] = mapped_column(unique=True)
    user_id: Mapped[int] = mapped_column(sa.ForeignKey("user.id"))
    form: Mapped[str]
    spent_at: Mapped[datetime]
    result: Mapped[str]
