"""The actions page of an officer, at each size, beside the two floors on the same record."""

import math
import tempfile
import urllib.request
from collections.abc import Callable

from benchmarks import gen, load
from benchmarks.signing import app_on, cookie_for

PAGE = f"/bodies/{gen.BODY['slug']}/actions"
NOISY = 1.3
AT_MOST_RICH = 2.0
AT_MOST_EXPONENT = 0.05


def run(sizes: list[int], *, rounds: int, seconds: int, say: Callable[[str], None]) -> bool:
    """Measure the page at each size; tell whether it keeps its goals."""
    kept, times = True, {}
    for size in sizes:
        with tempfile.TemporaryDirectory() as folder:
            ours, ratio, noisy = _one_size(f"sqlite:///{folder}/record.sqlite3", size, rounds, seconds, say)
        times[size] = ours
        kept = kept and (noisy or ratio <= AT_MOST_RICH)
    if len(times) > 1:
        kept = _scales(times, say) and kept
    return kept


def _one_size(url: str, size: int, rounds: int, seconds: int, say: Callable[[str], None]) -> tuple[float, float, bool]:
    digest = gen.make(url, size)
    with (
        load.served("benchmarks.floor.bare:app", url) as bare,
        load.served("benchmarks.floor.rich:app", url) as rich,
        load.served("wsgi:app", url) as ours,
    ):
        targets = [
            load.Target("bare", f"{bare}/"),
            load.Target("rich", f"{rich}/", _floor_cookie(rich)),
            load.Target("ours", f"{ours}{PAGE}", cookie_for(app_on(url))),
        ]
        _verify(targets)
        times = load.measured(targets, rounds, seconds)
    bare_ms, rich_ms, ours_ms = (load.middle(times[name]) for name in ("bare", "rich", "ours"))
    noisy = load.spread(times["rich"]) > NOISY
    verdict = "noisy, rerun" if noisy else "kept" if ours_ms <= AT_MOST_RICH * rich_ms else "MISSED"
    say(
        f"{size:>7} actions: bare {bare_ms:.2f} ms, rich {rich_ms:.2f} ms, ours {ours_ms:.2f} ms, "
        f"{ours_ms / rich_ms:.2f} x rich ({verdict}), record {digest[:12]}"
    )
    return ours_ms, ours_ms / rich_ms, noisy


def _verify(targets: list[load.Target]) -> None:
    """See that every page shows 25 actions before anything is timed."""
    for target in targets:
        shown = target.fetch().count("Arrange ")
        if shown < 25:
            raise SystemExit(f"{target.name} shows {shown} actions, not 25: there is nothing to compare.")


def _floor_cookie(address: str) -> str:
    with urllib.request.urlopen(f"{address}/sign-in", timeout=30) as answer:
        return str(answer.headers["Set-Cookie"]).split(";")[0]


def _scales(times: dict[int, float], say: Callable[[str], None]) -> bool:
    small, large = min(times), max(times)
    exponent = math.log(times[large] / times[small]) / math.log(large / small)
    kept = exponent <= AT_MOST_EXPONENT
    say(f"From {small} to {large} actions: exponent {exponent:.3f} ({'kept' if kept else 'MISSED'}).")
    return kept
