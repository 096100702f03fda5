"""What an address may hold: numbers that a row can have, and words that a database can keep."""

from typing import Any

from flask import Flask, abort, request
from werkzeug.routing import IntegerConverter, ValidationError

LARGEST = 2**31 - 1


class RowNumber(IntegerConverter):
    """The number of a row. One that no row can have is a page that does not exist."""

    def to_python(self, value: str) -> Any:
        """Read the number, or say that there is no such page."""
        if len(value) > len(str(LARGEST)) or int(value) > LARGEST:
            raise ValidationError
        return super().to_python(value)


def init_app(app: Flask) -> None:
    """Refuse addresses about nothing that can exist. Call it before any address is added."""
    app.url_map.converters["int"] = RowNumber
    app.before_request(_refuse_what_no_database_keeps)


def _refuse_what_no_database_keeps() -> None:
    """Answer a null character, which PostgreSQL keeps nowhere, as what does not exist."""
    asked = request.args.items(multi=True)
    if "\0" in request.path or any("\0" in name + value for name, value in asked):
        abort(404)
