"""Ways to send the forms of the pages of reports, and to read them."""

import io
import re

from tests import factories as make


def officer_of(report, sign_in):
    return sign_in(make.an_officer(body=report.meeting.body))


def sent(client, path, **data):
    return client.post(path, data=data, follow_redirects=True, content_type="multipart/form-data").get_data(
        as_text=True
    )


def upload(client, report, content, name="report.docx"):
    return sent(client, f"/reports/{report.id}/upload", file=(io.BytesIO(content), name))


def form_of(page):
    """Read what the fields of a page begin with."""
    fields = dict(re.findall(r'<input[^>]*name="([^"]+)"[^>]*value="([^"]*)"', page))
    return fields | {
        name: words.strip() for name, words in re.findall(r'<textarea[^>]*name="([^"]+)"[^>]*>([^<]*)', page)
    }
