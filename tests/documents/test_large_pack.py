"""A pack of 300 pages: how much memory it takes, whether it is a sound file, whether its pages are the same."""

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from pypdf import PdfReader

HERE = Path(__file__).parents[2]


@pytest.fixture(scope="module")
def large(tmp_path_factory):
    """300 pages of 20 reports, half of them uploaded scans, built in another process; how much memory it took."""
    where = tmp_path_factory.mktemp("large")
    command = [sys.executable, "-m", "tests.documents.large_pack", str(where)]
    environment = {**os.environ, "PYTHONPATH": str(HERE)}
    subprocess.run([*command, "files"], check=True, cwd=HERE, env=environment, timeout=300)
    made = subprocess.run([*command, "build"], check=True, cwd=HERE, env=environment, capture_output=True, timeout=300)
    return where, json.loads(made.stdout)


def test_300_pages_of_20_reports_are_built_in_both_versions_within_150_megabytes(large):
    where, measured = large

    assert len(PdfReader(where / "restricted.pdf").pages) >= 300
    assert (where / "public.pdf").stat().st_size > 20_000_000
    assert measured["megabytes"] <= 150


@pytest.mark.skipif(shutil.which("qpdf") is None, reason="needs qpdf")
@pytest.mark.parametrize("name", ["public.pdf", "restricted.pdf"])
def test_qpdf_finds_nothing_wrong_with_a_large_pack(large, name):
    checked = subprocess.run(["qpdf", "--check", large[0] / name], capture_output=True, check=False, timeout=300)

    assert checked.returncode == 0, checked.stdout + checked.stderr
    assert b"No syntax or stream encoding errors found" in checked.stdout


def test_page_n_of_a_large_pack_is_the_same_page_in_both_versions(large):
    public, full = (PdfReader(large[0] / name) for name in ("public.pdf", "restricted.pdf"))
    there = dict(zip(full.page_labels, full.pages, strict=True))

    assert full.page_labels == [str(number) for number in range(1, len(full.pages) + 1)]
    for label, page in list(zip(public.page_labels, public.pages, strict=True))[::17]:
        assert f"Pack page {label} of {len(full.pages)}" in page.extract_text()
        assert f"Pack page {label} of {len(full.pages)}" in there[label].extract_text()
