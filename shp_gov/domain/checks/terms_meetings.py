"""Whether a body meets, is chaired, counted, substituted and votes as the terms of reference of the day ask."""

from collections.abc import Sequence
from itertools import pairwise

from shp_gov.domain.checks.asked import cited, same_post, silent
from shp_gov.domain.checks.facts import How
from shp_gov.domain.checks.facts_of_terms import Absences, MeetingUnderTerms, StoodIn, Terms, TermsFacts, Vote, Voter
from shp_gov.domain.findings import About, Finding, failed, needs_a_person, not_applicable, not_known, passed
from shp_gov.domain.months import months_after
from shp_gov.domain.quorum import Answer, Met, Quorum, evaluate, for_item
from shp_gov.domain.rulebook import Rule
from shp_gov.domain.words import day_words, long_day, plural

WHAT_TO_DO = {
    Met.MET: "",
    Met.NOT_MET: " Ask the chair what to do with what was decided.",
    Met.NOT_KNOWN: " Record who was there, and when.",
}
SAYS = {Met.MET: passed, Met.NOT_MET: failed, Met.NOT_KNOWN: not_known}


def chaired_by_its_chair(rule: Rule, facts: MeetingUnderTerms) -> list[Finding]:
    """Was the holder of the post that the terms name in the chair, or the vice-chair while the chair was away?"""
    if facts.terms is None or not facts.terms.chair_held_by:
        return silent(rule, facts, "a chair who holds a named post")
    return cited(facts.terms, [_in_chair(rule, facts, facts.terms.chair_held_by)], facts.mend, "chair")


def substitutes_are_in_order(rule: Rule, facts: MeetingUnderTerms) -> list[Finding]:
    """Did each substitute stand in for one absent member, and for an elected one only another elected member?"""
    if facts.terms is None or facts.terms.has_substitutes is None:
        return silent(rule, facts, "anything of substitutes")
    found = [_stood_in(rule, facts, one) for one in facts.substitutes]
    return cited(facts.terms, found, facts.mend, "has_substitutes")


def there_is_a_quorum(rule: Rule, facts: MeetingUnderTerms) -> list[Finding]:
    """Was there a quorum for each item that was decided; where none is listed, at the start?"""
    about = About(facts.body, facts.on)
    if facts.terms is None:
        words = "No terms of reference are recorded for this day, so whether there was a quorum is not known."
        return [not_known(rule, about, words)] if facts.says_unset else []
    if facts.terms.quorum is None:
        words = f"{facts.terms.citation} sets no quorum, so whether there was one is not known."
        return cited(facts.terms, [not_known(rule, about, words)], "terms") if facts.says_unset else []
    return cited(facts.terms, _of_items(rule, facts, facts.terms.quorum), facts.mend, "quorum")


def _of_items(rule: Rule, facts: MeetingUnderTerms, quorum: Quorum) -> list[Finding]:
    """Say once what holds for several items."""
    if not facts.decided:
        answer = evaluate(quorum, facts.room, facts.seats)
        return [SAYS[answer.met](rule, About(_meeting(facts), facts.on), _told(answer))]
    answers: dict[Answer, list[str]] = {}
    for decided in facts.decided:
        answer = for_item(quorum, decided.item, facts.room, facts.seats)
        answers.setdefault(answer, []).append(decided.reference)
    return [
        SAYS[answer.met](rule, About(_items(items, facts), facts.on), _told(answer), items=tuple(items))
        for answer, items in answers.items()
    ]


def _meeting(facts: MeetingUnderTerms) -> str:
    return f"Meeting of {long_day(facts.on)}"


def _told(answer: Answer) -> str:
    """Say why, and what to do about it."""
    return f"{answer.words[:1].upper()}{answer.words[1:]}{WHAT_TO_DO[answer.met]}"


def _items(items: Sequence[str], facts: MeetingUnderTerms) -> str:
    if len(items) == len(facts.decided):
        return _meeting(facts)
    return items[0] if len(items) == 1 else f"{len(items)} items of {long_day(facts.on)}"


def votes_are_in_order(rule: Rule, facts: MeetingUnderTerms) -> list[Finding]:
    """Did only those vote who may, once each, and did the chair cast a vote only at a tie?"""
    if facts.terms is None or facts.terms.voting is None:
        return silent(rule, facts, "a way of voting")
    found = [_vote(rule, facts, facts.terms, vote) for vote in facts.votes]
    return cited(facts.terms, found, facts.mend, "voting")


def _vote(rule: Rule, facts: MeetingUnderTerms, terms: Terms, vote: Vote) -> Finding:
    about = About(vote.reference, facts.on)
    if vote.voters is None or any(voter.may_vote is None for voter in vote.voters):
        return not_known(
            rule, about, "It was put to a vote. Who may vote, or how each voted, is not recorded. Record it."
        )
    ayes, noes = (sum(voter.is_for is side for voter in vote.voters) for side in (True, False))
    wrong = [f"{voter.name} has no vote" for voter in vote.voters if not voter.may_vote]
    wrong += [f"{place} voted more than once" for place in _twice(vote.voters, terms)]
    if vote.has_casting_vote and terms.casting_vote is False:
        wrong.append("the chair has no casting vote")
    elif vote.has_casting_vote and ayes != noes:
        wrong.append(f"the chair cast a vote at {ayes} to {noes}")
    counts = f"{ayes} for and {noes} against."
    if wrong:
        return failed(rule, about, f"{counts} But {'; '.join(wrong)}. Ask the chair what to do with the decision.")
    return passed(rule, about, f"{counts} Everybody who voted may vote.")


def _twice(voters: Sequence[Voter], terms: Terms) -> list[str]:
    by_organisation = terms.voting == "one vote for each organisation"
    named = [(voter.organisation, None) if by_organisation else (voter.seat, voter.place) for voter in voters]
    return sorted({name for name, place in named if name and named.count((name, place)) > 1})


def meets_often_enough(rule: Rule, facts: TermsFacts) -> list[Finding]:
    """Were there as many meetings in the last whole year, and no longer gaps, than the terms ask?"""
    terms = facts.terms
    if terms is None or (terms.meetings_per_year is None and terms.max_gap_days is None):
        return silent(rule, facts, "a number of meetings")
    about = About(facts.body, facts.on)
    if facts.meetings is None:
        return cited(terms, [not_known(rule, about, "No meetings are on record.")])
    found = []
    if terms.meetings_per_year:
        found += cited(terms, [_number(rule, about, facts, terms.meetings_per_year)], "meeting", "meetings_per_year")
    if terms.max_gap_days:
        found += cited(terms, [_longest_gap(rule, about, facts, terms.max_gap_days)], "meeting", "max_gap_days")
    return found


def members_attend(rule: Rule, facts: TermsFacts) -> list[Finding]:
    """Has a member missed so many meetings in a row, without a substitute, that the terms ask for a review?"""
    if facts.terms is None or facts.terms.absences_to_review is None:
        return silent(rule, facts, "a review of members who do not attend")
    most, counts = facts.terms.absences_to_review, facts.terms.apologies_count
    found = [each for who in facts.absences if (each := _missed(rule, facts, who, most, bool(counts)))]
    if not found:
        words = f"Nobody missed {plural(most, 'meeting')} in a row."
        found = [passed(rule, About(facts.body, facts.on), words)]
    return cited(facts.terms, found, "members", "absences_to_review")


def terms_are_reviewed(rule: Rule, facts: TermsFacts) -> list[Finding]:
    """Were the terms reviewed within the months they give themselves, or within those of good practice?"""
    about = About(facts.body, facts.on)
    if facts.terms is None:
        words = "No terms of reference are recorded for this day, so what they ask is not checked. Record them."
        return [not_known(rule, about, words)]
    months = facts.terms.review_months or int(rule.parameters_on(facts.on)["months"])
    last = facts.reviewed_on or facts.terms.since
    if last is None:
        words = f"{facts.terms.citation} does not say when it was last reviewed. Put it to the next meeting."
        return cited(facts.terms, [not_known(rule, about, words)], "terms")
    due = months_after(last, months)
    words = f"{facts.terms.citation} was last reviewed on {day_words(last)}. The review"
    if facts.on > due:
        words = f"{words} was due by {day_words(due)}. Put it to the next meeting."
        return cited(facts.terms, [needs_a_person(rule, about, words)], "terms", "review_months")
    return cited(facts.terms, [passed(rule, about, f"{words} is due by {day_words(due)}.")], "terms", "review_months")


def _in_chair(rule: Rule, facts: MeetingUnderTerms, post: str) -> Finding:
    about, chair = About(_meeting(facts), facts.on), facts.in_chair
    post = post.removeprefix("the ")
    if chair is None:
        return not_known(rule, about, "Who was in the chair is not recorded. Record it with the attendance.")
    if any(same_post(post, held) for held in chair.posts):
        return passed(rule, about, f"{chair.name}, the {post}, was in the chair.")
    if chair.is_vice_chair and facts.chair_was_away:
        return passed(rule, about, f"{chair.name}, the vice-chair, deputised for the chair.")
    if not chair.posts and not chair.is_vice_chair:
        return not_known(rule, about, f"{chair.name} was in the chair. Whether as the {post} is not recorded.")
    words = f"{chair.name} was in the chair, and is not recorded as the {post}. Ask why, and record it."
    return needs_a_person(rule, about, words)


def _stood_in(rule: Rule, facts: MeetingUnderTerms, one: StoodIn) -> Finding:
    about = About(one.name, facts.on)
    if facts.terms and facts.terms.has_substitutes is False:
        return failed(rule, about, f"{one.name} stood in, and the terms allow no substitutes.")
    if one.instead_of is None:
        return not_known(rule, about, f"For whom {one.name} stood in is not recorded. Record it.")
    if one.member_was_there:
        return failed(rule, about, f"{one.name} stood in for {one.instead_of}, who was there too.")
    asks = facts.terms is not None and facts.terms.elected_for_elected
    if asks and one.member_is_elected and one.is_elected is False:
        words = f"{one.name}, who is not elected, stood in for {one.instead_of}, an elected member."
        return failed(rule, about, f"{words} Ask for an elected substitute next time.")
    unknown = one.name if one.is_elected is None else one.instead_of
    if asks and not one.is_elected and one.member_is_elected is not False:
        words = f"Whether {unknown} is an elected member is not recorded. Record their post."
        return not_known(rule, about, words)
    return passed(rule, about, f"{one.name} stood in for {one.instead_of}.")


def _number(rule: Rule, about: About, facts: TermsFacts, asked: int) -> Finding:
    """The last municipal year that is over and wholly under these terms; before that, nothing is late."""
    if not facts.meetings_in_year:
        return not_applicable(rule, about, "No whole year under these terms is over yet.")
    year, held = list(facts.meetings_in_year.items())[-1]
    words = f"{plural(held, 'meeting')} {'was' if held == 1 else 'were'} held in {year}, {asked} needed."
    return passed(rule, about, words, held=held) if held >= asked else failed(rule, about, words, held=held)


def _longest_gap(rule: Rule, about: About, facts: TermsFacts, most: int) -> Finding:
    days = [*(facts.meetings or ()), facts.on]
    gaps = [(later - earlier, earlier, later) for earlier, later in pairwise(days)]
    if not gaps:
        return not_known(rule, about, "No meetings are on record.")
    longest, earlier, later = max(gaps)
    words = f"The longest time without a meeting was {plural(longest.days, 'day')}, from {day_words(earlier)} to"
    words = f"{words} {day_words(later)}; {most} allowed."
    if longest.days <= most:
        return passed(rule, about, words, days=longest.days)
    return needs_a_person(rule, about, f"{words} Ask the chair for another date.", days=longest.days)


def _missed(rule: Rule, facts: TermsFacts, who: Absences, most: int, counts: bool) -> Finding | None:
    sure, perhaps = _in_a_row(who, counts, unknown=False), _in_a_row(who, counts, unknown=True)
    about = About(who.member, facts.on)
    if sure >= most:
        words = f"{who.member} missed the last {plural(sure, 'meeting')} and sent no substitute."
        return needs_a_person(rule, about, f"{words} The terms ask for a review at {most}. Put it to the chair.")
    if perhaps >= most:
        words = f"Whether {who.member} missed the last {plural(perhaps, 'meeting')} is not recorded."
        return not_known(rule, about, f"{words} Ask, and record it.")
    return None


def _in_a_row(who: Absences, counts: bool, *, unknown: bool) -> int:
    missed = {How.ABSENT, *([How.APOLOGIES] if counts else []), *([None] if unknown else [])}
    row = 0
    for how in reversed(who.hows):
        if how not in missed:
            break
        row += 1
    return row
