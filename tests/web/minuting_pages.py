"""What the tests of the pages of a meeting share: a form sent as a browser sends it, and where each page is."""

from bs4 import BeautifulSoup


def filled(page):
    """Give what the form of a page would send as it is shown."""
    shown = BeautifulSoup(page.text, "html5lib").main.find("form", method="post")
    data = {}
    for field in shown.find_all("input"):
        if field.get("type") in ("radio", "checkbox") and not field.has_attr("checked"):
            continue
        data[field["name"]] = field.get("value", "")
    for field in shown.find_all("textarea"):
        data[field["name"]] = field.text.lstrip("\n")
    for field in shown.find_all("select"):
        chosen = field.find("option", selected=True)
        data[field["name"]] = chosen["value"] if chosen else ""
    return data


def send(client, address, **typed):
    """Send the form of a page with what is ticked on it already, and what is typed besides."""
    return client.post(address, data=filled(client.get(address)) | typed)


def minuting(sitting, rest=""):
    return f"/meetings/{sitting.meeting.id}/minuting{rest}"


def item(sitting, title):
    return minuting(sitting, f"/items/{sitting.minute(title).id}")


def text(answer):
    return " ".join(BeautifulSoup(answer.text, "html5lib").get_text(" ").split())
