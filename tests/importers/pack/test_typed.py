"""What an officer may put in place of a reading, and what is refused."""

import pytest

from shp_gov.importers.pack import saved
from shp_gov.importers.pack.typed import CorrectionRefused


@pytest.mark.parametrize(
    ("path", "words", "kept"),
    [
        ("minutes.meeting_on", "12 March 2025", "2025-03-12"),
        ("minutes.meeting_on", "2025-03-12", "2025-03-12"),
        ("minutes.start", "10.30 am", "10:30"),
        ("minutes.start", "14:00", "14:00"),
        ("minutes.minutes.0.number", "61.", "61"),
        ("minutes.minutes.0.is_urgent", "yes", True),
    ],
)
def test_what_makes_sense_is_kept_as_the_register_keeps_it(path, words, kept):
    assert saved.typed(path, words) == kept


@pytest.mark.parametrize(
    ("path", "words", "sentence"),
    [
        ("minutes.meeting_on", "3025-01-01", "not a day"),
        ("minutes.meeting_on", "31 February 2025", "not a day"),
        ("minutes.start", "25:99", "not a time"),
        ("minutes.minutes.0.number", "-5", "not the number of a minute"),
        ("minutes.minutes.0.number", "9" * 20, "not the number of a minute"),
        ("minutes.chair", "x" * 20_000, "20,000 characters long"),
    ],
)
def test_nonsense_is_refused_in_a_sentence(path, words, sentence):
    with pytest.raises(CorrectionRefused, match=sentence):
        saved.typed(path, words)
