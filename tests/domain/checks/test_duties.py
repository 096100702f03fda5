"""What is said of duties: as the day saw it, never kept on missing facts, and with the one thing to do next."""

from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from shp_gov.domain.areas import areas
from shp_gov.domain.checks import check_of, facts_asked_by
from shp_gov.domain.checks.facts_of_duties import DutyFacts, DutyRecord
from shp_gov.domain.duties import duties
from shp_gov.domain.rulebook import rules
from shp_gov.domain.verdict import Verdict

RULES = {rule.id: rule for rule in rules().values() if facts_asked_by(rule) is DutyFacts}
DAYS = st.dates(min_value=date(2005, 1, 1), max_value=date(2030, 12, 31))
YEAR = date(2018, 4, 1)
PLAN_2018 = "Revision of the partnership plan, 2018-19"


def found(rule_id, on, *records):
    facts = DutyFacts("Safer Seaborough Partnership", on, records, areas()["seaborough"])
    return check_of(RULES[rule_id])(RULES[rule_id], facts)


def the(rule_id, on, *records, subject):
    return next(finding for finding in found(rule_id, on, *records) if finding.subject == subject)


def plan(revised_on=None, **more):
    return DutyRecord("plan-revision", {"revised_on": revised_on} if revised_on else {}, YEAR, **more)


def test_a_late_revision_counts_its_days_and_says_when_the_next_is_due():
    finding = the("CDR07-R10-REVISE", date(2018, 7, 1), plan(date(2018, 6, 22)), subject=PLAN_2018)

    assert finding.verdict == Verdict.LATE
    assert finding.sentence == (
        "Revised on 22 June 2018, 83 days late: due by 31 March 2018. "
        "The next is due by 31 March 2019: put it in the calendar."
    )
    assert finding.facts == {"year": "2018-19", "due_on": "2018-03-31"}
    assert finding.mend == "duty:plan-revision"


def test_a_plan_nobody_revised_is_late_by_the_days_so_far():
    record = DutyRecord("plan-revision", {}, date(2021, 4, 1), is_done=False)
    subject = "Revision of the partnership plan, 2021-22"

    finding = the("CDR07-R10-REVISE", date(2021, 7, 19), record, subject=subject)

    assert finding.verdict == Verdict.LATE
    assert "110 days late" in finding.sentence


def test_a_day_before_the_revision_sees_it_as_late_so_far_and_the_day_itself_as_late():
    before = the("CDR07-R10-REVISE", date(2018, 6, 21), plan(date(2018, 6, 22)), subject=PLAN_2018)
    on_it = the("CDR07-R10-REVISE", date(2018, 6, 22), plan(date(2018, 6, 22)), subject=PLAN_2018)

    assert (before.verdict, on_it.verdict) == (Verdict.LATE, Verdict.LATE)
    assert before.sentence.startswith("Not revised by 21 June 2018: 82 days late, due by 31 March 2018.")
    assert on_it.sentence.startswith("Revised on 22 June 2018, 83 days late")


def test_each_authority_of_the_day_needs_a_contact_and_a_body_that_is_gone_needs_none():
    crc = "Northshire Community Rehabilitation Company"
    before = {finding.subject for finding in found("CDR07-R4-NOMINEE", date(2021, 6, 25))}
    after = {finding.subject for finding in found("CDR07-R4-NOMINEE", date(2021, 6, 26))}

    assert crc in before
    assert crc not in after
    assert (len(before), len(after)) == (6, 5)


def test_all_six_contacts_pass():
    named = [
        DutyRecord("information-contact", {"authority": finding.subject, "named_on": date(2016, 4, 1)})
        for finding in found("CDR07-R4-NOMINEE", date(2018, 6, 22))
    ]

    assert {finding.verdict for finding in found("CDR07-R4-NOMINEE", date(2018, 6, 22), *named)} == {Verdict.PASS}


def test_everybody_at_the_public_meeting_passes_and_they_are_counted_on_its_own_day():
    held = date(2014, 5, 31)
    there = tuple(finding.subject for finding in found("CDR07-R4-NOMINEE", held))
    meeting = DutyRecord("public-meeting", {"held_on": held, "senior_from": there})

    verdicts = {finding.verdict for finding in found("CDR07-R12-PUBSENIOR", date(2014, 6, 22), meeting)}

    assert len(there) == 5
    assert verdicts == {Verdict.PASS}


def test_a_body_whose_area_is_not_known_is_told_to_record_it():
    facts = DutyFacts("A partnership", date(2018, 6, 22), ())

    (finding,) = check_of(RULES["CDR07-R4-NOMINEE"])(RULES["CDR07-R4-NOMINEE"], facts)

    assert (finding.verdict, finding.sentence) == (
        Verdict.NOT_KNOWN,
        "Which authorities A partnership has is not known. Record its area.",
    )


def test_what_is_done_once_is_told_for_a_year_and_then_let_be():
    answer = {"reported_on": date(2018, 3, 1), "answered_on": date(2018, 3, 29)}
    record = DutyRecord("scrutiny-response", answer)

    assert [each.verdict for each in found("PJA06-R7-28D", date(2019, 3, 1), record)] == [Verdict.PASS]
    assert [each.verdict for each in found("PJA06-R7-28D", date(2019, 3, 2), record)] == [Verdict.NOT_APPLICABLE]


@pytest.mark.parametrize("rule_id", sorted(RULES))
@settings(max_examples=25)
@given(day=DAYS)
def test_where_nothing_is_recorded_nothing_is_kept_or_broken(rule_id, day):
    verdicts = {finding.verdict for finding in found(rule_id, day)}

    assert verdicts
    assert verdicts <= {Verdict.NOT_KNOWN, Verdict.NOT_APPLICABLE}


@pytest.mark.parametrize("rule_id", sorted(RULES))
def test_outside_its_dates_a_rule_asks_nothing(rule_id):
    rule = RULES[rule_id]
    outside = [rule.versions[0].in_force - timedelta(days=1)]
    outside += [version.until + timedelta(days=1) for version in rule.versions[-1:] if version.until]

    for day in outside:
        assert [each.verdict for each in found(rule_id, day)] == [Verdict.NOT_APPLICABLE]
    assert found(rule_id, rule.versions[0].in_force)


@st.composite
def records(draw, duty):
    entered = {}
    for field in duty.fields:
        values = {
            "day": DAYS,
            "yes_no": st.booleans(),
            "number": st.integers(0, 40),
            "words": st.just("Some words"),
            "choice": st.sampled_from(field.options or ("",)),
            "choices": st.lists(st.sampled_from(field.options or ("",)), unique=True).map(tuple),
            "authority": st.just("Northshire Police"),
            "authorities": st.just(("Northshire Police", "Seaborough Borough Council")),
        }
        if draw(st.booleans()):
            entered[field.name] = draw(values[field.type])
    year = draw(st.none() | st.integers(2005, 2029).map(lambda year: date(year, 4, 1)))
    is_done = draw(st.booleans())
    entered = entered if is_done else {name: value for name, value in entered.items() if name != duty.done}
    return DutyRecord(duty.id, entered, year, is_done, draw(st.none() | DAYS))


@pytest.mark.parametrize("rule_id", sorted(RULES))
@settings(max_examples=25)
@given(data=st.data(), day=DAYS)
def test_what_is_done_after_the_day_never_keeps_a_rule_on_it(rule_id, data, day):
    duty = duties()[RULES[rule_id].versions[-1].parameters["duty"]]
    some = data.draw(st.lists(records(duty), max_size=4))
    by_then = [each for each in some if each.day(duty.done) is None or each.day(duty.done) <= day]

    all_of_it = {each.subject for each in found(rule_id, day, *some) if each.verdict == Verdict.PASS}
    by_the_day = {each.subject for each in found(rule_id, day, *by_then) if each.verdict == Verdict.PASS}

    assert all_of_it <= by_the_day
    assert all(each.sentence.endswith(".") and each.mend for each in found(rule_id, day, *some))


def test_every_rule_of_duties_looks_at_fields_that_its_duty_has():
    for rule in RULES.values():
        for version in rule.versions:
            given_, duty = version.parameters, duties()[version.parameters["duty"]]
            named = [given_.get("field"), given_.get("arises"), given_.get("excuse"), *given_.get("filled", ())]
            named += [each["field"] for each in given_.get("says", ())]
            named += [given_[key]["field"] for key in ("doubt", "holds", "one_of", "applies") if key in given_]
            assert all(duty.field(name) for name in named if name), rule.id
            for limit in given_.get("limits", ()):
                of = duties()[limit.get("duty", duty.id)]
                keys = ("field", "from", "to", "field_of_only")
                assert all(of.field(limit[key]) for key in keys if key in limit), rule.id


@pytest.mark.parametrize(
    ("rule_id", "on", "record", "verdict", "words"),
    [
        (
            "CDR07-R5-ANNUALSA",
            date(2019, 4, 5),
            DutyRecord("strategic-assessment", {"prepared_on": date(2019, 4, 13)}, YEAR),
            Verdict.FAIL,
            "Not prepared by 31 March 2019. The next is due by 31 March 2020: put it in the calendar.",
        ),
        (
            "CDR07-R4-PROTOCOL",
            date(2018, 3, 31),
            DutyRecord("information-sharing-protocol", {"in_force_from": date(2018, 4, 1)}),
            Verdict.NOT_KNOWN,
            "The first on record is in force from 1 April 2018. Record what there was before.",
        ),
        (
            "CDR07-R14A-MEET",
            date(2018, 5, 2),
            DutyRecord(
                "commissioner-meeting",
                {
                    "required_on": date(2018, 5, 1),
                    "consulted_first": True,
                    "representatives_sent": True,
                    "held_on": date(2018, 6, 1),
                },
            ),
            Verdict.NOT_APPLICABLE,
            "Not held yet; it was on 1 June 2018.",
        ),
        (
            "PJA06-R7-28D",
            date(2018, 3, 30),
            DutyRecord("scrutiny-response", {"reported_on": date(2018, 3, 1), "answered_on": date(2018, 4, 3)}),
            Verdict.LATE,
            "Not answered by 30 March 2018: 1 day late. Do it, and record the day.",
        ),
    ],
)
def test_a_day_before_it_was_done_sees_it_as_not_yet_done(rule_id, on, record, verdict, words):
    assert (verdict, words) in [(each.verdict, each.sentence) for each in found(rule_id, on, record)]


def test_a_plan_adopted_and_not_sent_yet_is_not_held_against_anybody():
    sent = DutyRecord("copy-to-commissioner", {"sent_on": date(2018, 8, 15)}, YEAR)

    (finding,) = found("CDR07-R13A-PCC", date(2018, 7, 25), plan(date(2018, 7, 20)), sent)

    assert finding.verdict == Verdict.NOT_APPLICABLE
    assert finding.sentence == "The plan was adopted on 20 July 2018. Not sent yet; it was on 15 August 2018."
