"""Where a body stands: which checks speak of it, and which do not."""

from datetime import date

from shp_gov.models import BodyKind
from shp_gov.queries import bodies, compliance
from tests import factories as make

ON = date(2026, 9, 1)


def rules_found(body) -> set[str]:
    members = bodies.members(body, on=ON)
    return {finding.rule for finding in compliance.of_body(body, members, {}, on=ON)}


def test_the_list_of_a_strategy_group_is_held_against_section_5(app):
    body = make.a_body(area="seaborough")
    make.a_seat(body=body, organisation=make.an_organisation("Northshire Police"))

    assert "CDA98-S5-POLICE" in rules_found(body)


def test_a_sub_group_owes_no_seat_to_every_authority(app):
    group = make.a_body("Fish Quay Group", kind=BodyKind.SUB_GROUP, area="seaborough")
    make.a_seat(body=group, organisation=make.an_organisation("Northshire Police"))

    found = rules_found(group)

    assert found
    assert not any(rule.startswith("CDA98-S5") for rule in found)
