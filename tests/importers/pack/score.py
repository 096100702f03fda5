"""Count how much of an expected reading came back, for the packs of our own."""

from typing import Any

import pytest

Json = dict[str, Any]


def assert_read_as(found: Json, expected: Json) -> None:
    """Compare part by part, so that a failure names the part."""
    for part in ("pack", "minutes"):
        for field, value in expected[part].items():
            if found[part][field] != value:
                pytest.fail(f"{part}.{field} reads {found[part][field]!r}, not {value!r}")
    assert [_kind(action) for action in found["expected_actions"]] == [
        _kind(action) for action in expected["expected_actions"]
    ]


def _kind(action: Json) -> tuple[Any, ...]:
    return action["minute"], action["decision_index"], action["kind"]
