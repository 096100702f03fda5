"""Which function is which kind of check on access to meetings, and what facts it asks for."""

from collections.abc import Callable, Mapping
from typing import Any

from shp_gov.domain.checks import access, business, notice, open_papers
from shp_gov.domain.checks.facts_of_access import (
    BodyAccessFacts,
    FollowingFacts,
    ItemFacts,
    NoticeFacts,
    OfficerDecisionFacts,
    OpenPapersFacts,
    PrivateFacts,
    RulingFacts,
)
from shp_gov.domain.findings import Finding
from shp_gov.domain.rulebook import Rule

ON_ACCESS: Mapping[type[Any], Mapping[str, Callable[[Rule, Any], list[Finding]]]] = {
    BodyAccessFacts: {
        "the regime fits the body": access.regime_fits_the_body,
        "the days that count are chosen": access.days_that_count_are_chosen,
    },
    NoticeFacts: {
        "notice is given in time": notice.notice_in_time,
        "papers are out in time": notice.papers_in_time,
        "papers are open from the calling": notice.papers_open_from_the_calling,
    },
    FollowingFacts: {
        "it may meet at a distance": notice.may_meet_at_a_distance,
        "the link is out in time": notice.link_in_time,
        "the public may report": notice.public_may_report,
    },
    ItemFacts: {"an item may be considered": business.item_may_be_considered},
    RulingFacts: {"a ruling says why": business.ruling_says_why},
    PrivateFacts: {
        "a resolution names what and why": business.resolution_names_what_and_why,
        "the paragraph is one of the Schedule": business.paragraph_is_one_of,
        "the public interest is weighed": business.public_interest_weighed,
        "a withheld report is marked": business.withheld_report_is_marked,
        "confidential business is private": business.confidential_in_private,
    },
    OpenPapersFacts: {
        "papers are kept open": open_papers.papers_kept_open,
        "background papers are kept open": open_papers.background_kept_open,
        "the public record is coherent": open_papers.public_record_is_coherent,
        "background papers are listed": open_papers.background_papers_listed,
    },
    OfficerDecisionFacts: {"an officer's decision is recorded": open_papers.officer_decision_is_recorded},
}
