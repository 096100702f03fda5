"""What the officer of the example settled about rules: a source confirmed, and a rule switched off."""

from collections.abc import Iterator
from datetime import timedelta

from shp_gov.domain.rulebook import rules
from shp_gov.example.acts import Act
from shp_gov.example.days import moment
from shp_gov.example.world import World
from shp_gov.services import rule_settings

PLAN = "partnership"
LOOKED_UP = "Read on legislation.gov.uk by the monitoring officer. It says what the rule says."
KEPT_ELSEWHERE = "The council's own information team keeps the retention schedule and reports on it to the council."


def acts(world: World) -> Iterator[Act]:
    """Settle two rules some weeks before today."""
    yield Act(moment(world.today - timedelta(days=40), 11), lambda: _confirm(world))
    yield Act(moment(world.today - timedelta(days=33), 11), lambda: _switch_off(world))


def _confirm(world: World) -> None:
    rule = rules()["DHR04-S9"]
    rule_settings.confirm_source(rule, of=world.bodies[PLAN], note=LOOKED_UP, actor=world.officer(PLAN))


def _switch_off(world: World) -> None:
    rule, on = rules()["UKGDPR-RETAIN"], world.today - timedelta(days=33)
    officer = world.officer(PLAN)
    rule_settings.switch_off(rule, of=world.bodies[PLAN], from_on=on, note=KEPT_ELSEWHERE, actor=officer)
