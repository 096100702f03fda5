"""The minutes of a meeting: written, read by the chair, changed as suggested, put out as a draft."""

from shp_gov.web.minutes import answers, approval, chair, decided, editor, forgotten, versions
from shp_gov.web.minutes.blueprint import blueprint

__all__ = ["answers", "approval", "blueprint", "chair", "decided", "editor", "forgotten", "versions"]
