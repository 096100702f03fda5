"""The example partnership, as `shp_gov demo` loads it."""

from shp_gov.audit import Actor
from shp_gov.cli import opening
from shp_gov.database import db
from shp_gov.example import loading


def main() -> None:
    """Load it."""
    with opening.opened():
        loading.load(actor=Actor("system"))
        db.session.commit()
        print("{}")  # noqa: T201


if __name__ == "__main__":
    main()
