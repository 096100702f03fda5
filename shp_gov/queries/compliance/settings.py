"""What officers settled about the rules for a body: sources confirmed, rules switched off."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date

import sqlalchemy as sa
from sqlalchemy.exc import NoResultFound

from shp_gov.database import db
from shp_gov.domain.permissions import Viewer
from shp_gov.domain.rulebook import Rule, rules
from shp_gov.models import Body, RuleSetting, SettingKind
from shp_gov.queries import bodies


@dataclass(frozen=True)
class Settings:
    """Every row about the rules of some bodies, newest first."""

    rows: Sequence[RuleSetting] = ()

    def of_rule(self, rule: str) -> list[RuleSetting]:
        """List what was settled about one rule, newest first."""
        return [row for row in self.rows if row.rule == rule]

    def off(self, body_id: int, on: date) -> dict[str, RuleSetting]:
        """Give the rules that are switched off for a body on a day."""
        return {row.rule: row for row in self._of(body_id, SettingKind.SWITCHED_OFF) if row.covers(on)}

    def off_later(self, body_id: int, on: date) -> dict[str, RuleSetting]:
        """Give the rules that are to be switched off for a body after a day."""
        return {row.rule: row for row in self._of(body_id, SettingKind.SWITCHED_OFF) if row.from_on > on}

    def confirmed(self, body_id: int) -> dict[str, RuleSetting]:
        """Give the rules whose source was confirmed. A source is right or wrong, whatever the day asked about."""
        return {row.rule: row for row in self._of(body_id, SettingKind.CONFIRMED)}

    def _of(self, body_id: int, kind: SettingKind) -> list[RuleSetting]:
        return [row for row in self.rows if row.body_id == body_id and row.kind == kind]


def of_bodies(body_ids: Collection[int]) -> Settings:
    """Fetch everything settled about the rules of these bodies, in one statement."""
    rows = sa.select(RuleSetting).where(RuleSetting.body_id.in_(body_ids))
    return Settings(db.session.scalars(rows.order_by(RuleSetting.from_on.desc(), RuleSetting.id.desc())).all())


@dataclass(frozen=True)
class RuleOfBody:
    """A rule as it stands for one body."""

    rule: Rule
    body: Body
    rows: Sequence[RuleSetting]

    @property
    def body_id(self) -> int:
        """Give the number of the body, by which permissions go."""
        return self.body.id

    def off(self, on: date) -> RuleSetting | None:
        """Give by what the rule is switched off on a day."""
        return next((row for row in self._times_off if row.covers(on)), None)

    def off_later(self, on: date) -> RuleSetting | None:
        """Give by what the rule is to be switched off after a day."""
        return next((row for row in self._times_off if row.from_on > on), None)

    @property
    def _times_off(self) -> list[RuleSetting]:
        return [row for row in self.rows if row.kind is SettingKind.SWITCHED_OFF]


def rule_of(slug: str, code: str, *, viewer: Viewer) -> RuleOfBody:
    """Fetch what was settled about a rule for a body."""
    if code not in rules():
        raise NoResultFound
    body = bodies.get(slug, viewer=viewer)
    return RuleOfBody(rules()[code], body, of_bodies([body.id]).of_rule(code))
