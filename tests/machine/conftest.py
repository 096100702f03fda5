"""The partnerships that every run begins with, made once."""

import gc
from collections.abc import Iterator

import pytest

from tests.machine.world import Place, a_place


@pytest.fixture(scope="session")
def place(tmp_path_factory: pytest.TempPathFactory, worker_id: str) -> Iterator[Place]:
    """Make the app, its database and the partnerships; a run undoes all that it does to them."""
    made = a_place(tmp_path_factory.mktemp("machine"), f"{worker_id}_machine")
    gc.collect()
    gc.freeze()
    yield made
    gc.unfreeze()
    made.engine.dispose()
