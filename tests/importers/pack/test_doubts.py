"""What an officer is told to look at: a sentence, a line, and nothing guessed in silence."""

from datetime import date

import pytest

from shp_gov.importers.pack.lines import Line
from shp_gov.importers.pack.read import parse
from shp_gov.importers.pack.reading import PackReading

MINUTES = """\
SAFER SEABOROUGH PARTNERSHIP MINUTES AND DECISION RECORD
{date}
The meeting commenced at {start} in the Guildhall, Seaborough
Present:
Councillor Morwenna Trelease (In the Chair)
Lionel Bragg, National Probation Service
{present}
1. Apologies for Absence
Apologies were received from {apologies}.
{second} Beach Fires
Issue(s) for consideration
There were four fires.
Decision
That the report be noted.
The meeting concluded at {end}
"""
USUAL = {
    "date": "9 March 2018",
    "start": "2.00 pm",
    "end": "3.30 pm",
    "present": "Juno Marchbanks, Harbour Homes",
    "apologies": "Beatrix Holm, Seaborough Voluntary Action",
    "second": "2.",
}


def read(text: str) -> PackReading:
    return parse([Line(number, line) for number, line in enumerate(text.split("\n"), 1)])


def doubts(**changes: str) -> list[str]:
    return [doubt.about for doubt in read(MINUTES.format(**USUAL | changes)).doubts if doubt.about != "no agenda"]


def test_plain_minutes_leave_no_doubt():
    assert doubts() == []


@pytest.mark.parametrize(
    ("changes", "about"),
    [
        ({"date": "31 June 2018"}, ["date", "minutes"]),
        ({"start": "4.00 pm"}, ["time"]),
        ({"apologies": "Lionel Bragg"}, ["present and apologies"]),
        ({"present": "Lionel Bragg, Probation"}, ["present twice"]),
        ({"present": "Juno Marchbanks (Chair)"}, ["chair"]),
        ({"present": "It was a cold day and the heating had failed."}, ["left out"]),
        ({"second": "3."}, ["minute number"]),
        ({"second": "1."}, ["minute number", "minute number"]),
    ],
)
def test_what_does_not_add_up_is_a_doubt(changes, about):
    assert sorted(doubts(**changes)) == sorted(about)


def test_both_are_kept_of_a_person_present_and_in_apologies():
    minutes = read(MINUTES.format(**USUAL | {"apologies": "Lionel Bragg"})).minutes

    assert "Lionel Bragg" in [person.name for person in minutes.present]
    assert [person.name for person in minutes.apologies] == ["Lionel Bragg"]


def test_a_doubt_says_what_to_do_and_where():
    reading = read(MINUTES.format(**USUAL | {"start": "4.00 pm"}))
    (doubt,) = [doubt for doubt in reading.doubts if doubt.about == "time"]

    assert doubt.sentence == "The meeting ends (15:30) before it starts (16:00). Correct one of them."
    assert doubt.line == 1


def test_a_file_that_is_no_pack_reads_as_nothing_and_says_so():
    reading = read("It was the best of times.\n\nIt was the worst of times.")

    assert (reading.agenda, reading.minutes, reading.reports) == (None, None, ())
    assert [doubt.about for doubt in reading.doubts] == ["no agenda", "no minutes"]


def test_decisions_whose_minute_the_layout_lost_are_kept_apart():
    text = MINUTES.format(**USUAL).replace(
        "The meeting concluded",
        "Purpose of report\nTo ask for lamps.\nDecision\n(i) That lamps be bought.\nThe meeting concluded",
    )

    minutes = read(text).minutes

    assert [decision.words for decision in minutes.unplaced_decisions] == ["That lamps be bought."]
    assert [len(minute.decisions) for minute in minutes.minutes] == [0, 1]


def test_the_year_of_the_next_meeting_is_inferred_and_said_so():
    text = """\
SAFER SEABOROUGH PARTNERSHIP AGENDA
Friday 9 November 2018
at 2.00 pm
1. APOLOGIES FOR ABSENCE
2. MINUTES
Date of next meeting - Friday 11 January at 2.00 pm in the Guildhall, Seaborough
"""
    reading = read(text)

    following = reading.agenda.next_meeting

    assert (following.on, following.time, following.venue) == (date(2019, 1, 11), "14:00", "Guildhall, Seaborough")
    assert following.confidence == "likely"
    assert "year inferred" in [doubt.about for doubt in reading.doubts]
