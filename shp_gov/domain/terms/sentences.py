"""What can be checked in a version, said in plain sentences: they are its clauses, and nobody types them twice."""

import calendar
from collections.abc import Callable

from shp_gov.domain.terms.version import CHAIR, Figures, OfficeSaid, SeatSaid, SubGroupSaid
from shp_gov.domain.words import and_list, plural

VOTING = {
    "consensus": "Decisions are made by consensus.",
    "one vote for each seat": "Where there is no consensus, each seat has one vote.",
    "one vote for each organisation": "Where there is no consensus, each organisation has one vote.",
}


def seat(said: SeatSaid) -> str:
    """Name a seat with what the terms say of it."""
    facts = [
        plural(said.places, "place") if said.places != 1 else "",
        "elected" if said.is_elected else "",
        "" if said.is_voting is None else "votes" if said.is_voting else "does not vote",
        f"appointed by {said.appointed_by}" if said.appointed_by else "",
    ]
    kept = [words for words in facts if words]
    return f"{said.title} ({', '.join(kept)})" if kept else said.title


def office(said: OfficeSaid) -> str:
    """Say who holds an office, how often it is filled and from where."""
    yearly = " each municipal year" if said.is_yearly else ""
    first = f"The {said.kind} is {_the(said.held_by) or f'appointed{yearly}{_source(said)}'}."
    if said.held_by and (yearly or _source(said)):
        first += f" The appointment is made{yearly}{_source(said)}."
    other = "vice-chair" if said.kind == CHAIR else CHAIR
    apart = f" The {said.kind} and the {other} come from different organisations."
    return first + (apart if said.is_from_another_organisation else "")


def _the(post: str | None) -> str:
    """Put "the" before the name of a post: "the Leader of the Council"."""
    return f"the {post}" if post and post[0].isupper() and not post.startswith("The ") else post or ""


def _source(said: OfficeSaid) -> str:
    source = " from a responsible authority" if said.is_from_responsible_authority else ""
    if not said.barred:
        return source
    return f"{source} other than {said.barred}" if source else f" from an organisation other than {said.barred}"


def sub_group(said: SubGroupSaid) -> str:
    """Say who chairs a group and when it reports."""
    chair = f", chaired by {said.chair}" if said.chair else ""
    months = and_list(calendar.month_name[month] for month in said.months_due)
    when = [f"in {months}" if months else "", f"{_often(said.times_a_year)} a year" if said.times_a_year else ""]
    late = f", within {plural(said.tolerance_days, 'day')} of the month’s end" if said.tolerance_days else ""
    reports = ", ".join(words for words in when if words)
    return f"{said.name}{chair}: reports {reports}{late}." if reports else f"{said.name}{chair}."


def _often(times: int) -> str:
    return {1: "once", 2: "twice"}.get(times, f"{times} times")


def _meetings(said: Figures) -> str:
    count = said.meetings_per_year
    verb = "is" if count == 1 else "are"
    return f"At least {plural(count, 'meeting')} {verb} held in each municipal year." if count else ""


def _gap(said: Figures) -> str:
    days = said.max_gap_days
    return f"No more than {plural(days, 'day')} pass between one meeting and the next." if days else ""


def _notice(said: Figures) -> str:
    days = said.notice_days
    return "" if days is None else f"The agenda is published {plural(days, 'clear day')} before the meeting."


def _substitutes(said: Figures) -> str:
    if said.has_substitutes is None:
        return ""
    return "A member may send a substitute." if said.has_substitutes else "A member may not send a substitute."


def _told_before(said: Figures) -> str:
    hours = said.substitute_notice_hours
    return f"The clerk is told of a substitute {plural(hours, 'hour')} before the meeting." if hours else ""


def _elected_for_elected(said: Figures) -> str:
    if said.substitute_elected_for_elected is None:
        return ""
    verb = "is" if said.substitute_elected_for_elected else "need not be"
    return f"The substitute of an elected member {verb} an elected member."


def _absences(said: Figures) -> str:
    if not said.absences_to_review:
        return ""
    counts = {None: "", True: " An apology counts as an absence.", False: " An apology does not count as an absence."}
    first = f"A seat is reviewed when nobody came for it to {plural(said.absences_to_review, 'meeting')} in a row."
    return first + counts[said.apologies_count_as_absence]


def _casting_vote(said: Figures) -> str:
    if said.chair_has_casting_vote is None:
        return ""
    if said.chair_has_casting_vote:
        return "When the votes are equal, the chair has a casting vote."
    return "The chair has no casting vote."


def _elected(said: Figures) -> str:
    count = said.elected_members
    return f"At least {plural(count, 'seat')} {'is' if count == 1 else 'are'} for elected members." if count else ""


def _agreed(said: Figures) -> str:
    if said.new_members_agreed is None:
        return ""
    joins = "joins by" if said.new_members_agreed else "may join without"
    return f"A new member {joins} agreement of the members."


def _performance(said: Figures) -> str:
    months = said.performance_months
    return f"A performance report comes to a meeting every {_times(months, 'month')}." if months else ""


def _plan(said: Figures) -> str:
    years = said.plan_years
    return f"The community safety plan is for {plural(years, 'year')}, and is revised each year." if years else ""


def _consultation(said: Figures) -> str:
    days = said.consultation_days
    return f"A draft plan is open for comments for at least {plural(days, 'day')}." if days else ""


def _review(said: Figures) -> str:
    return f"These terms are reviewed every {_times(said.review_months, 'month')}." if said.review_months else ""


def _times(count: int, noun: str) -> str:
    return noun if count == 1 else plural(count, noun)


OF_FIGURES: dict[str, dict[str, Callable[[Figures], str]]] = {
    "membership": {"elected_members": _elected, "new_members_agreed": _agreed},
    "meetings": {"meetings_per_year": _meetings, "max_gap_days": _gap, "notice_days": _notice},
    "attendance": {
        "has_substitutes": _substitutes,
        "substitute_notice_hours": _told_before,
        "substitute_elected_for_elected": _elected_for_elected,
        "absences_to_review": _absences,
    },
    "voting": {
        "voting": lambda said: VOTING[said.voting] if said.voting else "",
        "chair_has_casting_vote": _casting_vote,
    },
    "work": {"performance_months": _performance, "plan_years": _plan, "consultation_days": _consultation},
    "review": {"review_months": _review},
}
