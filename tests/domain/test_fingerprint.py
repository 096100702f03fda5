"""The same contents have one fingerprint; any other contents have another."""

from hypothesis import given
from hypothesis import strategies as st

from shp_gov.domain.fingerprint import fingerprint

plain = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(), inner, max_size=4),
    max_leaves=12,
)


@given(st.dictionaries(st.text(), plain, min_size=2))
def test_the_order_of_keys_does_not_matter(contents):
    backwards = dict(reversed(list(contents.items())))

    assert fingerprint(backwards) == fingerprint(contents)


@given(st.lists(plain, min_size=1), plain)
def test_one_thing_more_is_another_fingerprint(contents, more):
    assert fingerprint([*contents, more]) != fingerprint(contents)


def test_it_is_the_hash_that_anybody_can_work_out():
    assert fingerprint({"b": "é", "a": [1]}) == "04f34bc0940adae4d1055943965f4f1a5617be528e5e463451aa03f0ecff81f3"
