"""Who may open the pages of the diary, of a body's settings and of what happens between meetings: part of the table."""

from typing import TypeVar

Line = TypeVar("Line")
ASKED = (
    "diary.call",
    "diary.year",
    "diary.move",
    "diary.postpone",
    "diary.cancel",
    "past.enter",
    "past.take_up",
    "past.finish",
    "between.record",
    "between.change",
    "between.ratify",
    "settings.names",
    "settings.numbering",
    "settings.years",
    "settings.back_plan",
    "settings.texts",
    "settings.add_standing",
    "settings.standing_item",
)


def diary_lines(
    officers: Line, any_officer: Line, everybody: Line, on_record_by_officers: Line
) -> dict[str, dict[str, Line]]:
    """Give the lines: what is asked of officers of the body, of any officer, and what everybody may read."""
    return {
        **{endpoint: {"GET": officers, "POST": officers} for endpoint in ASKED},
        "diary.calendar": {"GET": any_officer},
        "diary.new": {"GET": any_officer},
        "cycle.show": {"GET": officers},
        "settings.show": {"GET": officers},
        "settings.standing_items": {"GET": officers},
        "settings.place_standing": {"POST": officers},
        "settings.forget_year": {"POST": officers},
        "between.index": {"GET": everybody},
        "between.referrals": {"GET": everybody},
        "between.refer": {"GET": on_record_by_officers, "POST": on_record_by_officers},
        "between.answer": {"GET": on_record_by_officers, "POST": on_record_by_officers},
    }
