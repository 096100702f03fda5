"""Migrations are numbered without a gap, and migrations/HEAD names the newest."""

import re

from tests.architecture.house import ROOT, tree

VERSIONS = sorted((ROOT / "migrations" / "versions").glob("*.py"))
MODELS = re.compile(r"^\s*(from|import) shp_gov", re.MULTILINE)


def test_head_names_the_newest():
    assert (ROOT / "migrations" / "HEAD").read_text().strip() == VERSIONS[-1].stem


def test_migrations_are_numbered_from_1_without_a_gap():
    assert [int(path.stem.split("_")[0]) for path in VERSIONS] == list(range(1, len(VERSIONS) + 1))


def test_each_migration_follows_the_one_before():
    names = [path.stem for path in VERSIONS]
    stated = [re.search(r"^down_revision\b.*= (.+)$", path.read_text(), re.MULTILINE) for path in VERSIONS]

    assert [line and line[1].strip("\"'") for line in stated] == ["None", *names[:-1]]


def test_a_migration_says_what_happens_to_the_rows_there_are_and_imports_no_models():
    for path in VERSIONS:
        assert tree(path).body, path.name
        assert path.read_text().startswith('"""'), path.name
        assert not MODELS.search(path.read_text()), path.name
