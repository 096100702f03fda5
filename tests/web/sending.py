"""Filling in forms as a browser does, and reading what came of it."""

from io import BytesIO

from bs4 import BeautifulSoup
from werkzeug.datastructures import FileStorage, MultiDict
from werkzeug.test import stream_encode_multipart


def three_boxes(name: str, day: str, month: str, year: str) -> dict[str, str]:
    """Type a date into its three boxes."""
    return {f"{name}-day": day, f"{name}-month": month, f"{name}-year": year}


def form_of(client, address: str, number: int = 0) -> tuple[str, dict[str, str]]:
    """Open a page, and give where one of its forms goes and its hidden fields."""
    shown = BeautifulSoup(client.get(address).text, "html5lib").main.find_all("form", method="post")[number]
    hidden = {field["name"]: field.get("value", "") for field in shown.find_all("input", type="hidden")}
    return shown.get("action") or address, hidden


def complaint(answer) -> str:
    """Read the error summary of a page."""
    assert answer.status_code == 200, answer.status_code
    summary = BeautifulSoup(answer.text, "html5lib").find(class_="govuk-error-summary")
    assert summary is not None, answer.text
    return " ".join(summary.get_text(" ").split())


def a_form_with(content: bytes, name: str) -> dict[str, object]:
    """Write the request that a browser sends with a file."""
    file = FileStorage(BytesIO(content), name)
    body, _, boundary = stream_encode_multipart(MultiDict([("pack", file)]), use_tempfile=False)
    return {"data": body.read(), "content_type": f"multipart/form-data; boundary={boundary}"}
