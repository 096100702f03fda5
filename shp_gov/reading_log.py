"""Who read what is private: a line in a file for each reading. It is no part of the audit chain."""

import json
import os
from pathlib import Path

from flask import current_app

from shp_gov import clock
from shp_gov.domain.permissions import Viewer

NAME = "reading.log"


def note(who: Viewer, kind: str, number: int) -> None:
    """Write down that somebody read something: by its number, never in its words."""
    line = {"at": clock.now().isoformat(), "user_id": who.user_id, "name": who.name, "read": kind, "id": number}
    path = Path(current_app.config["STORAGE"]) / NAME
    path.parent.mkdir(parents=True, exist_ok=True)
    with os.fdopen(os.open(path, os.O_WRONLY | os.O_APPEND | os.O_CREAT, 0o600), "ab") as file:
        file.write(json.dumps(line).encode() + b"\n")
