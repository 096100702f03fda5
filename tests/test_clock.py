"""The clock can be set for the example's history, and goes on by itself afterwards."""

from datetime import UTC, date, datetime, timedelta

import pytest

from shp_gov import clock
from shp_gov.clock import LONDON
from tests.architecture.house import PACKAGE, package_files, tree, where
from tests.architecture.house import calls as called


def test_within_a_set_moment_the_clock_tells_that_moment_and_its_day_in_england():
    with clock.at(datetime(2025, 6, 30, 23, 30, tzinfo=UTC)):
        assert clock.now() == datetime(2025, 6, 30, 23, 30, tzinfo=UTC)
        assert clock.today() == date(2025, 7, 1)


def test_a_moment_may_be_set_within_another():
    with clock.at(datetime(2025, 1, 1, 10, tzinfo=LONDON)):
        with clock.at(datetime(2024, 1, 1, 10, tzinfo=LONDON)):
            assert clock.today() == date(2024, 1, 1)
        assert clock.today() == date(2025, 1, 1)


def test_the_clock_goes_on_by_itself_even_after_a_failure():
    with pytest.raises(RuntimeError), clock.at(datetime(2025, 1, 1, tzinfo=UTC)):
        raise RuntimeError

    assert abs(clock.now() - datetime.now(UTC)) < timedelta(minutes=1)


def test_only_the_example_sets_the_clock():
    setting = [
        where(path, call)
        for path in package_files()
        for name, call in called(tree(path))
        if name == "clock.at" and not path.is_relative_to(PACKAGE / "example")
    ]

    assert setting == []
