"""Whether there will be a quorum, by what was replied so far."""

from shp_gov.domain.quorum import Met
from shp_gov.models import SeatCategory
from shp_gov.queries import forecasts
from tests import factories as make
from tests.services.test_replies import a_deputy, away, reply
from tests.sittings import a_sitting


def forecast(sitting):
    return forecasts.of_meeting(sitting.meeting)


def test_a_quorum_is_sure_once_enough_have_said_that_they_come(app):
    sitting = a_sitting(quorum=2)
    assert (forecast(sitting).quorum.met, forecast(sitting).replied) == (Met.NOT_KNOWN, 0)

    reply(sitting, "police")
    assert forecast(sitting).quorum_words == (
        "Whether there will be a quorum depends on those who have not replied: "
        "between 1 and 3 members present, 2 needed."
    )
    reply(sitting, "fire")

    assert forecast(sitting).quorum.met is Met.MET
    assert forecast(sitting).quorum_words.startswith("There will be a quorum: ")
    assert forecast(sitting).words.startswith("2 of 3 seats have replied.")


def test_there_will_be_no_quorum_once_too_many_send_apologies(app):
    sitting = a_sitting(quorum=2)

    reply(sitting, "police", away())
    reply(sitting, "fire", away())

    assert forecast(sitting).quorum_words.startswith("There will be no quorum, even if everybody else comes: ")


def test_a_substitute_counts_until_they_cannot_come(app):
    sitting = a_sitting(quorum=1)
    deputy = a_deputy(sitting)
    sitting.people["deputy"] = deputy
    reply(sitting, "director", away())
    reply(sitting, "fire", away())
    reply(sitting, "police", away(deputy))
    assert forecast(sitting).quorum.met is Met.MET

    reply(sitting, "deputy", away())

    assert forecast(sitting).quorum.met is Met.NOT_MET


def test_without_a_quorum_in_the_terms_nothing_is_forecast(app):
    found = forecast(a_sitting())

    assert (found.quorum.met, found.is_quorum_set) == (Met.NOT_KNOWN, False)
    assert "set no quorum" in found.quorum_words


def test_the_authorities_that_will_be_there_are_counted(app):
    sitting = a_sitting()
    for name, called in (("police", "Northshire Police"), ("fire", "Seaborough Fire Authority")):
        sitting.seats[name].category = SeatCategory.RESPONSIBLE_AUTHORITY
        sitting.seats[name].organisation = make.an_organisation(called)

    reply(sitting, "police")

    assert forecast(sitting).words == "1 of 3 seats have replied. 1 of 2 authorities will be represented so far."
    assert forecast(sitting).missing == "Not yet: Seaborough Fire Authority."


def test_who_has_no_address_is_named(app):
    with_mail, without = make.a_person(email="a@x.example"), make.a_person()
    with_account = make.a_user(person=make.a_person()).person

    assert forecasts.without_address([with_mail, without, with_account]) == [without]
