"""An address about nothing that can exist is a page that does not exist; what is asked never steers a link."""

import pytest

from tests.factories import a_body

BEYOND = (str(2**31), str(2**63), str(10**20), "9" * 5_000)


@pytest.mark.parametrize("number", BEYOND, ids=len)
def test_a_number_that_no_row_can_have_is_no_page(client, number):
    assert client.get(f"/actions/{number}").status_code == 404


@pytest.mark.parametrize("address", ["/bodies/%00", "/decisions?body=%00", "/decisions?%00=a", "/decisions?q=a&q=%00"])
def test_a_null_character_is_no_page(client, address):
    assert client.get(address).status_code == 404


@pytest.mark.parametrize("name", ["endpoint", "_scheme", "_external", "_anchor", "_method", "slug"])
def test_a_question_does_not_steer_the_links_of_a_page(client, name):
    body = a_body()

    page = client.get(f"/bodies/{body.slug}/actions?{name}=javascript&show=overdue")

    assert page.status_code == 200
    assert "javascript" not in page.text
    assert f'href="/bodies/{body.slug}/actions?' in page.text
