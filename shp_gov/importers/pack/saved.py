"""A reading as it is kept: dataclasses to plain JSON and back, and the corrections that officers put in place."""

import types
import typing
from collections.abc import Iterable, Mapping
from copy import deepcopy
from dataclasses import fields, is_dataclass
from datetime import date
from enum import Enum
from typing import Any

from shp_gov.importers.pack import typed as words_typed
from shp_gov.importers.pack.reading import PackReading
from shp_gov.importers.pack.typed import CorrectionRefused

HINTS: dict[Any, dict[str, Any]] = {}
YES_OR_NO = {"yes": True, "true": True, "no": False, "false": False}


def as_json(value: Any) -> Any:
    """Turn a reading, or a part of one, into plain JSON."""
    if is_dataclass(value) and not isinstance(value, type):
        return {each.name: as_json(getattr(value, each.name)) for each in fields(value)}
    if isinstance(value, tuple | list):
        return [as_json(each) for each in value]
    if isinstance(value, Enum):
        return value.value
    return value.isoformat() if isinstance(value, date) else value


def pack_from_json(kept: Mapping[str, Any]) -> PackReading:
    """Turn plain JSON back into a reading. What an older reading did not have is taken as not read."""
    reading: PackReading = _built(PackReading, kept)
    return reading


def _hints(kind: Any) -> dict[str, Any]:
    if kind not in HINTS:
        HINTS[kind] = typing.get_type_hints(kind)
    return HINTS[kind]


def _built(kind: type[Any], kept: Mapping[str, Any]) -> Any:
    hints = _hints(kind)
    return kind(**{name: _value(hints[name], value) for name, value in kept.items() if name in hints})


def _value(hint: Any, kept: Any) -> Any:
    hint = _without_none(hint)
    if kept is None:
        return None
    if typing.get_origin(hint) is tuple:
        return tuple(_value(typing.get_args(hint)[0], each) for each in kept)
    if isinstance(hint, type) and issubclass(hint, date):
        return date.fromisoformat(kept)
    if isinstance(hint, type) and issubclass(hint, Enum):
        return hint(kept)
    return _built(hint, kept) if is_dataclass(hint) and isinstance(hint, type) else kept


def _without_none(hint: Any) -> Any:
    if typing.get_origin(hint) in (typing.Union, types.UnionType):
        return next(each for each in typing.get_args(hint) if each is not type(None))
    return hint


def corrected(kept: Mapping[str, Any], corrections: Mapping[str, str | None]) -> dict[str, Any]:
    """Put the corrections in place of what was read. An empty one takes a line of a list out."""
    whole = deepcopy(dict(kept))
    taken_out = [path for path, value in corrections.items() if value is None and path.rpartition(".")[2].isdecimal()]
    for path, value in corrections.items():
        if path not in taken_out:
            _put(whole, path, value)
    for path in sorted(taken_out, key=_place, reverse=True):
        holder, last = _holder(whole, path)
        del holder[int(last)]
    return whole


def _place(path: str) -> list[tuple[bool, int, str]]:
    return [(part.isdecimal(), int(part) if part.isdecimal() else 0, part) for part in path.split(".")]


def _put(whole: dict[str, Any], path: str, value: str | None) -> None:
    holder, last = _holder(whole, path)
    holder[_step(holder, last, path)] = typed(path, value)


def _holder(whole: Any, path: str) -> tuple[Any, str]:
    *way, last = path.split(".")
    for part in way:
        whole = whole[_step(whole, part, path)]
    _step(whole, last, path)
    return whole, last


def _step(holder: Any, part: str, path: str) -> Any:
    if isinstance(holder, dict) and part in holder:
        return part
    if isinstance(holder, list) and part.isdecimal() and int(part) < len(holder):
        return int(part)
    raise CorrectionRefused(f"Nothing was read at “{path[:80]}”, so it cannot be corrected. Open the reading again.")


def typed(path: str, value: str | None) -> Any:
    """Turn the words of a correction into the kind of value that belongs at its path, or refuse them."""
    hint = _hint_at(path)
    words = value.strip() if value is not None else ""
    if not words:
        return _nothing(hint, path)
    kind = _without_none(hint)
    if is_dataclass(kind) or typing.get_origin(kind) is tuple:
        raise CorrectionRefused(f"“{path[:80]}” is not a single value. Correct one of its parts.")
    try:
        return as_json(YES_OR_NO[words.casefold()] if kind is bool else _parsed(kind, words, path))
    except (ValueError, KeyError):
        raise CorrectionRefused(f"“{words[:60]}” cannot stand here. {_wanted(kind)}") from None


def _nothing(hint: Any, path: str) -> None:
    if hint is not _without_none(hint):
        return
    name = path.rpartition(".")[2].replace("_", " ")
    raise CorrectionRefused(f"The {name} cannot be left empty. Enter what the pack says, or take the line out.")


def _parsed(kind: Any, words: str, path: str) -> Any:
    if issubclass(kind, date):
        return words_typed.day(words)
    return words_typed.reader_of(path)(words) if kind is str else kind(words)


def _wanted(kind: Any) -> str:
    if kind is bool:
        return "Enter yes or no."
    return "Enter a number." if kind is int else "Choose one of the values offered."


def _hint_at(path: str) -> Any:
    hint: Any = PackReading
    for part in path.split("."):
        hint = _without_none(hint)
        if part.isdecimal() and typing.get_origin(hint) is tuple:
            hint = typing.get_args(hint)[0]
        elif isinstance(hint, type) and is_dataclass(hint) and part in _hints(hint):
            hint = _hints(hint)[part]
        else:
            raise CorrectionRefused(f"Nothing was read at “{path[:80]}”, so it cannot be corrected.")
    return hint


def paths_under(prefix: str, paths: Iterable[str]) -> frozenset[str]:
    """List the fields directly under a place that were corrected: "title" for "minutes.minutes.3.title"."""
    found = (path.removeprefix(f"{prefix}.") for path in paths if path.startswith(f"{prefix}."))
    return frozenset(name for name in found if "." not in name)
