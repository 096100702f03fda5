"""How the machine is run: each run new from its first step to its last, none cut short, none nearly another again."""

import os
from collections import Counter
from collections.abc import Sequence
from typing import Any

import hypothesis
from hypothesis import HealthCheck, Phase, reproduce_failure, seed, settings
from hypothesis import strategies as st
from hypothesis.internal.conjecture.providers import AVAILABLE_PROVIDERS
from hypothesis.stateful import initialize, run_state_machine_as_test

from tests.machine.core import STEPS
from tests.machine.machine import Cycle
from tests.machine.world import STAGES, Place

# By its usual, Hypothesis begins with short runs and then changes parts of runs it made, of which many break off.
# Under another name the same draws are made afresh for each run, and what fails is made smaller as always.
AFRESH = "afresh"
AGAIN = os.environ.get("SHP_GOV_MACHINE_AGAIN", "").encode()
AVAILABLE_PROVIDERS[AFRESH] = AVAILABLE_PROVIDERS["hypothesis"]


def work(
    place: Place, *, runs: int, number: int | None = None, begins: Sequence[str] = tuple(STAGES), is_shrunk: bool = True
) -> Counter[str]:
    """Run the machine, the same way each time where a number is given, and count what was done."""
    done: Counter[str] = Counter()
    machine = type("Partnership", (Cycle,), {"place": place, "done": done, "begin": _beginning(begins)})
    if number is not None:
        machine = seed(number)(machine)
    if AGAIN:
        machine = reproduce_failure(hypothesis.__version__, AGAIN)(machine)
    run_state_machine_as_test(machine, settings=_settings(runs, is_shrunk=is_shrunk))
    return done


def _beginning(stages: Sequence[str]) -> Any:
    @initialize(stage=st.sampled_from(stages))
    def begin(self: Cycle, stage: str) -> None:
        self.begin_at(stage)

    return begin


def _settings(runs: int, *, is_shrunk: bool) -> settings:
    return settings(
        backend=AFRESH,
        max_examples=runs,
        stateful_step_count=STEPS + 1,  # to begin is the first
        phases=(Phase.generate, Phase.shrink) if is_shrunk else (Phase.generate,),
        report_multiple_bugs=False,
        database=None,
        deadline=None,
        print_blob=True,
        suppress_health_check=list(HealthCheck),
    )
