"""Read the environment into settings. What is missing or unsafe is said in a sentence, before anything starts."""

import secrets
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from enum import StrEnum
from pathlib import Path
from tempfile import NamedTemporaryFile
from urllib.parse import SplitResult, parse_qs, unquote, urlsplit

ROOT = Path(__file__).resolve().parent
INSTANCE = ROOT / "instance"
MAIL_PORTS = {"smtp": 587, "smtps": 465}
DATABASES = {
    "sqlite": "sqlite",
    "postgres": "postgresql+psycopg",
    "postgresql": "postgresql+psycopg",
    "postgresql+psycopg": "postgresql+psycopg",
}
THIS_MACHINE = frozenset({"127.0.0.1", "localhost", "::1"})
WEAK_WORDS = ("secret", "password", "change", "example", "1234")
HOW_TO_MAKE_ONE = 'Make one with: python3 -c "import secrets; print(secrets.token_urlsafe(48))"'


class ConfigurationError(Exception):
    """A setting is missing or unsafe; the message says which, and what to do."""


class Environment(StrEnum):
    """What this installation is for."""

    DEMO = "demo"
    PRODUCTION = "production"


@dataclass(frozen=True)
class Mail:
    """The server that sends our messages, and the address they come from."""

    host: str
    port: int
    user: str
    password: str = field(repr=False)
    tls_from_the_start: bool
    sender: str

    @property
    def needs_starttls(self) -> bool:
        """Tell whether the connection must be made private before the password is sent."""
        return bool(self.user) and not self.tls_from_the_start


@dataclass(frozen=True)
class Settings:
    """Everything that differs from one installation to another."""

    environment: Environment = Environment.DEMO
    database_url: str = field(default=f"sqlite:///{INSTANCE / 'shp_gov.sqlite3'}", repr=False)
    storage: Path = INSTANCE / "files"
    secret_key: str = field(default="", repr=False)
    base_url: str = "http://127.0.0.1:8000"
    mail: Mail | None = None
    proxies: int = 0
    test_database_url: str | None = field(default=None, repr=False)

    @property
    def is_production(self) -> bool:
        """Tell whether real people's records are kept here."""
        return self.environment is Environment.PRODUCTION

    @property
    def host(self) -> str:
        """Name the one host this site answers to."""
        return urlsplit(self.base_url).hostname or ""

    @property
    def has_secure_cookies(self) -> bool:
        """Tell whether cookies may be sent over HTTPS only."""
        return self.base_url.startswith("https://")


def read(environ: Mapping[str, str], *, otherwise: Environment = Environment.DEMO) -> Settings:
    """Read the settings; `otherwise` is what this is where SHP_GOV_ENV does not say."""
    environment = _environment(environ.get("SHP_GOV_ENV") or otherwise)
    base_url = _base_url(environ.get("SHP_GOV_BASE_URL") or Settings.base_url, environment)
    test_database = environ.get("SHP_GOV_TEST_DATABASE_URL")
    return Settings(
        environment=environment,
        database_url=database(environ.get("SHP_GOV_DATABASE_URL") or Settings.database_url),
        storage=Path(environ.get("SHP_GOV_STORAGE") or Settings.storage).absolute(),
        secret_key=_secret_key(environ.get("SHP_GOV_SECRET_KEY", ""), environment),
        base_url=base_url,
        mail=mail(environ.get("SHP_GOV_MAIL_URL", ""), site=urlsplit(base_url).hostname or ""),
        proxies=_proxies(environ.get("SHP_GOV_PROXIES") or "0"),
        test_database_url=database(test_database) if test_database else None,
    )


def database(url: str) -> str:
    """Check the address of a database, and name the driver we use for it."""
    scheme, separator, rest = url.partition("://")
    if not separator or scheme not in DATABASES:
        raise ConfigurationError(
            "SHP_GOV_DATABASE_URL must start with sqlite:/// or postgresql://, as in "
            "postgresql://shp_gov:password@127.0.0.1/shp_gov."
        )
    return f"{DATABASES[scheme]}://{rest}"


def mail(url: str, *, site: str) -> Mail | None:
    """Read where messages are sent from; `None` when mail is not set up."""
    if not url:
        return None
    parts = urlsplit(url)
    if parts.scheme not in MAIL_PORTS or not parts.hostname:
        raise ConfigurationError(
            "SHP_GOV_MAIL_URL must look like smtp://user:password@host:587 or smtps://user:password@host."
        )
    return Mail(
        host=parts.hostname,
        port=_port(parts),
        user=unquote(parts.username or ""),
        password=unquote(parts.password or ""),
        tls_from_the_start=parts.scheme == "smtps",
        sender=parse_qs(parts.query).get("from", [f"no-reply@{site}"])[0],
    )


def _port(parts: SplitResult) -> int:
    try:
        return parts.port or MAIL_PORTS[parts.scheme]
    except ValueError as error:
        raise ConfigurationError("The port in SHP_GOV_MAIL_URL must be a number from 1 to 65535.") from error


def _environment(name: str) -> Environment:
    try:
        return Environment(name)
    except ValueError as error:
        raise ConfigurationError(f"SHP_GOV_ENV must be {' or '.join(Environment)}, not “{name}”.") from error


def _base_url(url: str, environment: Environment) -> str:
    parts = urlsplit(url.rstrip("/"))
    if parts.scheme not in ("http", "https") or not parts.hostname or parts.path or parts.query:
        raise ConfigurationError(
            "SHP_GOV_BASE_URL must be the address of the site alone, as in https://partnership.example.org."
        )
    if environment is Environment.PRODUCTION and parts.scheme == "http" and parts.hostname not in THIS_MACHINE:
        raise ConfigurationError(
            f"SHP_GOV_BASE_URL is {parts.geturl()}: people would sign in over a connection that others can read. "
            "Give the address that starts with https://."
        )
    return parts.geturl()


def _proxies(number: str) -> int:
    if not number.isdecimal():
        raise ConfigurationError("SHP_GOV_PROXIES must be the number of proxies in front of this site: 0, 1 or 2.")
    return int(number)


def _secret_key(secret: str, environment: Environment) -> str:
    if environment is Environment.DEMO:
        return secret or _secret_of_this_copy(INSTANCE / "secret_key")
    if not secret:
        raise ConfigurationError(f"SHP_GOV_SECRET_KEY is not set. Sign-in cannot be safe without it. {HOW_TO_MAKE_ONE}")
    if is_weak(secret):
        raise ConfigurationError(f"SHP_GOV_SECRET_KEY can be guessed. {HOW_TO_MAKE_ONE}")
    return secret


def is_weak(secret: str) -> bool:
    """Tell whether a secret is short, repeats itself, or is made of words."""
    return len(secret) < 32 or len(set(secret)) < 10 or any(word in secret.lower() for word in WEAK_WORDS)


def _secret_of_this_copy(path: Path) -> str:
    """Give this copy a secret of its own the first time, so that no two demos share one."""
    path.parent.mkdir(parents=True, exist_ok=True)
    if not path.exists():
        with NamedTemporaryFile("w", dir=path.parent) as new, suppress(FileExistsError):
            new.write(secrets.token_urlsafe(48))
            new.flush()
            path.hardlink_to(new.name)
    return path.read_text()
