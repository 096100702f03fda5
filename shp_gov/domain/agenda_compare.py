"""What differs between two versions of an agenda, in sentences."""

from collections.abc import Iterator, Mapping, Sequence
from difflib import SequenceMatcher
from typing import Any

Contents = Mapping[str, Any]
Item = Mapping[str, Any]
MEETING = {"on": "The day", "starts_at": "The time", "venue": "The place", "mode": "How people attend"}
SAID = {
    "section": "heading",
    "presenter": "presenter",
    "purpose": "purpose",
    "minutes_allowed": "minutes",
    "exempt_paragraph": "paragraph",
    "public_interest_reason": "public-interest reason",
    "public_title": "public title",
    "urgency_reason": "special circumstances",
}
NOTHING = "nothing"


def without_reports(contents: Contents) -> dict[str, Any]:
    """Leave the reports out: the chair agrees what is on the agenda, and a report may be handed in later."""
    items = [{name: value for name, value in item.items() if name != "reports"} for item in contents["items"]]
    return {**contents, "items": items}


def changes(old: Contents, new: Contents) -> list[str]:
    """List what a version says that the one before did not."""
    before, after = ({item["id"]: item for item in contents["items"]} for contents in (old, new))
    stayed = [key for key in after if key in before]
    return [
        *(f"{name} was {old[key] or NOTHING}." for key, name in MEETING.items() if old.get(key) != new.get(key)),
        *(f"Item {_named(after[key])} is new." for key in after if key not in before),
        *(
            f"“{before[key]['title']}”, which was item {before[key]['number']}, is gone."
            for key in before
            if key not in after
        ),
        *_moved(list(before), list(after), before, after),
        *(words for key in stayed for words in _changed(before[key], after[key])),
    ]


def _named(item: Item) -> str:
    return f"{item['number']}, “{item['title']}”,"


def _moved(
    old: Sequence[int], new: Sequence[int], before: Mapping[int, Item], after: Mapping[int, Item]
) -> Iterator[str]:
    """Name what was moved: as few items as explain the new order."""
    was, now = [key for key in old if key in after], [key for key in new if key in before]
    kept = {
        was[at]
        for block in SequenceMatcher(None, was, now, autojunk=False).get_matching_blocks()
        for at in range(block.a, block.a + block.size)
    }
    for key in now:
        if key not in kept:
            yield f"“{after[key]['title']}” moved from {before[key]['number']} to {after[key]['number']}."


def _changed(old: Item, new: Item) -> Iterator[str]:
    item = f"Item {new['number']}"
    if old["title"] != new["title"]:
        yield f"{item} was called “{old['title']}”. It is now “{new['title']}”."
    if old["is_exempt"] != new["is_exempt"]:
        yield f"{item} is now {'private' if new['is_exempt'] else 'open to the public'}."
    if old["is_urgent"] != new["is_urgent"]:
        yield f"{item} is {'now' if new['is_urgent'] else 'no longer'} urgent."
    for name, word in SAID.items():
        if old[name] != new[name]:
            yield f"{item}: the {word} is {new[name] or NOTHING}. It was {old[name] or NOTHING}."
    if old["withdrawn_because"] != new["withdrawn_because"]:
        yield f"{item} is withdrawn: {new['withdrawn_because']}"
    yield from _papers(item, old.get("reports", ()), new.get("reports", ()))


def _papers(item: str, old: Sequence[Item], new: Sequence[Item]) -> Iterator[str]:
    was = {report["id"]: report for report in old}
    for report in new:
        if report["id"] not in was:
            yield f"{item} has a report: “{report['subject']}”."
        elif was[report["id"]] != report:
            yield f"{item}: its report “{report['subject']}” changed."
