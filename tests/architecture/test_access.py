"""The app does not start while any view lacks a declared permission."""

import pytest

from config import Settings
from shp_gov.app import create_app
from shp_gov.web.access import UnmarkedView, refuse_unmarked_views


@pytest.fixture
def another_app(tmp_path):
    return create_app(Settings(database_url=f"sqlite:///{tmp_path}/record.sqlite3", storage=tmp_path, secret_key="k"))


def test_removing_the_mark_of_any_view_stops_the_app(another_app):
    for endpoint, view in list(another_app.view_functions.items()):
        if endpoint == "static":
            continue
        another_app.view_functions[endpoint] = lambda: "unmarked"
        with pytest.raises(UnmarkedView, match=endpoint):
            refuse_unmarked_views(another_app)
        another_app.view_functions[endpoint] = view


def test_numbers_in_addresses_are_numbers(another_app):
    loose = [rule.rule for rule in another_app.url_map.iter_rules() if "_id>" in rule.rule and "<int:" not in rule.rule]

    assert loose == []
