"""The production server: what is unsafe is refused before it listens, and it stops when told to."""

import os
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request

import pytest
from click.testing import CliRunner

from config import ROOT, Settings
from shp_gov.app import create_app
from shp_gov.cli import serve
from shp_gov.cli.__main__ import main

STRONG = "hV3-kq9ZtB7wX1mP_Yc5RfL8dJ0sNgUaE2oTi6"


@pytest.fixture
def free_port():
    with socket.socket() as found:
        found.bind(("127.0.0.1", 0))
        return found.getsockname()[1]


@pytest.fixture
def environment(tmp_path):
    """Everything that production needs, on a database of its own."""
    unset = {name: None for name in os.environ if name.startswith("SHP_GOV_")}
    return {
        **unset,
        "SHP_GOV_SECRET_KEY": STRONG,
        "SHP_GOV_DATABASE_URL": f"sqlite:///{tmp_path}/record.sqlite3",
        "SHP_GOV_STORAGE": str(tmp_path / "files"),
    }


def run(environment, *words):
    return CliRunner().invoke(main, ["serve", *words], env=environment)


@pytest.mark.parametrize("secret", ["", "too-short"])
def test_a_weak_or_missing_secret_is_refused(environment, secret):
    result = run({**environment, "SHP_GOV_SECRET_KEY": secret})

    assert result.exit_code == 1
    assert "SHP_GOV_SECRET_KEY" in result.output


def test_an_address_without_https_is_refused(environment):
    result = run({**environment, "SHP_GOV_BASE_URL": "http://partnership.example.org"})

    assert result.exit_code == 1
    assert "starts with https://" in result.output


def test_a_port_in_use_is_refused(environment, free_port):
    with socket.create_server(("127.0.0.1", free_port)):
        result = run(environment, "--port", str(free_port))

    assert result.exit_code == 1
    assert "Choose another --port" in result.output


def test_an_older_database_is_refused(environment, free_port, monkeypatch):
    CliRunner().invoke(main, ["database", "upgrade"], env=environment)
    monkeypatch.setattr("shp_gov.schema.NEWEST", "0999_later")
    result = run(environment, "--port", str(free_port))

    assert result.exit_code == 1
    assert "python3 -m shp_gov database upgrade" in result.output


def test_windows_is_told_what_to_use(monkeypatch):
    monkeypatch.setattr(serve.sys, "platform", "win32")

    with pytest.raises(serve.ConfigurationError, match="On Windows"):
        serve.run(Settings(), port=8000)


def test_the_server_opens_no_control_socket():
    assert "--no-control-socket" in serve.server_words(port=8000, workers=2, host="127.0.0.1")


def test_the_app_is_read_once_for_all_its_processes_and_opens_nothing_that_they_would_share(tmp_path):
    assert "--preload" in serve.server_words(port=8000, workers=2, host="127.0.0.1")
    record = tmp_path / "record.sqlite3"

    create_app(Settings(database_url=f"sqlite:///{record}", storage=tmp_path, secret_key="tests only " * 4))

    assert not record.exists(), "a connection opened before the processes part would be one for all of them"


def test_it_serves_and_stops_when_told_to(environment, free_port, tmp_path):
    given = {name: value for name, value in environment.items() if value} | {"PATH": os.environ["PATH"]}
    given["HOME"] = str(tmp_path)
    words = [sys.executable, "-m", "shp_gov.cli", "serve", "--port", str(free_port), "--workers", "1"]
    server = subprocess.Popen(words, cwd=ROOT, env=given, stderr=subprocess.PIPE, text=True)
    try:
        assert answer(f"http://127.0.0.1:{free_port}/sign-in", server) == 200
        assert answer(f"http://127.0.0.1:{free_port}/no-such-page", server) == 404
    finally:
        server.terminate()
        server.communicate(timeout=20)

    assert server.returncode == 0
    assert not (tmp_path / ".gunicorn").exists()


def answer(url, server, seconds=30):
    until = time.monotonic() + seconds
    while time.monotonic() < until and server.poll() is None:
        try:
            with urllib.request.urlopen(url) as response:
                return response.status
        except urllib.error.HTTPError as refusal:
            with refusal:
                return refusal.code
        except urllib.error.URLError:
            time.sleep(0.1)
    return None
