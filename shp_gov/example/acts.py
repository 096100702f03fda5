"""An act of the example: something done at a moment, in the order of time."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime

Deed = Callable[[], object]


@dataclass(frozen=True)
class Act:
    """Something done at a moment."""

    at: datetime
    do: Deed
