"""The front door: it sets itself up once, starts over when interrupted, and says what is in the way.

A small project is made for each test, with a pip of our own that writes down what it was asked.
"""

import ast
import os
import shutil
import subprocess
import sys
import time
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
BASE_PYTHON = getattr(sys, "_base_executable", sys.executable)
PIP = """
import os, sys, time
from pathlib import Path
here = Path(__file__).resolve().parents[1]
with (here / "pip.log").open("a") as log:
    log.write(Path(sys.argv[-1]).name + "\\n")
(here / ".venv" / "half").write_text("a package, half copied")
while (here / "slow").exists():
    time.sleep(0.02)
(here / ".venv" / "half").unlink()
sys.exit(1 if (here / "offline").exists() else 0)
"""
COMMAND = "import os, sys; print(sys.prefix, sys.argv[1:], os.environ.get('SHP_GOV_ENV'))"

pytestmark = pytest.mark.skipif(os.name == "nt", reason="The set-up is tried on Linux only")


@pytest.fixture
def project(tmp_path):
    files = {
        "shp_gov/__init__.py": "",
        "shp_gov/__main__.py": (ROOT / "shp_gov/__main__.py").read_text(),
        "shp_gov/cli/__main__.py": COMMAND,
        "pip/__init__.py": "",
        "pip/__main__.py": PIP,
        "pytest.py": COMMAND,
        "requirements.txt": "# core\n",
        "requirements-dev.txt": "# dev\n",
    }
    for name, text in files.items():
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(text)
    return tmp_path


def start(project, *words, python=BASE_PYTHON):
    environment = {"HOME": str(project / "home"), "PATH": "/usr/bin:/bin"}
    command = [python, "-m", "shp_gov", *words]
    return subprocess.Popen(
        command, cwd=project, env=environment, text=True, stdout=subprocess.PIPE, stderr=subprocess.PIPE
    )


def run(project, *words, **options):
    process = start(project, *words, **options)
    out, err = process.communicate(timeout=60)
    return process.returncode, out, err


def installed(project):
    log = project / "pip.log"
    return log.read_text().split() if log.exists() else []


def wait_for(condition):
    until = time.monotonic() + 30
    while not condition():
        assert time.monotonic() < until, "waited too long"
        time.sleep(0.02)


def test_the_first_start_installs_and_the_second_starts_at_once(project):
    first = run(project, "rules", "list")
    second = run(project, "rules", "list")

    assert first[0] == second[0] == 0
    assert first[1] == second[1] == f"{project / '.venv'} ['rules', 'list'] None\n"
    assert "Installing requirements.txt" in first[2]
    assert second[2] == ""
    assert installed(project) == ["requirements.txt"]


def test_without_words_it_helps(project):
    assert "['--help']" in run(project)[1]


def test_testing_installs_more_and_leaves_the_demo_ready(project):
    assert "['-n', 'auto'" in run(project, "test")[1]
    assert "['tests/domain', '-x']" in run(project, "test", "tests/domain", "-x")[1]
    run(project, "demo")

    assert installed(project) == ["requirements-dev.txt"]


def test_a_new_lock_is_installed(project):
    run(project, "demo")
    (project / "requirements.txt").write_text("# another\n")
    run(project, "demo")

    assert installed(project) == ["requirements.txt", "requirements.txt"]


def test_what_another_lock_changed_is_installed_again(project):
    run(project, "test")
    (project / "requirements.txt").write_text("# another\n")
    run(project, "demo")
    run(project, "test")

    assert installed(project) == ["requirements-dev.txt", "requirements.txt", "requirements-dev.txt"]


def test_an_interrupted_installation_starts_over(project):
    (project / "slow").touch()
    killed = start(project, "demo")
    wait_for((project / ".venv/half").exists)
    killed.kill()
    killed.wait()
    (project / ".venv/left_over").touch()

    second = start(project, "demo")
    (project / "slow").unlink()

    assert "['demo']" in second.communicate(timeout=60)[0]
    assert killed.communicate(timeout=60)[0] == ""
    assert not (project / ".venv/left_over").exists()
    assert not (project / ".venv/half").exists()
    assert installed(project) == ["requirements.txt", "requirements.txt"]


def test_an_installation_that_failed_says_why_and_starts_over(project):
    (project / "offline").touch()
    code, out, err = run(project, "demo")
    (project / "offline").unlink()

    assert (code, out) == (1, "")
    assert "requirements.txt could not be installed" in err
    assert "Traceback" not in err
    assert run(project, "demo")[0] == 0


def test_two_starts_at_once_install_once(project):
    (project / "slow").touch()
    first, second = start(project, "demo"), start(project, "demo")
    wait_for((project / ".venv/half").exists)
    (project / "slow").unlink()

    outs = [process.communicate(timeout=60)[0] for process in (first, second)]

    assert outs[0] == outs[1]
    assert "['demo']" in outs[0]
    assert installed(project) == ["requirements.txt"]


def test_an_environment_made_by_hand_is_kept(project):
    subprocess.run([BASE_PYTHON, "-m", "venv", "--without-pip", project / ".venv"], check=True)
    (project / ".venv/mine").touch()
    run(project, "demo")

    assert (project / ".venv/mine").exists()


def test_an_environment_of_another_python_is_made_again(project):
    run(project, "demo")
    stamp = project / ".venv/.shp_gov"
    stamp.write_text(stamp.read_text().replace("python3", "python2"))
    (project / ".venv/left_over").touch()
    run(project, "demo")

    assert not (project / ".venv/left_over").exists()


def test_an_environment_whose_python_is_gone_is_made_again(project):
    run(project, "demo")
    (project / ".venv/bin/python").unlink()

    assert run(project, "demo")[0] == 0


@pytest.mark.skipif(os.geteuid() == 0, reason="Root may write anywhere")
def test_a_folder_that_cannot_be_written_to_is_named(project):
    project.chmod(0o555)
    code, _, err = run(project, "demo")
    project.chmod(0o755)

    assert code == 1
    assert f"{project} cannot be written to" in err


def test_a_python_without_pip_is_told_what_to_install(project):
    shutil.rmtree(project / "pip")
    (project / "sitecustomize.py").write_text(
        "import importlib.util\n"
        "real = importlib.util.find_spec\n"
        "importlib.util.find_spec = lambda name, *rest: None if name in ('pip', 'ensurepip') else real(name, *rest)\n"
    )
    environment = {"HOME": str(project), "PATH": "/usr/bin:/bin", "PYTHONPATH": str(project)}
    done = subprocess.run(
        [BASE_PYTHON, "-m", "shp_gov", "demo"], cwd=project, env=environment, text=True, capture_output=True
    )

    assert done.returncode == 1
    assert "apt-get install python3-venv" in done.stderr
    assert "Traceback" not in done.stderr


def test_an_older_python_gets_a_sentence(project):
    text = (project / "shp_gov/__main__.py").read_text()
    (project / "shp_gov/__main__.py").write_text(text.replace("OLDEST = (3, 11)", "OLDEST = (3, 99)"))
    code, _, err = run(project, "demo")

    assert code == 1
    assert err.startswith("shp_gov needs Python 3.11 or newer; this is 3.")
    assert not (project / ".venv").exists()


def test_an_older_python_can_read_the_front_door():
    text = (ROOT / "shp_gov/__main__.py").read_text()

    ast.parse(text, feature_version=(3, 6))
    assert "from __future__" not in text


def test_the_front_door_imports_the_standard_library_alone():
    tree = ast.parse((ROOT / "shp_gov/__main__.py").read_text())
    plain = [name.name for node in ast.walk(tree) if isinstance(node, ast.Import) for name in node.names]
    named = [node.module or "" for node in ast.walk(tree) if isinstance(node, ast.ImportFrom)]

    assert {name.split(".")[0] for name in plain + named} <= sys.stdlib_module_names
    assert (ROOT / "shp_gov/__init__.py").read_text().strip() == ""
