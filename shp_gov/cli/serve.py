"""The production server on the configured database."""

import os
import socket
import sys
from contextlib import closing
from dataclasses import replace

import click

import config
from config import ROOT, ConfigurationError, Environment, Settings
from shp_gov.cli.opening import make_ready

THREADS = 4


@click.command("serve")
@click.option("--port", type=click.IntRange(1, 65535), default=8000, show_default=True, help="Where to listen.")
@click.option("--workers", type=click.IntRange(1, 64), default=2, show_default=True, help="How many processes serve.")
@click.option("--host", default="127.0.0.1", show_default=True, help="Which address of this machine to listen on.")
def serve(port: int, workers: int, host: str) -> None:
    """Serve the configured database, behind a reverse proxy that speaks HTTPS.

    Settings are environment variables; docs/operations.md lists them.
    """
    settings = config.read(os.environ, otherwise=Environment.PRODUCTION)
    if "SHP_GOV_BASE_URL" not in os.environ:
        settings = replace(settings, base_url=f"http://127.0.0.1:{port}")
        click.echo("SHP_GOV_BASE_URL is not set, so only this machine can sign in.", err=True)
    run(settings, port=port, workers=workers, host=host)


def run(settings: Settings, *, port: int, workers: int = 2, host: str = "127.0.0.1") -> None:
    """Check what can be checked beforehand, then become the server."""
    if sys.platform == "win32":
        raise ConfigurationError("serve runs on Linux and macOS. On Windows, use WSL or a server that loads wsgi:app.")
    require_free(host, port)
    make_ready(settings.database_url)
    click.echo(f"Serving {settings.base_url} (stop with Ctrl-C)", err=True)
    os.environ.update(as_environment(settings))
    os.chdir(ROOT)
    os.execv(sys.executable, [sys.executable, "-m", *server_words(port=port, workers=workers, host=host)])  # noqa: S606


def require_free(host: str, port: int) -> None:
    """Refuse an address that cannot be listened on."""
    with closing(socket.socket(socket.AF_INET6 if ":" in host else socket.AF_INET)) as trial:
        trial.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            trial.bind((host, port))
        except OSError as error:
            raise ConfigurationError(
                f"Cannot listen on {host}:{port}: {error.strerror}. Choose another --port."
            ) from error


def as_environment(settings: Settings) -> dict[str, str]:
    """Write the settings that a command may have changed as the server will read them."""
    return {
        "SHP_GOV_ENV": settings.environment,
        "SHP_GOV_DATABASE_URL": settings.database_url,
        "SHP_GOV_STORAGE": str(settings.storage),
        "SHP_GOV_SECRET_KEY": settings.secret_key,
        "SHP_GOV_BASE_URL": settings.base_url,
    }


def server_words(*, port: int, workers: int, host: str) -> list[str]:
    """Name the server and how it runs: the app is read once for all its processes, each with threads.

    It makes no control socket in anybody's home.
    """
    address = f"[{host}]:{port}" if ":" in host else f"{host}:{port}"
    return [
        *("gunicorn", "wsgi:app"),
        *("--bind", address, "--workers", str(workers), "--worker-class", "gthread", "--threads", str(THREADS)),
        *("--preload", "--no-control-socket", "--log-level", "warning"),
    ]
