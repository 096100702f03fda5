"""What is in the repository: no path of one machine, no host of a package registry, locks that agree."""

import re
import shutil
import subprocess
import tomllib

import pytest

from tests.architecture.house import ROOT

HERE = "tests/architecture/test_repository.py"
MACHINE = re.compile(
    r"(?<![\w.])/(?:work|root|home/\w+|Users/\w+)/"
    r"|pypi\.org|pythonhosted\.org|registry\.npmjs\.org|--(?:extra-)?index-url|--find-links"
)
ALLOWED = {HERE, "scripts/lock.sh"}
PIN = re.compile(r"^([\w.-]+)==(\S+)", re.MULTILINE)


def tracked():
    if not shutil.which("git") or not (ROOT / ".git").exists():
        pytest.skip("This copy is not a git checkout")
    listed = subprocess.run(["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, text=True, check=True).stdout
    return [ROOT / name for name in listed.split("\0") if name and (ROOT / name).is_file()]


def lines_with(pattern, path):
    try:
        text = path.read_text()
    except UnicodeDecodeError:
        return []
    return [f"{path.relative_to(ROOT)}: {line.strip()[:80]}" for line in text.splitlines() if pattern.search(line)]


def test_no_file_names_a_machine_or_a_package_registry():
    files = [path for path in tracked() if str(path.relative_to(ROOT)) not in ALLOWED]

    assert [line for path in files for line in lines_with(MACHINE, path)] == []


def pins(name):
    return dict(PIN.findall((ROOT / name).read_text()))


@pytest.mark.parametrize("larger", ["requirements-dev.txt", "requirements-ci.txt"])
def test_a_larger_lock_holds_the_core_lock(larger):
    assert pins("requirements.txt").items() <= pins(larger).items()


@pytest.mark.parametrize("name", ["requirements.txt", "requirements-dev.txt", "requirements-ci.txt"])
def test_every_pin_of_a_lock_has_a_hash(name):
    text = (ROOT / name).read_text()

    assert all("--hash=sha256:" in pin for pin in re.split(r"\n(?=\w)", text) if PIN.match(pin))


def test_the_core_lock_holds_every_dependency():
    project = tomllib.loads((ROOT / "pyproject.toml").read_text())["project"]
    names = {re.split(r"[\[<>=;!~ ]", wanted)[0].lower() for wanted in project["dependencies"]}

    assert names <= {name.lower() for name in pins("requirements.txt")}


def test_warnings_are_errors_in_tests():
    project = tomllib.loads((ROOT / "pyproject.toml").read_text())

    assert "error" in project["tool"]["pytest"]["ini_options"]["filterwarnings"]


def test_the_gate_can_be_run():
    assert (ROOT / ".ci" / "run").stat().st_mode & 0o111
