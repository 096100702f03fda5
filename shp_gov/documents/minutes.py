"""The minutes and decision record."""

import re
from dataclasses import replace

from shp_gov.documents.content import (
    Attendance,
    Block,
    Notice,
    Numeral,
    Numerals,
    Room,
    Run,
    Signature,
    Story,
    Text,
    Together,
    Words,
    bold,
    masthead,
)
from shp_gov.documents.furniture import print_pdf
from shp_gov.documents.prose import prose
from shp_gov.documents.wording import appointment, clock, counted, day, exempt_because, joined, listed, place
from shp_gov.domain.approval import Approval
from shp_gov.domain.papers import (
    Attendee,
    Imprint,
    MinuteAction,
    MinuteDecision,
    MinuteEntry,
    MinuteKind,
    MinutesPaper,
    Person,
    Substitute,
)

TITLE, EXTRACT = "Minutes and decision record", "Extract from the minutes and decision record"
A_MINUTE, A_LINE, A_PART = 130, 60, 62  # the room each needs at the foot of a page
SAYS_URGENT = re.compile(r"\burgent\b|^any other", re.IGNORECASE)
SIGNED = "Signed as a correct record."
TO_BE_SIGNED = "The chair signs here when these minutes have been approved."
AS_APPROVED = "The words below are the words approved."


def render(paper: MinutesPaper) -> bytes:
    """Print the minutes as a PDF."""
    draft = "Draft m" if paper.imprint.is_draft else "M"
    title = f"{draft}inutes and decision record, {day(paper.on)}"
    return print_pdf(story(paper), imprint_of(paper), title=title, running=f"{TITLE}, {day(paper.on)}")


def render_extract(paper: MinutesPaper) -> bytes:
    """Print one minute of a meeting as a PDF."""
    title = f"{EXTRACT}, {day(paper.on)}"
    return print_pdf(extract(paper), imprint_of(paper), title=title, running=title)


def extract(paper: MinutesPaper) -> Story:
    """Tell what one minute says, and whether it is approved."""
    made = masthead(paper.imprint.body, EXTRACT, day(paper.on))
    return [*made, *_standing(paper), *(block for entry in paper.entries for block in _minute(entry, paper))]


def imprint_of(paper: MinutesPaper) -> Imprint:
    """Say of minutes that a meeting approved that they are the approved ones."""
    return replace(paper.imprint, is_approved=paper.approval is not None)


def story(paper: MinutesPaper) -> Story:
    """Tell what the minutes say, in reading order."""
    made = masthead(paper.imprint.body, TITLE, day(paper.on))
    made += [*_standing(paper), *_attendance(paper)]
    was_private = False
    for entry in paper.entries:
        made += _exclusion(paper) if entry.exemption and not was_private else []
        was_private = was_private or entry.exemption is not None
        made += _minute(entry, paper)
    return [*made, *_ending(paper)]


# --- What these minutes are, and who was there ---
def _standing(paper: MinutesPaper) -> Story:
    """Say in an outline that the minutes are a draft, or that they were approved, and with which corrections."""
    if paper.imprint.is_draft:
        meeting = f"The meeting on {day(paper.approve_on)}" if paper.approve_on else "The next meeting"
        asked = f"{meeting} is asked to approve these minutes. "
        return [Notice(((bold("Draft: not yet approved."), Run(f" {asked}Words may change until then.")),))]
    return [Notice(_approved(paper.approval))] if paper.approval else []


def _approved(approval: Approval) -> tuple[Words, ...]:
    corrections = approval.corrections
    minute = f", minute {approval.minute}" if approval.minute else ""
    how = f", with {counted(len(corrections), 'correction').replace('1 ', 'one ')}" if corrections else ""
    first = bold(f"Approved on {day(approval.on)}{minute}{how}.")
    later = tuple((bold(f"Corrected on {day(each.on)}."), Run(f" {each.words}")) for each in approval.later)
    if not corrections and not later:
        return ((first,),)
    if len(corrections) == 1:
        return ((first, Run(f" {corrections[0]} {AS_APPROVED}")), *later)
    return ((first, Run(f" {AS_APPROVED}")), *corrections, *later)


def _attendance(paper: MinutesPaper) -> Story:
    made: Story = [Text(opening, "body") for opening in _opening(paper)]
    made.append(Room(space=6))
    for label, people in (
        ("Present:", tuple(map(_attendee, paper.present))),
        ("Substitutes:", tuple(map(_substitute, paper.substitutes))),
        ("Also present:", tuple(map(_person, paper.also_present))),
        ("Officers:", tuple(map(_person, paper.officers))),
    ):
        if people and label == "Substitutes:" and paper.substitution_rule:
            people = (f"In accordance with {paper.substitution_rule}, {people[0]}", *people[1:])
        made += [Attendance(label, people)] if people else []
    return made


def _opening(paper: MinutesPaper) -> list[str]:
    at = f" at {clock(paper.starts_at)}" if paper.starts_at else ""
    where = f" in {place(paper.venue)}" if paper.venue else ""
    return [f"The meeting commenced{at}{where}."] if at or where else []


def _attendee(attendee: Attendee) -> Words:
    words = joined(attendee.name, attendee.organisation_or_post)
    return (Run(f"{words} "), bold("(In the Chair)")) if attendee.is_chair else words


def _person(person: Person) -> str:
    return joined(person.name, person.organisation_or_post)


def _substitute(substitute: Substitute) -> str:
    who = joined(substitute.name, substitute.organisation_or_post)
    whom = joined(substitute.for_name, substitute.for_organisation)
    return f"{who} was in attendance as substitute for {whom}."


# --- One minute ---
def _minute(entry: MinuteEntry, paper: MinutesPaper) -> Story:
    label = f"{entry.number.rstrip('.')}." if entry.number else ""
    if entry.is_withheld:
        return [Together((Text(entry.title, "minute", label), _private_box(entry)))]
    is_long = bool(entry.purpose or entry.decisions)
    title = Text(entry.title, "titled" if entry.presenter else "minute", label)
    by = [Text(f"({entry.presenter})", "by")] if entry.presenter else []
    return [Room(A_MINUTE if is_long else A_LINE), title, *by, *_marks(entry), *_body(entry, paper)]


def _private_box(entry: MinuteEntry) -> Notice:
    why = (exempt_because(entry.exemption, _called(entry)),) if entry.exemption else ()
    summary = ((Run(entry.public_summary),),) if entry.public_summary else ()
    first = (bold("Private item."), Run(" The minute of this item is not published."))
    return Notice((first, *summary, *why), is_indented=True)


def _called(entry: MinuteEntry) -> str:
    return f"Minute {entry.number.rstrip('.')}" if entry.number else "This minute"


def _marks(entry: MinuteEntry) -> Story:
    made: Story = []
    if entry.exemption:
        made.append(
            Notice(((bold("Exempt item. "), Run(exempt_because(entry.exemption, _called(entry)))),), is_indented=True)
        )
    ruling = "" if entry.urgency_ruling in entry.narrative else entry.urgency_ruling
    if ruling or (entry.is_urgent and not SAYS_URGENT.search(entry.title)):
        made.append(Text((bold("Urgent item."), *((Run(f" {ruling}"),) if ruling else ())), "indent"))
    return made


def _body(entry: MinuteEntry, paper: MinutesPaper) -> Story:
    narrative = [
        *prose(entry.narrative or _usual_words(entry.kind, paper)),
        *(Text(words, "indent") for words in entry.not_agreed),
    ]
    has_heading = entry.kind is MinuteKind.BUSINESS and bool(entry.purpose or entry.decisions) and bool(narrative)
    return [
        *(_headed("Purpose of report", prose(entry.purpose)) if entry.purpose else []),
        *(_headed("Issue(s) for consideration", narrative) if has_heading else narrative),
        *_decisions(entry.decisions),
        *(_headed("Reasons", prose(entry.reasons)) if entry.reasons else []),
    ]


def _headed(heading: str, blocks: list[Block]) -> Story:
    return [Room(A_PART), Text(heading, "sub"), *blocks]


def _usual_words(kind: MinuteKind, paper: MinutesPaper) -> str:
    """Write the formal minutes from what the record holds, where nobody wrote other words."""
    if kind is MinuteKind.APOLOGIES:
        people = [_person(each) for each in paper.apologies]
        return f"Apologies for absence were submitted on behalf of {listed(people)}." if people else "None."
    if kind is MinuteKind.DECLARATIONS:
        return "\n\n".join(paper.declarations) or "None."
    if kind is MinuteKind.CONFIRMATION:
        return "Confirmed."
    if kind is MinuteKind.NEXT_MEETING and paper.next_meeting:
        return appointment(paper.next_meeting)
    return ""


def _decisions(decisions: tuple[MinuteDecision, ...]) -> Story:
    rows = tuple(Numeral(each.numeral, each.words, (*each.ruled, *_actions(each.actions))) for each in decisions)
    return [Numerals("Decision", rows, is_agreed=True)] if rows else []


def _actions(actions: tuple[MinuteAction, ...]) -> tuple[Words, ...]:
    """Name each action; several under one decision take letters, as in its reference."""
    names = ["Action:"] if len(actions) == 1 else [f"Action {chr(65 + place)}:" for place in range(len(actions))]
    return tuple((bold(name), Run(f" {_who_and_when(each)}")) for name, each in zip(names, actions, strict=True))


def _who_and_when(action: MinuteAction) -> str:
    return joined(action.owner, f"by {day(action.due_on)}" if action.due_on else "")


# --- The end ---
def _exclusion(paper: MinutesPaper) -> Story:
    return [Together((Text("Items taken in private", "minute"), *prose(paper.exclusion)))] if paper.exclusion else []


def _ending(paper: MinutesPaper) -> Story:
    is_minuted = any(entry.kind is MinuteKind.NEXT_MEETING for entry in paper.entries)
    made: Story = []
    if paper.next_meeting and not is_minuted:
        made += [Text("Date and time of next meeting", "minute"), Text(appointment(paper.next_meeting), "indent")]
    if paper.ends_at:
        made.append(Text(f"The meeting concluded at {clock(paper.ends_at)}.", "concluded"))
    is_approved = paper.approval is not None and not paper.imprint.is_draft
    made.append(Text(SIGNED if is_approved else TO_BE_SIGNED, "indent"))
    return [Together((*made, *_signature(paper)))]


def _signature(paper: MinutesPaper) -> Story:
    """Name who signed and when, or leave the lines to sign on."""
    if paper.approval is None or paper.approval.signed is None:
        return [Signature()]
    who, on = paper.approval.signed
    return [Text((bold("Signed: "), Run(who)), "indent"), Text((bold("Date: "), Run(day(on))), "indent")]
