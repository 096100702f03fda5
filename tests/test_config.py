"""Settings: what is unsafe or missing is said in a sentence before anything starts."""

import stat
from concurrent.futures import ThreadPoolExecutor
from dataclasses import FrozenInstanceError
from pathlib import Path

import pytest

import config
from config import ConfigurationError, Environment, read

STRONG = "hV3-kq9ZtB7wX1mP_Yc5RfL8dJ0sNgUaE2oTi6"
LIVE = {
    "SHP_GOV_ENV": "production",
    "SHP_GOV_SECRET_KEY": STRONG,
    "SHP_GOV_BASE_URL": "https://partnership.example.org",
    "SHP_GOV_DATABASE_URL": "postgresql://shp_gov:pw@db.example.org/shp_gov",
}


@pytest.fixture(autouse=True)
def instance(tmp_path, monkeypatch):
    monkeypatch.setattr(config, "INSTANCE", tmp_path / "instance")
    return tmp_path / "instance"


def test_an_empty_environment_is_a_demo_on_this_machine():
    settings = read({})

    assert settings.environment is Environment.DEMO
    assert settings.database_url.startswith("sqlite:///")
    assert settings.base_url == "http://127.0.0.1:8000"
    assert settings.mail is None
    assert not settings.has_secure_cookies


def test_each_copy_of_the_demo_has_a_secret_of_its_own_and_keeps_it(instance):
    first = read({}).secret_key

    assert not config.is_weak(first)
    assert read({}).secret_key == first
    assert stat.S_IMODE((instance / "secret_key").stat().st_mode) == 0o600
    assert [file.name for file in instance.iterdir()] == ["secret_key"]


def test_two_starts_at_once_agree_on_one_secret():
    with ThreadPoolExecutor(8) as pool:
        seen = set(pool.map(lambda _: read({}).secret_key, range(16)))

    assert len(seen) == 1


def test_a_well_set_production_starts():
    settings = read(LIVE)

    assert settings.is_production
    assert settings.has_secure_cookies
    assert settings.host == "partnership.example.org"
    assert settings.database_url == "postgresql+psycopg://shp_gov:pw@db.example.org/shp_gov"


@pytest.mark.parametrize(
    "secret",
    ["", "short", "a" * 64, "abcabcabcabcabcabcabcabcabcabcabcabc", "please-change-me-before-you-go-live-0",
     "My-Very-Secret-Key-For-This-Council-26", "correct-horse-battery-password-staple", STRONG[:31]],
)  # fmt: skip
def test_production_does_not_start_with_a_weak_or_missing_secret(secret):
    with pytest.raises(ConfigurationError, match=r"SHP_GOV_SECRET_KEY .*token_urlsafe"):
        read({**LIVE, "SHP_GOV_SECRET_KEY": secret})


def test_what_serves_is_production_unless_told_otherwise():
    with pytest.raises(ConfigurationError, match="SHP_GOV_SECRET_KEY is not set"):
        read({}, otherwise=Environment.PRODUCTION)

    assert not read({"SHP_GOV_ENV": "demo"}, otherwise=Environment.PRODUCTION).is_production


@pytest.mark.parametrize(
    ("url", "words"),
    [
        ("http://partnership.example.org", "starts with https://"),
        ("partnership.example.org", "the address of the site alone"),
        ("ftp://partnership.example.org", "the address of the site alone"),
        ("https://partnership.example.org/board", "the address of the site alone"),
        ("https://", "the address of the site alone"),
    ],
)
def test_production_does_not_start_at_an_address_that_is_not_private(url, words):
    with pytest.raises(ConfigurationError, match=words):
        read({**LIVE, "SHP_GOV_BASE_URL": url})


@pytest.mark.parametrize("url", ["http://127.0.0.1:9000", "http://localhost:9000/", "https://partnership.example.org/"])
def test_production_may_be_tried_on_this_machine_and_the_last_slash_does_not_matter(url):
    assert read({**LIVE, "SHP_GOV_BASE_URL": url}).base_url == url.rstrip("/")


@pytest.mark.parametrize("url", ["mysql://db/shp_gov", "shp_gov.sqlite3", "postgresql+psycopg2://db/shp_gov"])
def test_an_unknown_database_is_refused(url):
    with pytest.raises(ConfigurationError, match="sqlite:/// or postgresql://"):
        read({"SHP_GOV_DATABASE_URL": url})


@pytest.mark.parametrize(
    ("url", "port", "tls", "starttls"),
    [
        ("smtp://clerk%40example.org:p%2Fw@mail.example.org", 587, False, True),
        ("smtp://mail.example.org:25", 25, False, False),
        ("smtps://clerk:pw@mail.example.org", 465, True, False),
    ],
)
def test_where_mail_goes_is_read_from_one_address(url, port, tls, starttls):
    mail = read({**LIVE, "SHP_GOV_MAIL_URL": url}).mail

    assert mail is not None
    assert (mail.host, mail.port, mail.tls_from_the_start, mail.needs_starttls) == (
        "mail.example.org", port, tls, starttls,
    )  # fmt: skip
    assert mail.sender == "no-reply@partnership.example.org"


def test_the_words_of_a_mail_address_are_unquoted_and_the_sender_can_be_named():
    mail = config.mail("smtp://clerk%40example.org:p%2Fw@mail.example.org?from=board@example.org", site="example.org")

    assert mail is not None
    assert (mail.user, mail.password, mail.sender) == ("clerk@example.org", "p/w", "board@example.org")


@pytest.mark.parametrize(
    "url", ["mail.example.org", "http://mail.example.org", "smtp://", "smtp://host:port", "smtp://host:0x"]
)
def test_a_mail_address_that_cannot_be_read_is_refused(url):
    with pytest.raises(ConfigurationError, match="SHP_GOV_MAIL_URL"):
        read({"SHP_GOV_MAIL_URL": url})


@pytest.mark.parametrize(("name", "value"), [("SHP_GOV_ENV", "live"), ("SHP_GOV_PROXIES", "one")])
def test_a_word_that_means_nothing_here_is_refused(name, value):
    with pytest.raises(ConfigurationError, match=name):
        read({name: value})


def test_secrets_are_not_in_what_is_printed_of_the_settings():
    printed = repr(read({**LIVE, "SHP_GOV_MAIL_URL": "smtp://clerk:hunter22@mail.example.org"}))

    assert not any(word in printed for word in (STRONG, "shp_gov:pw", "hunter22"))


def test_settings_do_not_change_while_the_app_runs():
    with pytest.raises(FrozenInstanceError):
        read({}).proxies = 3  # type: ignore[misc]


def test_stored_files_have_one_place_wherever_the_app_is_started(monkeypatch, tmp_path):
    monkeypatch.chdir(tmp_path)

    assert read({"SHP_GOV_STORAGE": "files"}).storage == tmp_path / "files"
    assert Path(read({}).storage).is_absolute()
