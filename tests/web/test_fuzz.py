"""Whatever is sent, the answer is a page or a refusal: never a failure of ours, and never a hang.

SHP_GOV_FUZZ says how many inputs a run tries, 200 if nothing is said. A long run tries new ones each time.
"""

import io
import re
from collections.abc import Iterator
from urllib.parse import quote_from_bytes, urlencode

import pytest
from bs4 import BeautifulSoup, Tag
from hypothesis import given
from hypothesis import strategies as st
from werkzeug.datastructures import FileStorage, MultiDict
from werkzeug.routing import Rule
from werkzeug.test import TestResponse, stream_encode_multipart

from shp_gov.importers.pack.lines import Line, UnreadableFile
from shp_gov.importers.pack.read import parse, read_pack
from shp_gov.importers.pack.schema import as_json
from tests.inputs import NUMBERS, as_sent, at_most, files, inputs, names, torn_packs, words
from tests.web.everything import EVERYBODY, Place, a_place, rules

POSTS, GETS = rules("POST"), rules("GET")
EDITORS = (*["officer", "administrator"] * 4, "owner", *EVERYBODY)
HOSTILE = ("endpoint", "_external", "_scheme", "_method", "_anchor", "self", "form_token", "csrf_token")
QUESTIONS = (
    "page",
    "q",
    "words",
    "body",
    "year",
    "kind",
    "status",
    "show",
    "state",
    "decision",
    "group",
    "version",
    "v",
)
USUAL_PARTS = {"day": ("28", "3"), "month": ("11", "2"), "year": ("2026", "2027")}
LONGEST_WAIT = 30
Field = tuple[str, tuple[str, ...]]


class Forms(dict[str, tuple[Field, ...]]):
    """The fields of every form, by its address; too many to be printed where a test fails."""

    def __repr__(self) -> str:
        return f"{len(self)} forms"


@pytest.fixture(scope="module")
def place(tmp_path_factory: pytest.TempPathFactory, worker_id: str) -> Iterator[Place]:
    """Give a record with one of everything."""
    made = a_place(tmp_path_factory.mktemp("fuzz"), f"{worker_id}_fuzz", actions=60)
    yield made
    made.engine.dispose()


@pytest.fixture(scope="module")
def forms(place: Place) -> Forms:
    """Give the fields of every form there is, by the address it is sent to, with the values they offer."""
    found: dict[str, dict[str, tuple[str, ...]]] = {}
    for rule in (rule for rule in GETS if "." not in rule.rule and rule.endpoint != "static"):
        for who in ("officer", "owner", "administrator"):
            with place.opened():
                address = place.address(rule)
                page = BeautifulSoup(place.browser(who).get(address, follow_redirects=True).data, "html.parser")
            for form in page.find_all("form"):
                found.setdefault(str(form.get("action") or address), {}).update(_fields(form))
    return Forms({address: tuple(fields.items()) for address, fields in found.items()})


def _fields(form: Tag) -> dict[str, tuple[str, ...]]:
    fields: dict[str, tuple[str, ...]] = {}
    for box in form.find_all(["input", "textarea", "select", "button"]):
        offered = [option.get("value", "") for option in box.find_all("option")] or [box.get("value") or "y"]
        if name := box.get("name"):
            fields[str(name)] = (*fields.get(str(name), ()), *map(str, offered))
    return fields


def _answered(place: Place, who: str, **request: object) -> TestResponse:
    """Send something as somebody; fail where the answer is a failure of ours or takes too long."""
    with place.undone(), at_most(LONGEST_WAIT):
        answer = place.browser(who).open(**request)
        whole = answer.text if answer.mimetype.startswith("text/") else answer.data
        answer.close()
        assert answer.status_code < 500, (request, whole)
    return answer


@st.composite
def addresses(draw: st.DrawFn, place: Place, rule: Rule) -> str:
    """Draw an address of this shape: mostly of what is there, sometimes of what is not or cannot be."""

    def part(match: re.Match[str]) -> str:
        number = match[1] or ""
        if draw(st.integers(0, 9)) < 9:
            return str(known[match[2]])
        odd = draw(st.sampled_from(NUMBERS) if number else words())
        return quote_from_bytes(as_sent(odd), safe="")

    known = place.known(rule)
    return re.sub(r"<(?:(int|path|string):)?(\w+)>", part, rule.rule)


@st.composite
def fillings(draw: st.DrawFn, fields: tuple[Field, ...]) -> list[tuple[str, str]]:
    """Fill in a form: with what it offers, with what nobody expects, with fields lost, doubled or made up."""
    spoilt = draw(st.sampled_from([1, 1, 5]))
    filled = []
    for name, offered in fields:
        usual = st.sampled_from([*offered, *USUAL_PARTS.get(name.rpartition("-")[2], ())] or [""])
        if draw(st.integers(0, 9)) >= spoilt:
            filled.append((name, draw(usual)))
        else:
            filled += [(name, draw(usual | words())) for _ in range(draw(st.sampled_from([0, 1, 1, 1, 2])))]
    more = st.tuples(st.sampled_from(HOSTILE + QUESTIONS) | words(), words())
    return filled + draw(st.lists(more, max_size=3))


def _query(pairs: list[tuple[str, str]]) -> str:
    return urlencode([(as_sent(name), as_sent(value)) for name, value in pairs])


@pytest.mark.parametrize("rule", POSTS, ids=str)
@inputs(0.4 / len(POSTS))
@given(data=st.data())
def test_a_form_never_fails_whatever_is_typed(place, forms, rule, data):
    fields = forms.get(place.address(rule)) or tuple(data.draw(st.sampled_from([*forms.values(), ()])))
    filled = data.draw(fillings(fields))

    _answered(
        place,
        data.draw(st.sampled_from(EDITORS)),
        path=data.draw(addresses(place, rule)),
        method="POST",
        data=_query(filled),
        content_type="application/x-www-form-urlencoded",
    )


@pytest.mark.parametrize("rule", GETS, ids=str)
@inputs(0.25 / len(GETS))
@given(data=st.data())
def test_a_page_never_fails_whatever_is_asked(place, forms, rule, data):
    asked = st.lists(st.tuples(st.sampled_from(HOSTILE + QUESTIONS) | words(), words()), max_size=4)
    filled = data.draw(fillings(forms.get(place.address(rule), ())) | asked)

    _answered(
        place,
        data.draw(st.sampled_from(EDITORS)),
        path=f"{data.draw(addresses(place, rule))}?{_query(filled)[:4_000]}",
        method=data.draw(st.sampled_from(["GET", "GET", "GET", "HEAD", "OPTIONS"])),
    )


@inputs(0.14)
@given(
    who=st.sampled_from(["officer", "officer", "officer", "member", "the public"]),
    sent=st.lists(files(), max_size=2),
    field=st.sampled_from(["pack", "pack", "pack", "pack", "file", ""]),
    more=st.dictionaries(names(), words().filter(lambda text: text.isprintable()), max_size=3),
)
def test_an_upload_never_fails_whatever_the_file(place, who, sent, field, more):
    parts = [(field, FileStorage(io.BytesIO(content), name)) for content, name in sent] + list(more.items())
    body, _, boundary = stream_encode_multipart(MultiDict(parts), use_tempfile=False)
    kind = f"multipart/form-data; boundary={boundary}"

    _answered(place, who, path="/imports", method="POST", data=body.read(), content_type=kind)


@inputs(0.03)
@given(body=st.binary(max_size=600), kind=st.sampled_from(["multipart/form-data; boundary=x", "text/plain", "?", ""]))
def test_an_upload_never_fails_whatever_the_request(place, body, kind):
    _answered(place, "officer", path="/imports", method="POST", data=body, content_type=kind)


@inputs(0.12)
@given(text=torn_packs())
def test_a_torn_pack_is_read_whatever_it_says(text):
    with at_most(LONGEST_WAIT):
        as_json(parse([Line(number, words, number // 50 + 1) for number, words in enumerate(text.splitlines(), 1)]))


@inputs(0.06)
@given(file=files())
def test_a_file_is_read_or_refused_with_a_sentence(file):
    content, name = file

    with at_most(LONGEST_WAIT):
        try:
            as_json(read_pack(content, name))
        except UnreadableFile as fault:
            refusal = str(fault)
        else:
            refusal = "It was read."
    assert refusal.endswith((".", "”", "?"))
