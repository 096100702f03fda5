"""What the pages of minutes on their way add to the table of permissions."""

from typing import Any

Lines = dict[str, dict[str, Any]]


def minutes_lines(by_officers: Any, on_record: Any, both: Any, on_record_by_both: Any, by_the_chair: Any) -> Lines:
    """Give the lines of these pages."""
    asked: tuple[tuple[Any, str], ...] = (
        (by_officers, "edit publish confirm correct_in_words"),
        (on_record, "reword add_decision answer correct"),
        (both, "remark"),
        (on_record_by_both, "suggest"),
    )
    lines: Lines = {f"minutes.{name}": {"GET": row, "POST": row} for row, names in asked for name in names.split()}
    lines |= {f"minutes.{name}": {"POST": by_officers} for name in ("draft", "send", "take_back", "send_decided")}
    lines |= {f"minutes.{name}": {"GET": both} for name in ("review", "versions", "version", "decided")}
    lines["minutes.take_back_correction"] = {"POST": on_record}
    lines["minutes.answer_decided"] = {"GET": by_the_chair, "POST": by_the_chair}
    return lines | {"minutes.agree": {"POST": by_the_chair}}
