"""Members are asked what should come, offer it, and have their answer."""

from datetime import date, timedelta

import pytest
import time_machine

from shp_gov.domain.errors import DomainError
from shp_gov.domain.workflows import MeetingState, OfferState
from shp_gov.models import ItemOrigin, ItemPurpose
from shp_gov.queries import calls as queries
from shp_gov.services import calls
from shp_gov.services.calls import Offer
from tests.agendas import CLERK, DAY, printed, to_come
from tests.factories import a_body, a_person
from tests.services.acting import told

TODAY = date(2026, 8, 3)


@pytest.fixture(autouse=True)
def _a_monday():
    with time_machine.travel(TODAY, tick=False):
        yield


@pytest.fixture
def meeting(app):
    return to_come(a_body())


def called(meeting, people=(), reply_by=date(2026, 8, 14)):
    return calls.call(meeting, reply_by=reply_by, to=people, actor=CLERK)


def offered(meeting, **said):
    usual = {"title": "Hate crime", "purpose": ItemPurpose.DISCUSSION}
    return calls.offer(meeting, Offer(**(usual | said)), person=None, actor=CLERK)


def test_members_are_asked_once(meeting):
    member = a_person("Jo Tranter")

    call = called(meeting, [member])

    assert (call.asked, told(member)) == (1, ["items_called"])
    with pytest.raises(DomainError, match="asked already"):
        called(meeting)


@pytest.mark.parametrize("day", [TODAY - timedelta(days=1), DAY, DAY + timedelta(days=1)])
def test_the_last_day_to_reply_is_before_the_meeting(meeting, day):
    with pytest.raises(DomainError, match="before the meeting"):
        called(meeting, reply_by=day)


def test_an_offer_is_put_on_the_agenda_once(meeting):
    offer = offered(meeting)

    item = calls.accept(offer, actor=CLERK)

    assert printed(meeting) == ["1.1 Hate crime"]
    assert (item.origin, offer.state) == (ItemOrigin.OFFERED, OfferState.ACCEPTED)
    for act in (lambda: calls.accept(offer, actor=CLERK), lambda: calls.decline(offer, answer="No", actor=CLERK)):
        with pytest.raises(DomainError, match="accepted already"):
            act()


def test_a_private_offer_is_private_on_the_agenda(meeting):
    item = calls.accept(offered(meeting, title="Gull Ltd", is_private=True), actor=CLERK)

    assert (item.is_exempt, item.public_title) == (True, "Private item")
    assert printed(meeting) == ["1 Exclusion of the public", "1.1 Gull Ltd"]


def test_an_offer_is_declined_with_an_answer(meeting):
    offer = offered(meeting)
    with pytest.raises(DomainError, match="Give an answer"):
        calls.decline(offer, answer=" ", actor=CLERK)

    calls.decline(offer, answer="The board of the hospital considers it.", actor=CLERK)

    assert offer.state is OfferState.DECLINED
    assert printed(meeting) == []


def test_nothing_to_offer_waits_for_no_answer(meeting):
    nothing = calls.nothing_to_offer(meeting, person=a_person(), actor=CLERK)

    assert queries.waiting(meeting) == []
    with pytest.raises(DomainError, match="Nothing was offered"):
        calls.accept(nothing, actor=CLERK)


def test_a_published_agenda_takes_no_offer(meeting):
    offer = offered(meeting)
    meeting.state = MeetingState.AGENDA_PUBLISHED

    with pytest.raises(DomainError, match="published"):
        offered(meeting)
    with pytest.raises(DomainError):
        calls.accept(offer, actor=CLERK)
    with pytest.raises(DomainError, match="published"):
        called(meeting)
