"""What a production web server loads: `wsgi:app`."""

import os

from werkzeug.middleware.proxy_fix import ProxyFix

import config
from config import Environment
from shp_gov.app import create_app

settings = config.read(os.environ, otherwise=Environment.PRODUCTION)
app = create_app(settings)
if settings.proxies:
    app.wsgi_app = ProxyFix(app.wsgi_app, x_for=settings.proxies, x_proto=settings.proxies)  # type: ignore[method-assign]
