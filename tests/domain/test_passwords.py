"""What may be a password."""

import pytest

from shp_gov.domain.passwords import PasswordRefused, require_strong


@pytest.mark.parametrize(
    ("password", "because"),
    [
        ("short-one12", "12 characters or more"),
        ("x" * 129, "128 characters or fewer"),
        ("ababababababab", "5 different characters"),
        ("my Password is long", "“password”"),
        ("helen.ashby is here", "“helen.ashby”"),
    ],
)
def test_a_password_that_would_be_tried_first_is_refused(password, because):
    with pytest.raises(PasswordRefused, match=because):
        require_strong(password, email="helen.ashby@seaborough.example")


@pytest.mark.parametrize("password", ["harbour kettle tram", "kx7mq-9trvw-hd4pz", "ørn og måke fløy"])
def test_three_words_or_a_random_row_will_do(password):
    require_strong(password, email="jo@seaborough.example")
