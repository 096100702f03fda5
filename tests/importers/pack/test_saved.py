"""A reading can be kept and brought back whole, and corrected only where something was read."""

import json
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from shp_gov.domain.intent import Intent, IntentKind
from shp_gov.importers.pack import saved
from shp_gov.importers.pack.read import read_pack
from shp_gov.importers.pack.reading import (
    AgendaReading,
    AttendanceReading,
    Confidence,
    DecisionReading,
    Doubt,
    MinuteReading,
    MinutesReading,
    PackReading,
    Source,
)
from shp_gov.importers.pack.saved import CorrectionRefused
from tests.importers.pack.readings import CHAIN, JUNE, MARCH, an_agenda, some_minutes

READING = PackReading(
    an_agenda(JUNE, ["Ann Lisle, Chair"]), some_minutes(MARCH, present=["Ann Lisle"], decided=["One."])
)
KEPT = saved.as_json(READING)
SOURCES = st.builds(Source, st.integers(1, 99), st.integers(1, 99), st.none() | st.integers(1, 9))
WORDS = st.text(max_size=20)
MAYBE = st.none() | WORDS
SURE = st.sampled_from(Confidence)
INTENTS = st.builds(Intent, st.sampled_from(IntentKind), st.none() | WORDS, st.none() | WORDS)
DECISIONS = st.builds(DecisionReading, WORDS, st.integers(1, 9), SOURCES, SURE, intents=st.tuples(INTENTS))
MINUTES = st.builds(
    MinuteReading, st.none() | WORDS, WORDS, st.integers(1, 9), SOURCES, SURE, decisions=st.tuples(DECISIONS)
)
PEOPLE = st.builds(
    AttendanceReading, WORDS, st.none() | WORDS, st.none() | WORDS, SOURCES, SURE, is_chair=st.booleans()
)
DAYS = st.none() | st.dates()
PRESENT = st.tuples(PEOPLE)
RECORDS = st.builds(
    MinutesReading, MAYBE, DAYS, MAYBE, MAYBE, MAYBE, SOURCES, SURE, present=PRESENT, minutes=st.tuples(MINUTES)
)
AGENDAS = st.builds(AgendaReading, st.none() | WORDS, DAYS, st.none() | WORDS, st.none() | WORDS, SOURCES, SURE)
DOUBTS = st.lists(st.builds(Doubt, WORDS, st.integers(1, 9), st.none(), WORDS), max_size=2).map(tuple)
PACKS = st.builds(PackReading, st.none() | AGENDAS, st.none() | RECORDS, doubts=DOUBTS)


@given(PACKS)
def test_a_reading_comes_back_as_it_was(reading):
    kept = json.loads(json.dumps(saved.as_json(reading)))

    assert saved.pack_from_json(kept) == reading


@pytest.mark.parametrize("file", CHAIN, ids=lambda file: file.stem)
def test_a_pack_that_was_read_comes_back_as_it_was(file):
    reading = read_pack(file.read_bytes(), file.name)

    assert saved.pack_from_json(json.loads(json.dumps(saved.as_json(reading)))) == reading


def test_what_an_older_reading_did_not_have_is_taken_as_not_read():
    kept = saved.as_json(READING)
    del kept["minutes"]["next_meeting_on"], kept["doubts"]

    assert saved.pack_from_json({**kept, "unheard_of": 1}) == READING


@pytest.mark.parametrize(
    ("path", "words", "value"),
    [
        ("minutes.minutes.0.title", " Street lighting ", "Street lighting"),
        ("minutes.minutes.0.number", "", None),
        ("minutes.meeting_on", "2018-03-10", date(2018, 3, 10)),
        ("minutes.present.0.is_chair", "Yes", True),
        ("minutes.minutes.0.decisions.0.ordinal", "3", 3),
        ("agenda.members.0.confidence", "doubtful", Confidence.DOUBTFUL),
    ],
)
def test_a_correction_stands_in_its_place(path, words, value):
    found = saved.pack_from_json(saved.corrected(KEPT, {path: words}))

    for part in path.split("."):
        found = found[int(part)] if isinstance(found, tuple) else getattr(found, part)
    assert found == value


def test_a_line_can_be_taken_out_and_the_others_corrected_by_their_old_places():
    reading = some_minutes(MARCH, present=["One", "Two", "Three"])
    kept = saved.as_json(PackReading(minutes=reading))

    found = saved.corrected(
        kept, {"minutes.present.0": None, "minutes.present.2.name": "Drei", "minutes.present.1": None}
    )

    assert [person["name"] for person in found["minutes"]["present"]] == ["Drei"]
    assert [person["name"] for person in kept["minutes"]["present"]] == ["One", "Two", "Three"]


@pytest.mark.parametrize(
    ("path", "words"),
    [
        ("minutes.meeting_on", "31 February 2018"),
        ("minutes.meeting_on", "2018-02-31"),
        ("minutes.present.0.is_chair", "perhaps"),
        ("minutes.present.0.name", " "),
        ("minutes.present.7.name", "Nobody"),
        ("minutes.present.-1.name", "Nobody"),
        ("minutes.present", "Nobody"),
        ("minutes.minutes.0.decisions.0.ordinal", "many"),
        ("agenda.next_meeting.on", "2018-06-22"),
        ("minutes.__class__", "x"),
        ("minutes.present.0.organisation_or_post", "x"),
        ("", "x"),
        ("doubts.0", None),
    ],
)
def test_a_correction_that_cannot_stand_is_refused_with_a_sentence(path, words):
    with pytest.raises(CorrectionRefused, match=r"[.]$"):
        saved.corrected(KEPT, {path: words})


@given(st.text(alphabet="minutes.present0123name agenda", max_size=40), st.none() | st.text(max_size=10))
def test_no_correction_breaks_it(path, words):
    try:
        found = saved.corrected(KEPT, {path: words})
    except CorrectionRefused:
        return
    assert saved.pack_from_json(found)
