"""Files kept by their hash: whole or not at all."""

import pytest

from shp_gov import storage


def test_what_is_kept_comes_back(app):
    assert storage.fetch(storage.keep(b"a letter")) == b"a letter"


def test_what_is_kept_twice_is_one_file(app):
    first, second = storage.keep(b"minutes"), storage.keep(b"minutes")

    path = storage._path(first)
    assert first == second
    assert [each.name for each in path.parent.iterdir() if each.name.startswith(first)] == [first]


def test_a_damaged_file_is_refused(app):
    digest = storage.keep(b"evidence of a meeting")
    storage._path(digest).write_bytes(b"something else")

    with pytest.raises(OSError, match="damaged"):
        storage.fetch(digest)


def test_a_write_that_fails_leaves_nothing_behind(app, monkeypatch):
    def fail(handle):
        raise OSError("the disk is full")

    monkeypatch.setattr(storage.os, "fsync", fail)

    with pytest.raises(OSError, match="full"):
        storage.keep(b"too large for the disk")
    path = storage._path(storage.sha256(b"too large for the disk"))
    assert not list(path.parent.glob(f"{path.name}*"))
