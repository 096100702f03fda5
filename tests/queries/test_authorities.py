"""Who represents the responsible authorities, and since when nobody does."""

from datetime import date

from shp_gov.queries.compliance import AsAt, authorities
from shp_gov.web.compliance.picture import bars
from tests import factories as make

ON = date(2026, 9, 1)
POLICE, NHS = "Northshire Police", "NHS Northshire Integrated Care Board"


def found(body, on=ON):
    return {one.known_as: one for one in authorities.of(AsAt(body, on))}


def test_an_authority_is_held_vacant_or_without_a_seat(app):
    body = make.a_body(area="seaborough")
    make.a_seat(body=body, organisation=make.an_organisation(POLICE), held_by=make.a_person("Daniel Marsh"))
    left = date(2026, 7, 3)
    make.a_seat(body=body, organisation=make.an_organisation(NHS), held_by=make.a_person("Naomi Fielding"), until=left)

    there = found(body)

    assert (there[POLICE].state, there[POLICE].holders) == ("held", ("Daniel Marsh",))
    assert (there[NHS].state, there[NHS].vacant_since) == ("vacant", date(2026, 7, 4))
    assert there["Probation Service"].state == "no seat"
    assert found(body, left)[NHS].state == "held"


def test_its_days_are_told_as_spans_without_a_gap(app):
    body = make.a_body(area="seaborough")
    seat = make.a_seat(body=body, organisation=make.an_organisation(NHS), active_from=date(2025, 1, 1))
    make.an_appointment(make.a_person("One"), seat=seat, from_on=date(2025, 3, 1), until_on=date(2025, 5, 31))
    make.an_appointment(make.a_person("Two"), seat=seat, from_on=date(2025, 6, 1), until_on=date(2026, 7, 3))

    spans = found(body)[NHS].spans

    assert [(span.from_on, span.until_on, span.state) for span in spans] == [
        (date(2024, 9, 1), date(2024, 12, 31), "no seat"),
        (date(2025, 1, 1), date(2025, 2, 28), "vacant"),
        (date(2025, 3, 1), date(2026, 7, 3), "held"),
        (date(2026, 7, 4), ON, "vacant"),
    ]


def test_the_bar_of_an_authority_is_as_long_as_its_days(app):
    body = make.a_body(area="seaborough")
    make.a_seat(body=body, organisation=make.an_organisation(POLICE), held_by=make.a_person("Daniel Marsh"))

    drawn = {bar.authority.known_as: bar for bar in bars(authorities.of(AsAt(body, ON)))}

    assert [(piece.x, piece.width, piece.kind) for piece in drawn[POLICE].pieces] == [(0, 300, "held")]
    assert drawn["Probation Service"].pieces == ()
    assert "held from 1 September 2024 until 1 September 2026" in drawn[POLICE].words


def test_where_the_area_is_not_known_the_list_says_who_they_are(app):
    assert authorities.of(AsAt(make.a_body(), ON)) == []
