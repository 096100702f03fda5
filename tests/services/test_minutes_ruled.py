"""What the chair agrees holds votes, dissent and refusals: a change of them asks the chair again."""

import pytest

from shp_gov.database import db
from shp_gov.models import Cast, Dissent, Recommendation, Ruling, Vote, VoteCast
from shp_gov.services import minutes_versions as versions
from shp_gov.services.minutes_versions import NotAgreed
from tests.minutes import shown_hash
from tests.sittings import CLERK
from tests.votes import a_divided_meeting, close


def _refuse_nothing():
    db.session.query(Recommendation).filter_by(ruling=Ruling.REFUSED).one().ruling = None


def _vote_otherwise():
    db.session.query(VoteCast).filter_by(cast=Cast.AGAINST).one().cast = Cast.ABSTAINED


def _count_again():
    db.session.query(Vote).filter_by(is_carried=False).one().votes_against = 3


def _give_no_reason():
    db.session.query(Dissent).one().words = None


@pytest.mark.parametrize("change", [_refuse_nothing, _vote_otherwise, _count_again, _give_no_reason])
def test_a_vote_dissent_or_refusal_that_changes_after_the_agreement_asks_the_chair_again(app, change):
    meeting = close(a_divided_meeting())
    version = versions.send_to_the_chair(meeting, actor=CLERK)
    versions.agree(meeting, sha256=version.sha256, actor=CLERK)

    change()

    assert shown_hash(meeting) != version.sha256
    with pytest.raises(NotAgreed, match="changed since"):
        versions.publish_as_a_draft(meeting, actor=CLERK)
