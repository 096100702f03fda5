"""Reading the file of an area, and refusing what cannot be right by the name of the file and of the body."""

import tomllib
from collections.abc import Mapping
from typing import Any

from shp_gov.domain.areas.area import PROBATION, Area, AreaBody, BadArea, Part, TakesPart
from shp_gov.domain.areas.participants import descriptions

SHARED = "shared/"
KNOWN_KEYS = {"slug", "name", "also", "shares", "body", "part", "takes_part"}
KEYS_OF_A_BODY = {"name", "type", "known_as", "also", "from", "to", "followed_by", "basis", "to_be_confirmed"}

Texts = Mapping[str, str]


def read(file_name: str, text: str, *, beside: Texts | None = None) -> Area:
    """Read the file of one area. `beside` holds the files that it may name: "shared/cleveland" and other areas."""
    try:
        return _area(file_name, text, beside or {})
    except tomllib.TOMLDecodeError as error:
        raise BadArea(f"{file_name}: not TOML: {error}.") from error
    except KeyError as missing:
        raise BadArea(f"{file_name}: {missing} is missing.") from missing


def _area(file_name: str, text: str, beside: Texts) -> Area:
    content = tomllib.loads(text)
    _refuse_unknown_keys(content, KNOWN_KEYS, file_name)
    parts = tuple(_part(row, file_name, beside) for row in content.get("part", ()))
    own = content["body"] if not parts else content.get("body", ())
    shared = [_shared(name, file_name, beside) for name in content.get("shares", ())]
    bodies = [_body(row, file_name) for row in own] + [body for held, _ in shared for body in held]
    bodies += [body for part in parts for body in part.area.bodies]
    takes_part = [row for _, held in shared for row in held]
    takes_part += [_takes_part(row, file_name) for row in content.get("takes_part", ())]
    also = tuple(content.get("also", ()))
    area = Area(content["slug"], content["name"], tuple(dict.fromkeys(bodies)), also, parts, tuple(takes_part))
    _refuse_unknown_successors(area, file_name)
    return area


def _shared(name: str, file_name: str, beside: Texts) -> tuple[list[AreaBody], list[TakesPart]]:
    where = f"{SHARED}{name}"
    content = tomllib.loads(_beside(where, file_name, beside))
    _refuse_unknown_keys(content, {"body", "takes_part"}, where)
    takes_part = [_takes_part(row, where) for row in content.get("takes_part", ())]
    return [_body(row, where) for row in content["body"]], takes_part


def _part(row: Mapping[str, Any], file_name: str, beside: Texts) -> Part:
    area = read(row["area"], _beside(row["area"], file_name, beside), beside=beside)
    if area.parts:
        raise BadArea(f"{file_name}: {area.name} is combined of others itself. Name those areas instead.")
    part = Part(area, row["from"], row.get("to"), row["basis"])
    if part.to_on and part.to_on < part.from_on:
        raise BadArea(f"{file_name}: {area.name} leaves before it joins.")
    return part


def _beside(name: str, file_name: str, beside: Texts) -> str:
    if name not in beside:
        raise BadArea(f"{file_name}: it names {name}, and there is no such file.")
    return beside[name]


def _body(row: Mapping[str, Any], file_name: str) -> AreaBody:
    _refuse_unknown_keys(row, KEYS_OF_A_BODY, f"{file_name}: {row['name']}")
    body = AreaBody(
        name=row["name"],
        type=row["type"],
        known_as=row.get("known_as", row["name"]),
        also=tuple(row.get("also", ())),
        from_on=row.get("from"),
        to_on=row.get("to"),
        followed_by=tuple(row.get("followed_by", ())),
        basis=row.get("basis"),
        to_be_confirmed=row.get("to_be_confirmed"),
    )
    if body.from_on and body.to_on and body.to_on < body.from_on:
        raise BadArea(f"{file_name}: {body.name} ends before it begins.")
    if body.type == PROBATION and not (body.basis and body.from_on):
        raise BadArea(f"{file_name}: {body.name} needs a first day and the basis of its standing.")
    return body


def _takes_part(row: Mapping[str, Any], file_name: str) -> TakesPart:
    _refuse_unknown_keys(row, {"description", "applicable", "organisations", "note"}, file_name)
    organisations = tuple(row.get("organisations", ()))
    if row["description"] not in descriptions():
        raise BadArea(f"{file_name}: there is no description {row['description']}.")
    return TakesPart(row["description"], row.get("applicable", True), organisations, row.get("note", ""))


def _refuse_unknown_keys(row: Mapping[str, Any], known: set[str], where: str) -> None:
    if unknown := sorted(set(row) - known):
        raise BadArea(f"{where}: it does not know {', '.join(unknown)}. Known: {', '.join(sorted(known))}.")


def _refuse_unknown_successors(area: Area, file_name: str) -> None:
    names = {body.name for body in area.bodies}
    for body in area.bodies:
        if unknown := set(body.followed_by) - names:
            raise BadArea(
                f"{file_name}: {body.name} is followed by {', '.join(sorted(unknown))}, who is not in the file."
            )
