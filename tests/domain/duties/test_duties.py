"""The duties as data: read, refused by name where they cannot be right, and due on a day."""

from datetime import date

import pytest

from shp_gov.domain.duties import BadDuty, duties, read
from shp_gov.domain.duties.years import year_of_regulations

A_FILE = """
[[duty]]
id = "assess"
title = "Assessment"
asks = "Assess in each year."
who = "strategy group"
cycle = "year"
due = "in the year"
done = "done_on"
from = 2007-08-01
until = 2011-05-31
[[duty.field]]
name = "done_on"
label = "Day it was done"
type = "day"
[[duty.field]]
name = "heads"
label = "Headings"
type = "choices"
options = ["one", "two"]
"""


def test_a_good_file_is_read():
    (duty,) = read("calendar.toml", A_FILE)

    assert (duty.id, duty.who, duty.due_on(year_of_regulations(date(2010, 5, 1)))) == (
        "assess",
        "strategy group",
        date(2011, 3, 31),
    )
    assert duty.field("heads").options == ("one", "two")
    assert [duty.is_asked(date(2007, 7, 31)), duty.is_asked(date(2007, 8, 1))] == [False, True]
    assert [duty.is_asked(date(2011, 5, 31)), duty.is_asked(date(2011, 6, 1))] == [True, False]


@pytest.mark.parametrize(
    ("good", "bad", "words"),
    [
        ('title = "Assessment"', "", "the title is missing"),
        ('who = "strategy group"', 'who = "nobody"', "who is 'nobody'"),
        ('cycle = "year"', 'cycle = "fortnight"', "It must be one of: year"),
        ('due = "in the year"', 'due = "soon"', "due is 'soon'"),
        ('due = "in the year"', 'due = { weeks = 4, after = "done_on" }', "a number of days or months"),
        (
            'due = "in the year"',
            'due = { days = 28, after = "heads" }',
            "heads is not one of its fields that hold",
        ),
        ('done = "done_on"', 'done = "never"', "never is not one of its fields that hold a day"),
        ('done = "done_on"', 'done = "done_on"\neach = "body"', "body is not one of its fields"),
        ("until = 2011-05-31", "until = 2001-05-31", "ends before it begins"),
        ("from = 2007-08-01", 'from = "2007-08-01"', "without quotation marks"),
        ("from = 2007-08-01", "from = 2007-08-41", "not TOML"),
        ("until =", "untill =", "does not know untill"),
        ('name = "heads"', 'name = "done_on"', "done_on twice"),
        ('options = ["one", "two"]', "", "options go with choice"),
        ('options = ["one", "two"]', 'options = "uninvited"', "Write a list, co-operating or invited"),
        ('type = "choices"', 'type = "colour"', "type is 'colour'"),
        ('label = "Headings"', 'label = " "', "field heads: the label is missing"),
    ],
)
def test_a_file_that_cannot_be_right_is_refused_by_its_name(good, bad, words):
    with pytest.raises(BadDuty, match=r"^calendar\.toml") as refusal:
        read("calendar.toml", A_FILE.replace(good, bad))

    assert words in str(refusal.value)


def test_the_refusal_names_the_duty():
    with pytest.raises(BadDuty, match=r"calendar\.toml: duty assess"):
        read("calendar.toml", A_FILE.replace("asks =", "ask ="))


def test_every_duty_of_the_calendar_is_known_and_says_what_to_record():
    assert {"strategic-assessment", "plan-revision", "public-meeting", "information-contact"} <= set(duties())
    assert all(duty.fields and duty.asks.endswith(".") for duty in duties().values())


def test_bodies_that_take_part_are_described_in_the_words_of_the_law():
    invited = duties()["invitation-register"].field("description").options
    co_operating = duties()["cooperating-register"].field("description").options

    assert "Victim Support" in invited
    assert "every parish council in the area" in co_operating
    assert not set(invited) & set(co_operating)
