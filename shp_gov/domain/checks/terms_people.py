"""Whether the seats and offices are held as the terms of reference of the day ask."""

from collections.abc import Sequence

from shp_gov.domain.areas.standing import responsible_authorities
from shp_gov.domain.checks.asked import cited, same_post, silent
from shp_gov.domain.checks.facts_of_terms import Addition, SeatAsked, Sitter, TermsFacts
from shp_gov.domain.findings import (
    About,
    Finding,
    Verdict,
    failed,
    late,
    needs_a_person,
    not_applicable,
    not_known,
    passed,
)
from shp_gov.domain.rulebook import Rule
from shp_gov.domain.words import and_list, day_words, long_day, plural

TOLD_WITHOUT_TERMS = frozenset({Verdict.PASS, Verdict.NEEDS_A_PERSON})


def vice_chair_is_appointed_each_year(rule: Rule, facts: TermsFacts) -> list[Finding]:
    """Was a vice-chair appointed at or before the first meeting of the municipal year?

    Where no terms are recorded, a body that has had a vice-chair is asked all the same, and nothing fails for it.
    """
    about = About(facts.body, facts.on)
    if facts.terms is None:
        found = _appointed(rule, about, facts)
        return [found] if facts.has_had_a_vice_chair and found.verdict in TOLD_WITHOUT_TERMS else []
    if not facts.terms.vice_chair_is_yearly:
        return silent(rule, facts, "a vice-chair appointed each year")
    return cited(facts.terms, [_appointed(rule, about, facts)], "offices", "vice-chair")


def vice_chair_is_from_an_authority(rule: Rule, facts: TermsFacts) -> list[Finding]:
    """Is the organisation of the vice-chair a responsible authority on the day?"""
    if facts.terms is None or not facts.terms.vice_chair_from_authority:
        return silent(rule, facts, "a vice-chair from a responsible authority")
    found = _from_authority(rule, About(facts.body, facts.on), facts)
    return cited(facts.terms, [found], "offices", "vice-chair")


def elected_members_sit(rule: Rule, facts: TermsFacts) -> list[Finding]:
    """Do as many elected members sit as the terms ask, the Leader among them where the terms name the Leader?"""
    if facts.terms is None or facts.terms.elected_members is None:
        return silent(rule, facts, "a number of elected members")
    return cited(facts.terms, [_elected(rule, facts, facts.terms.elected_members)], "members", "elected_members")


def each_post_is_filled(rule: Rule, facts: TermsFacts) -> list[Finding]:
    """Is each post that the terms name filled, or known to be vacant, and listed by its own name?"""
    if facts.terms is None or not facts.seats:
        return silent(rule, facts, "any post")
    terms, on = facts.terms, facts.on
    found = [(seat, _post(rule, About(seat.title, on), seat)) for seat in facts.seats]
    return [each for seat, one in found for each in cited(terms, [one], "members", f"seats: {seat.category}")]


def new_members_are_agreed(rule: Rule, facts: TermsFacts) -> list[Finding]:
    """Was each seat added in the last twelve months agreed by the members?"""
    if facts.terms is None or not facts.terms.new_members_agreed:
        return silent(rule, facts, "the agreement of the members to a new member")
    if not facts.additions:
        words = "No seat was added in the twelve months before."
        return cited(facts.terms, [not_applicable(rule, About(facts.body, facts.on), words)])
    return cited(facts.terms, [_added(rule, facts, each) for each in facts.additions], "members", "new_members_agreed")


def co_opted_for_a_purpose(rule: Rule, facts: TermsFacts) -> list[Finding]:
    """Is it recorded what each co-opted member is for, and until when?"""
    if facts.terms is None:
        return []
    sitters = [sitter for seat in facts.seats if seat.is_co_opted for sitter in seat.holders or ()]
    if not sitters:
        return cited(facts.terms, [not_applicable(rule, About(facts.body, facts.on), "Nobody is co-opted.")])
    return cited(facts.terms, [_co_opted(rule, facts, sitter) for sitter in sitters], "members", "co-opted")


def _appointed(rule: Rule, about: About, facts: TermsFacts) -> Finding:
    first, done, year = facts.first_meeting_on, facts.vice_chair_appointed_on, facts.year
    if done is not None:
        by = f" ({facts.vice_chair_appointed_by})" if facts.vice_chair_appointed_by else ""
        words = f"The vice-chair of {year} was appointed on {long_day(done)}{by}"
        if first is not None and done > first:
            words = (
                f"The vice-chair of {year} was appointed on {long_day(done)}{by}, after the first meeting of the year."
            )
            return late(rule, about, f"{words} Put it first on the first agenda of next year.", year=year)
        return passed(rule, about, f"The vice-chair of {year} was appointed on {long_day(done)}{by}.", year=year)
    if first is None:
        return not_applicable(rule, about, f"No meeting of {year} has been held yet.", year=year)
    if not facts.first_meeting_is_known:
        words = f"No appointment of a vice-chair is on record for {year}, nor are the minutes of its first meeting."
        return not_known(rule, about, f"{words} Import them, or record the appointment.", year=year)
    words = f"No appointment of a vice-chair is recorded for {year}, whose first meeting was on {long_day(first)}."
    return needs_a_person(rule, about, f"{words} Find it in the minutes, or put it to the next meeting.", year=year)


def _from_authority(rule: Rule, about: About, facts: TermsFacts) -> Finding:
    vice = facts.vice_chair
    if vice is None or not vice.organisation:
        missing = "The organisation of the vice-chair" if vice else "Who is vice-chair"
        return not_known(rule, about, f"{missing} is not recorded on {long_day(facts.on)}. Record it.")
    is_one = _is_authority(vice.organisation, facts) if facts.area else vice.sits_for_authority
    said = {"vice_chair": vice.name, "organisation": vice.organisation}
    if is_one is None:
        words = f"Whether {vice.organisation} is a responsible authority is not known. Record the area of {facts.body}."
        return not_known(rule, about, words, **said)
    if is_one:
        words = f"The vice-chair, {vice.name}, is from {vice.organisation}, a responsible authority."
        return passed(rule, about, words, **said)
    words = f"The vice-chair, {vice.name}, is from {vice.organisation}, which is no responsible authority on this day."
    return failed(rule, about, f"{words} Put another vice-chair to the next meeting.", **said)


def _is_authority(organisation: str, facts: TermsFacts) -> bool:
    area = facts.area
    known = area.body(organisation, facts.on) if area else None
    standings = responsible_authorities(area, facts.on, facts.exceptions) if area else []
    return known is not None and known.name in {standing.organisation for standing in standings}


def _elected(rule: Rule, facts: TermsFacts, asked: int) -> Finding:
    about = About(facts.body, facts.on)
    seats = [seat for seat in facts.seats if seat.is_elected]
    if not seats or any(seat.holders is None for seat in seats):
        words = "Which seats are those of elected members, or who holds them, is not recorded. Mark them in the terms."
        return not_known(rule, about, words)
    sitters = [sitter for seat in seats for sitter in seat.holders or ()]
    names = tuple(sitter.who.name for sitter in sitters)
    if len({sitter.who.person for sitter in sitters}) < asked:
        words = f"{plural(len(names), 'elected member')} sits, {asked} needed. Ask the council to appoint."
        return failed(rule, about, words.replace("members sits", "members sit"), elected=names)
    leader = facts.terms.chair_held_by if facts.terms else None
    if not leader or _one_is(leader, facts, sitters):
        return passed(rule, about, f"{and_list(names)} are elected members.", elected=names)
    if any(not sitter.post for sitter in sitters) and not _titles(facts):
        words = f"Whether {and_list(names)} hold the post of {leader} is not recorded. Record their posts."
        return not_known(rule, about, words, elected=names)
    words = f"None of the elected members, {and_list(names)}, is the {leader}. Ask the council who the {leader} is."
    return failed(rule, about, words, elected=names)


def _one_is(leader: str, facts: TermsFacts, sitters: Sequence[Sitter]) -> bool:
    posts = [*(sitter.post for sitter in sitters), *_titles(facts)]
    return any(same_post(leader, post) for post in posts if post)


def _titles(facts: TermsFacts) -> list[str]:
    return [seat.post for seat in facts.seats if seat.is_elected and seat.holders and seat.post and seat.places == 1]


def _post(rule: Rule, about: About, seat: SeatAsked) -> Finding:
    if seat.holders is None:
        words = "The terms name this seat and the register does not have it. Record the seat, or draft new terms."
        return needs_a_person(rule, about, words)
    if seat.listed_as and seat.post and not same_post(seat.post, seat.listed_as):
        words = f"The list of members calls this post “{seat.listed_as}”, and the terms “{seat.post}”."
        return needs_a_person(rule, about, f"{words} Find out whether the post was renamed.", listed_as=seat.listed_as)
    if not seat.holders:
        since = f" since {day_words(seat.vacant_since)}" if seat.vacant_since else ""
        return passed(rule, about, f"Known to be vacant{since}.", vacant=True)
    names = tuple(sitter.who.name for sitter in seat.holders)
    free = seat.places - len(names)
    also = f" {plural(free, 'place')} of {seat.places} {'are' if free > 1 else 'is'} vacant." if free > 0 else ""
    return passed(rule, about, f"Held by {and_list(names)}.{also}", holders=names)


def _added(rule: Rule, facts: TermsFacts, addition: Addition) -> Finding:
    about = About(addition.title, facts.on)
    if addition.agreed_by:
        return passed(rule, about, f"Added on {long_day(addition.on)}, agreed by {addition.agreed_by}.")
    words = f"On the list since {long_day(addition.on)}, and no decision is recorded that agreed to it."
    return needs_a_person(rule, about, f"{words} Find the decision, or put it to the next meeting.")


def _co_opted(rule: Rule, facts: TermsFacts, sitter: Sitter) -> Finding:
    about = About(sitter.who.name, facts.on)
    missing = [what for what, known in (("for what", sitter.purpose), ("until when", sitter.until)) if not known]
    if missing:
        words = f"{sitter.who.name} is co-opted, and it is not recorded {and_list(missing)}. Record it."
        return needs_a_person(rule, about, words)
    until = day_words(sitter.until) if sitter.until else ""
    return passed(rule, about, f"Co-opted for {sitter.purpose}, until {until}.")
