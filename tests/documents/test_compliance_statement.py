"""The compliance statement says what needs someone, what is not known, and what was switched off."""

from dataclasses import replace
from datetime import date

from shp_gov.documents import compliance_statement
from shp_gov.documents.content import text
from shp_gov.domain.statement_paper import CompliancePaper, StatementLine
from tests.documents import examples

VACANT = StatementLine("fail", "NHS", "Its seat is vacant. Ask it to name somebody.", "Seats: 1.", "The Act (R1).")
UNREAD = StatementLine("not known", "Board", "Nobody recorded the plan.", "", "The Regulations (R2).")
PAPER = CompliancePaper(
    imprint=replace(examples.notice().imprint, body="Safer Seaborough Partnership"),
    on=date(2026, 9, 1),
    rules=4,
    for_someone=(VACANT,),
    not_known=(UNREAD,),
    passes=(("Crime and Disorder Act 1998", 5),),
    not_applicable=1,
    authorities=(("Northshire Police", "Daniel Marsh"), ("NHS", "Vacant since Saturday 4 July 2026")),
    switched_off=(("Actions have owners", "From Monday 1 June 2026, by Helen Ashby: kept elsewhere"),),
    to_be_confirmed=("R2",),
)


def lines(**changes):
    return text(compliance_statement.story(replace(PAPER, **changes)))


def test_the_statement_tells_all_in_order():
    assert lines() == [
        "SAFER SEABOROUGH PARTNERSHIP",
        "Compliance statement",
        "As at Tuesday 1 September 2026",
        "4 rules checked: 1 finding needs someone, 1 not known, 5 pass, 1 do not apply",
        compliance_statement.WHAT_IT_IS,
        "Needs someone (1)",
        "Fail. NHS: Its seat is vacant. Ask it to name somebody.",
        "Seats: 1. The Act (R1).",
        "Not known (1)",
        "Not known. Board: Nobody recorded the plan.",
        "The Regulations (R2).",
        "Responsible authorities (2)",
        "Northshire Police: Daniel Marsh",
        "NHS: Vacant since Saturday 4 July 2026",
        "What passes (1)",
        "Crime and Disorder Act 1998: 5 findings",
        "Switched off (1)",
        "Actions have owners: From Monday 1 June 2026, by Helen Ashby: kept elsewhere",
        "The source of 1 rule is to be confirmed: R2.",
    ]


def test_nothing_is_said_to_be_nothing():
    told = lines(for_someone=(), not_known=(), switched_off=(), to_be_confirmed=())

    assert "No finding needs anybody on this day." in told
    assert "Every rule was checked." in told


def test_it_is_a_pdf_with_its_day_on_it():
    page = examples.pdf(compliance_statement.render(PAPER)).pages[0]

    assert "Tuesday 1 September 2026" in page.extract_text()
