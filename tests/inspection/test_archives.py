"""An archive is opened only when what is inside cannot fill the machine."""

import io
import zipfile

import pytest

from shp_gov.inspection import archives
from shp_gov.inspection.archives import DamagedArchive, OversizedArchive, unpack


def an_archive(**members: bytes) -> bytes:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, member in members.items():
            archive.writestr(name, member)
    return file.getvalue()


def test_the_wanted_members_are_unpacked_and_no_others():
    assert unpack(an_archive(minutes=b"Present", photo=b"\0"), wanted=frozenset({"minutes", "agenda"})) == {
        "minutes": b"Present"
    }


def test_a_bomb_is_refused_by_the_sum_of_its_sizes(monkeypatch):
    monkeypatch.setattr(archives, "MAX_UNPACKED_BYTES", 1_000)

    with pytest.raises(OversizedArchive, match="more than is safe"):
        unpack(an_archive(one=bytes(600), two=bytes(600)), wanted=frozenset({"one"}))


def test_an_archive_of_countless_members_is_refused(monkeypatch):
    monkeypatch.setattr(archives, "MAX_MEMBERS", 3)

    with pytest.raises(OversizedArchive):
        unpack(an_archive(a=b"", b=b"", c=b"", d=b""), wanted=frozenset())


def test_a_member_that_is_longer_than_it_says_is_damaged():
    content = an_archive(minutes=b"x" * 5_000)
    lying = content.replace((5_000).to_bytes(4, "little"), (50).to_bytes(4, "little"))

    with pytest.raises(DamagedArchive):
        unpack(lying, wanted=frozenset({"minutes"}))


@pytest.mark.parametrize(
    "content", [b"", b"PK\x03\x04", an_archive(minutes=b"Present")[:-30]], ids=["empty", "first bytes", "cut short"]
)
def test_what_cannot_be_opened_is_damaged(content):
    with pytest.raises(DamagedArchive):
        unpack(content, wanted=frozenset({"minutes"}))
