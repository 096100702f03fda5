"""One of everything that the pages of the diary, the settings and what happens between meetings are about."""

from datetime import date

from shp_gov.models import Body, Decision
from tests import factories as make


def diary_arguments(body: Body, decision: Decision) -> dict[str, int | str]:
    """Make a standing item, a municipal year, a decision between meetings and an answer awaited."""
    return {
        "standing_item_id": make.a_standing_item(body=body).id,
        "municipal_year_id": make.a_municipal_year(body=body, starts_on=date(1980 + decision.id % 30, 5, 22)).id,
        "interim_id": make.an_interim_decision(body=body).id,
        "referral_id": make.a_referral(decision=decision, to=make.a_body("Harbour Board")).id,
    }
