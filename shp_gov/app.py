"""The app. Read this first: it names every part."""

from datetime import timedelta
from pathlib import Path

from flask import Flask

from config import Settings
from shp_gov import web
from shp_gov.database import db
from shp_gov.extensions import csrf, login_manager

ROOT = Path(__file__).resolve().parents[1]


def create_app(settings: Settings) -> Flask:
    """Make the app. It refuses to start while any view lacks a declared permission."""
    app = Flask("shp_gov", root_path=str(ROOT / "shp_gov"), template_folder=str(ROOT / "templates"))
    app.config.update(
        SECRET_KEY=settings.secret_key,
        STORAGE=settings.storage,
        BASE_URL=settings.base_url,
        MAIL=settings.mail,
        SETTINGS=settings,
        MAX_CONTENT_LENGTH=21 * 1024 * 1024,
        MAX_FORM_MEMORY_SIZE=2 * 1024 * 1024,
        PERMANENT_SESSION_LIFETIME=timedelta(hours=12),
        SESSION_COOKIE_NAME="__Host-session" if settings.has_secure_cookies else "session",
        SESSION_COOKIE_HTTPONLY=True,
        SESSION_COOKIE_SAMESITE="Lax",
        SESSION_COOKIE_SECURE=settings.has_secure_cookies,
        TRUSTED_HOSTS=[settings.host] if settings.is_production else None,
        WTF_CSRF_TIME_LIMIT=None,
    )
    db.init_app(app, settings.database_url)
    csrf.init_app(app)
    login_manager.init_app(app)
    web.register(app)
    return app
