"""Imports go down the house; only the edges commit; one file asks the time."""

import ast
import re
import tomllib

import pytest

from tests.architecture.house import PACKAGE, ROOT, calls, functions, layer, listed, package_files, tree, where

EDGES = {"web", "cli"}
ASKS_THE_TIME = re.compile(
    r"^(?:\w+\.)*(?:datetime|date|dt)\.(?:now|today|utcnow)$|^time\.(?:time|localtime|gmtime|time_ns)$"
)


def test_the_contracts_of_the_house_hold(capsys):
    linter = pytest.importorskip("importlinter.cli", reason="import-linter is installed by .ci/run")

    status = linter.lint_imports(config_filename=str(ROOT / "pyproject.toml"), no_cache=True)

    assert status == linter.EXIT_STATUS_SUCCESS, capsys.readouterr().out


def test_the_contracts_name_every_layer():
    contracts = tomllib.loads((ROOT / "pyproject.toml").read_text())["tool"]["importlinter"]["contracts"]
    named = set(re.findall(r"\w+", " ".join(contracts[0]["layers"])))
    folders = {path.parent.name for path in PACKAGE.glob("*/*.py")}

    assert folders <= named


def test_only_web_and_cli_commit():
    commits = [
        where(path, call)
        for path in package_files()
        if layer(path) not in EDGES
        for name, call in calls(tree(path))
        if name.endswith(".commit")
    ]

    assert not commits, listed(commits)


def test_a_page_that_only_reads_never_commits():
    commits = [
        where(path, view)
        for path in package_files()
        if layer(path) == "web"
        for view in functions(path)
        if only_reads(view) and any(name.endswith(".commit") for name, _ in calls(view))
    ]

    assert not commits, listed(commits)


def only_reads(view):
    """Tell whether a view answers GET alone."""
    routes = [ast.unparse(decorator) for decorator in view.decorator_list if "blueprint." in ast.unparse(decorator)]
    return bool(routes) and not any(re.search(r"POST|PUT|DELETE|\.(post|put|delete)\(", route) for route in routes)


def test_nobody_but_the_clock_asks_the_time():
    asked = [
        where(path, call)
        for path in package_files()
        if path != PACKAGE / "clock.py"
        for name, call in calls(tree(path))
        if ASKS_THE_TIME.match(name)
    ]

    assert not asked, listed(asked)


@pytest.mark.parametrize("words", ["datetime.now", "date.today", "datetime.datetime.utcnow", "time.time"])
def test_every_way_to_ask_the_time_is_known(words):
    assert ASKS_THE_TIME.match(words)


@pytest.mark.parametrize("words", ["clock.now", "clock.today", "time.monotonic", "update.today"])
def test_asking_the_clock_is_allowed(words):
    assert not ASKS_THE_TIME.match(words)
