"""Whether the minutes are numbered without a gap, and whether what was decided has somebody to do it."""

from dataclasses import dataclass
from itertools import pairwise

from shp_gov.domain.checks.facts import DecisionFacts, NumbersOfMeeting, YearOfMinutes
from shp_gov.domain.findings import About, Fact, Finding, needs_a_person, not_applicable, not_known, passed
from shp_gov.domain.rulebook import Rule
from shp_gov.domain.words import and_list, long_day, ordinal, plural, spans_words


def minute_numbers_run_on(rule: Rule, facts: YearOfMinutes) -> list[Finding]:
    """Do the numbers of each meeting's minutes follow one another, and follow those of the meeting before?"""
    return [
        _one_meeting(rule, facts, meeting, last)
        for meeting, last in zip(facts.meetings, _last_used_before(facts), strict=True)
        if meeting.on > facts.since
    ]


def decision_has_its_action(rule: Rule, facts: DecisionFacts) -> list[Finding]:
    """Does a decision that asks for something have an action, and each action an owner and a due date?"""
    about = About(f"Decision {facts.reference}", facts.on)
    if facts.asks_for_action is None:
        return [not_known(rule, about, "Nobody has said what this decision asks for. Say it on the decision's page.")]
    if facts.is_dismissed and not facts.actions:
        return [not_applicable(rule, about, "An officer looked, and it asks nothing of anybody.")]
    if not facts.asks_for_action and not facts.actions:
        return [not_applicable(rule, about, "It asks nothing of anybody.")]
    return [_with_actions(rule, about, facts)]


@dataclass(frozen=True, slots=True)
class _Before:
    """The highest number used before a meeting (None: nothing tells), and whether no meeting came between."""

    last: int | None
    is_certain: bool


def _last_used_before(facts: YearOfMinutes) -> list[_Before]:
    if not facts.meetings:
        return []
    starts_here = facts.first_meeting_on == facts.meetings[0].on
    before = [_Before(0 if starts_here else None, starts_here)]
    for earlier, later in pairwise(facts.meetings):
        used = [number for number in (before[-1].last, *earlier.numbers) if number is not None]
        before.append(_Before(max(used, default=None), later.confirmed == earlier.on))
    return before


def _one_meeting(rule: Rule, facts: YearOfMinutes, meeting: NumbersOfMeeting, before: _Before) -> Finding:
    about = About(f"Minutes of {long_day(meeting.on)}", meeting.on)
    numbers = [number for number in meeting.numbers if number is not None]
    if not numbers:
        return not_known(rule, about, "The minutes carry no numbers. Look in the signed minutes.", year=facts.year)
    span: dict[str, Fact] = {"year": facts.year, "first": numbers[0], "last": numbers[-1]}
    wrong = [*_unnumbered(meeting), *_out_of_run(numbers, meeting), *_against(numbers, before)]
    if wrong:
        words = f"{' '.join(wrong)} Look in the signed minutes, and correct the record if it is wrong."
        return needs_a_person(rule, about, words, **span)
    return _follows(rule, about, span, numbers[0], before.last)


def _unnumbered(meeting: NumbersOfMeeting) -> list[str]:
    places = [ordinal(place) for place, number in enumerate(meeting.numbers, start=1) if number is None]
    if not places:
        return []
    return [f"The {and_list(places)} {'minutes have' if len(places) > 1 else 'minute has'} no number."]


def _out_of_run(numbers: list[int], meeting: NumbersOfMeeting) -> list[str]:
    gaps = [(one + 1, two - 1) for one, two in pairwise(sorted(set(numbers))) if two > one + 1]
    explained = _count(gaps) == meeting.numbers.count(None)
    doubled = sorted({number for number in numbers if numbers.count(number) > 1})
    back = [two for one, two in pairwise(numbers) if two < one]
    problems = {"missing": [] if explained else gaps, "used twice": _each(doubled), "out of order": _each(back)}
    return [_are(spans, what) for what, spans in problems.items() if spans]


def _against(numbers: list[int], before: _Before) -> list[str]:
    if before.last is None:
        return []
    again = _each(sorted({number for number in numbers if number <= before.last}))
    skipped = [(before.last + 1, numbers[0] - 1)] if before.is_certain and numbers[0] > before.last + 1 else []
    problems = {"already used at an earlier meeting of the year": again, "missing before this meeting": skipped}
    return [_are(spans, what) for what, spans in problems.items() if spans]


def _each(numbers: list[int]) -> list[tuple[int, int]]:
    return [(number, number) for number in numbers]


def _count(spans: list[tuple[int, int]]) -> int:
    return sum(last - first + 1 for first, last in spans)


def _are(spans: list[tuple[int, int]], what: str) -> str:
    many = _count(spans) > 1
    return f"{'Minutes' if many else 'Minute'} {spans_words(spans)} {'are' if many else 'is'} {what}."


def _follows(rule: Rule, about: About, span: dict[str, Fact], first: int, last: int | None) -> Finding:
    missing = first - (last or 0) - 1
    if not missing:
        words = f"Its numbers run on from {first}." if last else "Its numbers start at 1 and run on."
        return passed(rule, about, words, **span)
    words = f"The {plural(missing, 'minute')} before {first} {'is' if missing == 1 else 'are'} not held here."
    return not_known(rule, about, f"{words} Import the minutes of the meetings before this one.", **span)


def _with_actions(rule: Rule, about: About, facts: DecisionFacts) -> Finding:
    if not facts.actions:
        words = "It asks for something to be done and has no action. Make one with an owner and a due date."
        return needs_a_person(rule, about, words, actions=0)
    lacking = {
        "no owner": sum(not action.owner for action in facts.actions),
        "no due date": sum(not action.is_dated for action in facts.actions),
    }
    count = len(facts.actions)
    if missing := [what for what, number in lacking.items() if number]:
        words = f"It has {plural(count, 'action')} with {and_list(missing)}. Say who will do it and by when."
        return needs_a_person(rule, about, words, actions=count)
    owners = tuple(action.owner or "" for action in facts.actions)
    return passed(
        rule, about, f"It has {plural(count, 'action')}, with owner and due date.", actions=count, owners=owners
    )
