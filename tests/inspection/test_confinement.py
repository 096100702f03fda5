"""A process apart may be slow or crash; the application is told and goes on."""

import pytest

from shp_gov.inspection.confinement import Crashed, Unfinished, run_apart


def test_a_module_that_crashes_is_reported():
    with pytest.raises(Crashed):
        run_apart("shp_gov.no_such_module", b"", seconds=20)


def test_a_module_that_does_not_end_is_stopped():
    with pytest.raises(Unfinished, match="longer than"):
        run_apart("timeit", b"", seconds=0.01)


def test_what_the_module_writes_comes_back():
    assert b"lines" in run_apart("json.tool", b'{"lines": []}', seconds=20)


def test_the_process_sees_no_secret(monkeypatch):
    monkeypatch.setenv("SHP_GOV_SECRET_KEY", "never tell")

    assert b"never tell" not in run_apart("sysconfig", b"", seconds=20)
