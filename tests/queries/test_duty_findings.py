"""What the record of duties says on a day: as it was then, though we know now what followed."""

from datetime import date

import pytest

from shp_gov.domain.verdict import Verdict
from shp_gov.models import BodyKind
from shp_gov.queries import compliance
from tests import factories as make

YEAR = date(2018, 4, 1)
PLAN = "Revision of the partnership plan, 2018-19"


@pytest.fixture
def body(app):
    return make.a_body(area="seaborough")


def the(body, on, subject, rule):
    return next(each for each in compliance.of_body(body, on) if (each.subject, each.rule) == (subject, rule))


@pytest.mark.parametrize(
    ("on", "verdict", "words"),
    [
        (date(2018, 3, 31), Verdict.NOT_APPLICABLE, "Not due until 31 March 2018."),
        (date(2018, 6, 1), Verdict.LATE, "Not revised by 1 June 2018: 62 days late"),
        (date(2018, 6, 22), Verdict.LATE, "Revised on 22 June 2018, 83 days late"),
    ],
)
def test_a_plan_revised_late_is_late_before_and_after_it_is_revised(body, on, verdict, words):
    make.a_duty_entry("plan-revision", body=body, year=YEAR, entered={"revised_on": "2018-06-22"})

    finding = the(body, on, PLAN, "CDR07-R10-REVISE")

    assert finding.verdict == verdict
    assert finding.sentence.startswith(words)


def test_an_assessment_of_which_only_the_presentation_is_known_is_not_known(body):
    entered = {"presented_on": "2018-04-13"}
    make.a_duty_entry("strategic-assessment", body=body, year=date(2017, 4, 1), entered=entered)

    finding = the(body, date(2018, 6, 22), "Strategic assessment, 2017-18", "CDR07-R5-ANNUALSA")

    assert finding.verdict == Verdict.NOT_KNOWN
    assert finding.sentence == "It is not recorded on which day it was prepared. Record the day."


def test_a_sub_group_is_asked_for_no_plan_and_the_councils_duties_are_not_its_own(app):
    group = make.a_body("Fish Quay Group", kind=BodyKind.SUB_GROUP, area="seaborough")

    mends = {each.mend for each in compliance.of_body(group, date(2018, 6, 22))}

    assert not any(mend and mend.startswith("duty:") for mend in mends)
