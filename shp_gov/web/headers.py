"""What every response tells the browser: run nothing and load nothing that is not ours."""

from flask import Flask, Response, request

from shp_gov.web.access import viewer

POLICY = "; ".join(
    (
        "default-src 'none'",
        "script-src 'self'",
        "style-src 'self'",
        "img-src 'self'",
        "connect-src 'self'",
        "form-action 'self'",
        "base-uri 'none'",
        "frame-ancestors 'none'",
    )
)
HEADERS = {
    "Content-Security-Policy": POLICY,
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Referrer-Policy": "same-origin",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=(), payment=()",
}
TWO_YEARS = "max-age=63072000"


def init_app(app: Flask) -> None:
    """Add the headers to every response."""

    @app.after_request
    def protect(response: Response) -> Response:
        response.headers.update(HEADERS)
        if app.config["SESSION_COOKIE_SECURE"]:
            response.headers["Strict-Transport-Security"] = TWO_YEARS
        if request.endpoint != "static":
            response.headers.setdefault("Cache-Control", "no-store" if viewer().is_signed_in else "no-cache")
        return response
