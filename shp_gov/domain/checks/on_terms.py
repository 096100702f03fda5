"""The checks on terms of reference and on how the record of meetings hangs together, by the facts they look at."""

from collections.abc import Mapping
from typing import Any

from shp_gov.domain.checks import meetings_kept, terms_meetings, terms_people, terms_reports
from shp_gov.domain.checks.facts_of_records import DecisionNote, Deferred, MinutesKept, SeriesOfMeetings, StatedDay
from shp_gov.domain.checks.facts_of_terms import GroupChairs, MeetingUnderTerms, TermsFacts

ON_TERMS: Mapping[type[Any], Mapping[str, Any]] = {
    TermsFacts: {
        "vice-chair appointed each year": terms_people.vice_chair_is_appointed_each_year,
        "vice-chair is from an authority": terms_people.vice_chair_is_from_an_authority,
        "elected members sit": terms_people.elected_members_sit,
        "each post is filled": terms_people.each_post_is_filled,
        "new members are agreed": terms_people.new_members_are_agreed,
        "co-opted for a purpose": terms_people.co_opted_for_a_purpose,
        "groups report in their month": terms_reports.groups_report_in_their_month,
        "groups report so often": terms_reports.groups_report_so_often,
        "performance is reported": terms_reports.performance_is_reported,
        "plan covers years": terms_reports.plan_covers_years,
        "plan is consulted on": terms_reports.plan_is_consulted_on,
        "meets often enough": terms_meetings.meets_often_enough,
        "members attend": terms_meetings.members_attend,
        "terms are reviewed": terms_meetings.terms_are_reviewed,
    },
    GroupChairs: {"each group has one chair": terms_reports.each_group_has_one_chair},
    MeetingUnderTerms: {
        "chaired by its chair": terms_meetings.chaired_by_its_chair,
        "substitutes are in order": terms_meetings.substitutes_are_in_order,
        "there is a quorum": terms_meetings.there_is_a_quorum,
        "votes are in order": terms_meetings.votes_are_in_order,
    },
    SeriesOfMeetings: {"minutes are confirmed next": meetings_kept.minutes_are_confirmed_next},
    StatedDay: {"the weekday is right": meetings_kept.stated_weekday_is_right},
    MinutesKept: {
        "items have their decision": meetings_kept.items_have_their_decision,
        "declarations are recorded": meetings_kept.declarations_are_recorded,
        "late business has its ruling": meetings_kept.late_business_has_its_ruling,
    },
    Deferred: {"deferred items come back": meetings_kept.deferred_items_come_back},
    DecisionNote: {"a decision note is out": meetings_kept.decision_note_is_out},
}
