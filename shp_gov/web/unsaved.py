"""Words that were sent and cannot be saved: given back, so that nobody types them twice."""

import re

from flask import request

NOT_GIVEN_BACK = re.compile(r"password|token|version|code", re.IGNORECASE)
NOT_WORDS = re.compile(r"y|on|([a-z]+ )?\d+")


class SignedOut(Exception):
    """Somebody who is not signed in sent words to a page that needs it."""


def typed() -> list[str]:
    """List the words that were sent: no password, no token, nothing that was only chosen."""
    sent = [text.strip() for name, text in request.form.items(multi=True) if not NOT_GIVEN_BACK.search(name)]
    return [text for text in sent if text and not NOT_WORDS.fullmatch(text)]


def way_back() -> str | None:
    """Give the address of the page that was asked for, where it is a page."""
    is_page = request.url_rule is not None and "GET" in (request.url_rule.methods or ())
    return request.full_path.rstrip("?") if is_page else None
