"""What the tests of the pages about actions share: read a page, fill in its form, look at the record."""

from bs4 import BeautifulSoup

from shp_gov.database import db
from shp_gov.models import Action


def read(response) -> BeautifulSoup:
    """Read a page that was found."""
    assert response.status_code == 200, response.status_code
    return BeautifulSoup(response.text, "html5lib")


def words(response) -> str:
    """Give the words of a page, without the frame."""
    return " ".join(read(response).main.get_text(" ").split())


def hidden_of(page: BeautifulSoup, number: int = 0) -> tuple[str | None, dict[str, str]]:
    """Tell where a form goes and what it keeps for itself."""
    form = page.main.find_all("form", method="post")[number]
    return form.get("action"), {row["name"]: row.get("value", "") for row in form.find_all("input", type="hidden")}


def send(client, address: str, *, number: int = 0, **typed):
    """Fill in a form of a page and press its button."""
    to, hidden = hidden_of(read(client.get(address)), number)
    return client.post(to or address, data={**hidden, **typed}, follow_redirects=True)


def now(action: Action) -> Action:
    """Give an action as the record has it now."""
    db.session.expire_all()
    return db.session.get_one(Action, action.id)
