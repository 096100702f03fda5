"""What a file holds and does not show: asked of a process apart, for such a file comes from anywhere."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from pathlib import PurePath

from shp_gov.domain.errors import DomainError
from shp_gov.inspection.confinement import Crashed, Unfinished, run_apart
from shp_gov.inspection.kinds import Kind, kind_of

SECONDS = 60.0
LARGEST = 20 * 1000 * 1000
LOOKED_AT: Mapping[str, Kind] = {".docx": Kind.WORD, ".pdf": Kind.PDF}
SAVE_AS = "Save it as a Word document (.docx) or a PDF, and choose it again."
REFUSALS: Mapping[str, str] = {
    "locked": "is locked with a password. Save a copy without the password and choose that.",
    "damaged": "is damaged and cannot be opened. Open it in the program that made it, save it again, and choose it.",
    "too long": "has more than 1,500 pages. Leave out what nobody needs at the meeting.",
    "bomb": "unpacks to more than is safe to open. Save it without its pictures and choose it again.",
}


class FileRefused(DomainError):
    """A file that is not taken in."""


class HiddenKind(StrEnum):
    """A kind of thing that a file holds without showing it."""

    COMMENT = "comment"
    TRACKED_CHANGE = "tracked change"
    HIDDEN_TEXT = "hidden words"
    METADATA = "detail of the file"
    EMBEDDED = "embedded file"
    CUSTOM_DATA = "custom data"
    MACRO = "macro"
    OUTSIDE_LINK = "link to a file elsewhere"
    NOTE = "note on a page"
    FORM_FIELD = "form field"
    ACTION = "action that runs when it is opened"
    EARLIER_VERSION = "earlier version"
    LEFT_OVER = "left-over part"
    UNSEEN_WORDS = "words that cannot be seen"
    LAYER = "hidden layer"


@dataclass(frozen=True)
class Hidden:
    """One thing that a file holds without showing it: what, where, and its words where it has any."""

    kind: HiddenKind
    where: str = ""
    words: str = ""


def require_readable(content: bytes, name: str) -> Kind:
    """Refuse a file that is empty, too large, of another kind than we take, or not what its name says."""
    if not content:
        raise FileRefused(f"“{name}” is empty. Open it to check that it is the right file, then choose it again.")
    if len(content) > LARGEST:
        raise FileRefused(f"“{name}” is larger than 20 MB. Save it with smaller pictures and choose it again.")
    kind, suffix = kind_of(content), PurePath(name).suffix.lower()
    if kind not in LOOKED_AT.values():
        raise FileRefused(f"“{name}” is {kind}. {SAVE_AS}")
    if LOOKED_AT.get(suffix) is not kind:
        right = next(ending for ending, of in LOOKED_AT.items() if of is kind)
        raise FileRefused(f"“{name}” is {kind}, whatever its name says. Rename it to end in {right}, and choose it.")
    return kind


def inspect(content: bytes, name: str) -> tuple[Hidden, ...]:
    """List all that a file holds and does not show."""
    require_readable(content, name)
    answer = json.loads(_apart("shp_gov.inspection.inspect_process", content, name))
    if "refusal" in answer:
        raise FileRefused(f"“{name}” {REFUSALS[answer['refusal']]}")
    return tuple(Hidden(HiddenKind(kind), where, words) for kind, where, words in answer["hidden"])


def clean(content: bytes, name: str) -> bytes:
    """Make a copy that holds only what it shows."""
    require_readable(content, name)
    answer = _apart("shp_gov.inspection.clean_process", content, name)
    if answer.startswith(b"refusal "):
        raise FileRefused(f"“{name}” {REFUSALS[answer.removeprefix(b'refusal ').decode()]}")
    return answer


def _apart(module: str, content: bytes, name: str) -> bytes:
    try:
        return run_apart(module, content, seconds=SECONDS)
    except Unfinished as fault:
        raise FileRefused(f"“{name}” took too long to look through. Save it as a new file, or in parts.") from fault
    except Crashed as fault:
        raise FileRefused(f"“{name}” {REFUSALS['damaged']}") from fault
