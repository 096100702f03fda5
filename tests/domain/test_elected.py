"""Who is elected: by a title or a post, and not known where neither tells."""

import pytest

from shp_gov.domain.elected import is_elected


@pytest.mark.parametrize(
    ("names", "posts", "said"),
    [
        (["Councillor Anna Reed"], [], True),
        (["Cllr. Reed"], [], True),
        (["Anna Reed", "Alderman Anna Reed"], [], True),
        (["Anna Reed"], ["Leader of the Council"], True),
        (["Anna Reed"], ["Elected member, Seaborough Borough Council"], True),
        (["Superintendent Tom Hale"], [], False),
        (["Tom Hale"], ["Assistant Director, Seaborough Borough Council"], False),
        (["Anna Reed"], [], None),
        (["Dr Anna Reed"], [None], None),
        (["Anna Reed"], ["Seaborough Borough Council"], None),
        ([None], [], None),
    ],
)
def test_a_title_or_a_post_tells_whether_somebody_is_elected(names, posts, said):
    assert is_elected(names, posts) is said
