"""The app as the servers run it, and the cookie of its first user, an officer."""

from typing import Any

from flask import Flask
from flask.sessions import SecureCookieSessionInterface

from config import read
from shp_gov.app import create_app

SECRET = "benchmark " * 4


def app_on(url: str) -> Flask:
    """Make the app on a database, with the secret that the servers are given."""
    return create_app(read({"SHP_GOV_DATABASE_URL": url, "SHP_GOV_ENV": "demo", "SHP_GOV_SECRET_KEY": SECRET}))


def cookie_for(app: Flask) -> str:
    """Sign the first user in."""
    signer: Any = SecureCookieSessionInterface().get_signing_serializer(app)
    return f"session={signer.dumps({'_user_id': '1.1', '_fresh': True})}"
