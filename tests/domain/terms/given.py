"""Versions of terms, invented by a machine and by hand."""

from hypothesis import strategies as st

from shp_gov.domain.terms.sentences import VOTING
from shp_gov.domain.terms.version import CATEGORIES, Figures, OfficeSaid, SeatSaid, Section, SubGroupSaid, Terms

words = st.text(alphabet="abc dé’ -,.", min_size=1, max_size=30).map(str.strip).filter(bool)
maybe_words = st.none() | words
maybe_yes = st.none() | st.booleans()
maybe_number = st.none() | st.integers(1, 400)
sections = st.builds(
    Section, key=st.sampled_from(["purpose", "membership", "quorum", "a", "b"]), heading=words, words=words
)
seats = st.builds(
    SeatSaid,
    key=st.integers(1, 6).map(str),
    post=words,
    organisation=maybe_words,
    category=st.sampled_from(list(CATEGORIES)),
    places=st.integers(1, 3),
    is_voting=maybe_yes,
    is_elected=st.booleans(),
    appointed_by=maybe_words,
)
offices = st.builds(
    OfficeSaid,
    kind=st.sampled_from(["chair", "vice-chair"]),
    held_by=maybe_words,
    is_yearly=maybe_yes,
    is_from_responsible_authority=maybe_yes,
    is_from_another_organisation=maybe_yes,
    barred=maybe_words,
)
sub_groups = st.builds(
    SubGroupSaid,
    name=st.sampled_from(["Harbour Group", "Night Group"]),
    chair=maybe_words,
    months_due=st.lists(st.integers(1, 12), max_size=2).map(tuple),
    tolerance_days=maybe_number,
    times_a_year=maybe_number,
)
figures = st.builds(
    Figures,
    meetings_per_year=maybe_number,
    max_gap_days=maybe_number,
    notice_days=maybe_number,
    review_months=maybe_number,
    has_substitutes=maybe_yes,
    absences_to_review=maybe_number,
    apologies_count_as_absence=maybe_yes,
    elected_members=maybe_number,
    new_members_agreed=maybe_yes,
    voting=st.none() | st.sampled_from(list(VOTING)),
    chair_has_casting_vote=maybe_yes,
)


def _several(each, by):
    return st.lists(each, max_size=4, unique_by=by).map(tuple)


versions = st.builds(
    Terms,
    number=st.integers(1, 9),
    sections=_several(sections, lambda each: each.key),
    seats=_several(seats, lambda each: each.key),
    offices=_several(offices, lambda each: each.kind),
    sub_groups=_several(sub_groups, lambda each: each.name),
    figures=figures,
    quorum=maybe_words,
)
