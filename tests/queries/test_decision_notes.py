"""Whether the decisions of each meeting were put out in time, from what the record and its trail hold."""

from datetime import UTC, date, datetime, time

import pytest
import time_machine

from shp_gov import audit
from shp_gov.domain.workflows import MinutesState
from tests import factories as make
from tests.queries.test_under_terms import JULY, LATE, NOT_APPLICABLE, NOT_KNOWN, PASS, body, verdicts

__all__ = ["body"]


@pytest.mark.parametrize(("published", "verdict"), [(date(2026, 7, 30), PASS), (date(2026, 7, 31), LATE)])
def test_minutes_put_out_here_are_held_against_ten_working_days(body, published, verdict):
    meeting = make.a_meeting(body=body, on=JULY)
    assert verdicts(body, "REC-NOTE-ND") == [NOT_KNOWN]

    with time_machine.travel(datetime.combine(published, time(12), tzinfo=UTC), tick=False):
        audit.record("minutes.published_as_a_draft", meeting, actor=make.SYSTEM, body_id=body.id)
    make.db.session.commit()

    assert verdicts(body, "REC-NOTE-ND") == [verdict]


def test_decisions_that_were_never_put_out_are_late_once_their_day_has_passed(body):
    make.a_meeting(body=body, on=JULY, minutes_state=MinutesState.WITH_THE_CHAIR)

    assert verdicts(body, "REC-NOTE-ND", on=date(2026, 7, 30)) == [NOT_APPLICABLE]
    assert verdicts(body, "REC-NOTE-ND", on=date(2026, 7, 31)) == [LATE]


def test_minutes_put_out_later_were_not_out_on_the_day_that_is_looked_at(body):
    meeting = make.a_meeting(body=body, on=JULY)
    with time_machine.travel(datetime(2026, 8, 20, 12, tzinfo=UTC), tick=False):
        audit.record("minutes.published_as_a_draft", meeting, actor=make.SYSTEM, body_id=body.id)
    make.db.session.commit()

    assert verdicts(body, "REC-NOTE-ND", on=date(2026, 7, 31)) == [LATE]
