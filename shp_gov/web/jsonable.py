"""Answers to a script of ours: the same refusals as a page gives, as a sentence it can show."""

from flask import Response, jsonify, request

JSON = "application/json"
SENTENCES = {
    400: "This was not saved: the page sent something that cannot be read. Copy your words, then reload the page.",
    401: "You are signed out. Your words are kept on this page, and saved when you sign in again.",
    403: "This can no longer be saved by you. Copy your words before you leave this page.",
    404: "This can no longer be saved here. Copy your words before you leave this page.",
    409: "Somebody else saved at the same moment. This page tries again.",
    413: "These words are too long to be saved at once. Take some out.",
}
OTHERWISE = "The server could not save this. Your words are kept on this page, which tries again."


def is_asked() -> bool:
    """Tell whether a script asks, and not somebody who reads a page."""
    return request.accept_mimetypes.best == JSON


def refusal(code: int, sentence: str = "", *, why: str = "") -> Response:
    """Refuse in a sentence; `why` is for the script, where it can do something about it."""
    response = jsonify(sentence=sentence or SENTENCES.get(code, OTHERWISE), why=why)
    response.status_code = code
    return response
