"""The site as its server would serve it some hours from now: SHP_GOV_TEST_HOURS says how many."""

import os
from datetime import UTC, datetime, timedelta

import time_machine

AHEAD = timedelta(hours=float(os.environ["SHP_GOV_TEST_HOURS"]))

time_machine.travel(datetime.now(UTC) + AHEAD).start()

from wsgi import app  # noqa: E402 the clock is moved before anything asks the time

__all__ = ["app"]
