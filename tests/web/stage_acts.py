"""What people do about a meeting, as the forms they send, and at which stages of it that is done: the table to review.

Each stage stands for a meeting as `tests/stages.py` brings it there; who an act is not for may do it at none. What
cannot be done is refused with a sentence, or does not exist there, and changes nothing.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from shp_gov.domain.workflows import MeetingState
from shp_gov.queries import agenda_versions, minutes_versions, publishing
from tests.company import Course
from tests.web.sending import three_boxes

Sent = Mapping[str, str]
OFFICER, SECOND, CHAIR, MEMBER = "officer", "second officer", "chair", "member"
ANY_MEMBER = (OFFICER, CHAIR, "author")


def day(name: str, on: date) -> Sent:
    """Type a day."""
    return three_boxes(name, str(on.day), str(on.month), str(on.year))


@dataclass(frozen=True)
class Act:
    """One thing to do: the words for it, whose it is, the page it is sent to, what is sent, and when it is done."""

    words: str
    who: str
    endpoint: str
    at: str
    sent: Callable[[Course], Sent] = lambda course: {}
    which: str = ""
    may_too: tuple[str, ...] = ()

    @property
    def line(self) -> str:
        """Write its line of docs/permissions.md."""
        who = " or ".join(who for who in (self.who, *self.may_too) if who != "author")
        return f"| {self.words} | {who} | {self.at.replace('while built', 'once the agenda is begun')} |"

    @property
    def stages(self) -> frozenset[str]:
        """List the stages at which it is done."""
        return frozenset(stage for name in self.at.split(", ") for stage in SPANS.get(name, (name,)) if name)


SCHEDULED = (
    "planned",
    "agenda being built",
    "agenda with the chair",
    "changes asked for",
    "agenda agreed",
    "agenda to be checked",
    "agenda checked",
)
PUBLISHED = ("published", "published with a supplement")
OPEN = ("in progress", "adjourned", "without a quorum")
DRAFTED = ("minutes with the chair", "minutes agreed", "draft minutes published", "minutes being approved")
SPANS = {
    "while scheduled": SCHEDULED,
    "while built": SCHEDULED[1:],
    "while published": PUBLISHED,
    "while open": OPEN,
    "while drafted": DRAFTED,
}


def _an_item(course: Course) -> Sent:
    return {"title": "Taxi marshals", "purpose": "for decision", "heading": "", "new_heading": "Items", "seat": ""}


def _late(course: Course) -> Sent:
    return _an_item(course) | {"is_urgent": "y", "urgency_reason": "The offer ends on Friday."}


def _version(course: Course) -> Sent:
    version = agenda_versions.latest(course.meeting)
    return {"sha256": version.sha256 or "" if version else ""}


def _seen(course: Course) -> Sent:
    now = publishing.hash_now(course.meeting)
    return {"check-seen": now, "publish-seen": now, "check-note": ""}


def _moved(course: Course) -> Sent:
    sent = {"starts_at": "11am", "mode": "in person", "venue": "Fish Quay Hall", "reason": "The hall is flooded."}
    return day("on", course.on) | sent | {"seen": "0", "all_the_same": "y"}


def _minutes(course: Course) -> Sent:
    return {"sha256": minutes_versions.hash_of(course.meeting)}


def _said(course: Course) -> Sent:
    return {"before": "The Director showed the map of the lamps.", "after": "The Director showed a map.", "comment": ""}


def _a_vote(course: Course) -> Sent:
    return {"motion": "other", "words": "That the lamps be green.", "votes_for": "0", "against": "1", "casting": ""}


def _signed(course: Course) -> Sent:
    return _minutes(course) | {"name": course.words.names[0], "office": "Chair"}


def _reply_by(course: Course) -> Sent:
    return day("reply_by", course.on - timedelta(days=1))


def _colleague(course: Course) -> Sent:
    return {"ask-colleague": str(course.company.users[SECOND].id)}


def _put_off(course: Course) -> Sent:
    return {"when": "some day", "reason": "The figures are not in."}


def _narrative(course: Course) -> Sent:
    return {"narrative": "It was discussed.", "version": "0", "stay": "y"}


def _ticks(course: Course) -> Sent:
    return {"chair": "", "officers": "", "others": "Kim Lee"}


def _coming(course: Course) -> Sent:
    asks = {"interests": "none"} if course.meeting.state is MeetingState.AGENDA_PUBLISHED else {}
    return {"coming": "attending", "sure": "y", **asks}


def said(**words: str) -> Callable[[Course], Sent]:
    """Say the same everywhere."""
    return lambda course: words


TO_SEND = "agenda being built, changes asked for"
TO_CHECK = "agenda with the chair, agenda agreed, agenda to be checked"
BEFORE = "while scheduled, while published"
TO_SUGGEST = "minutes with the chair, minutes agreed"
READY = "agenda with the chair, agenda agreed, agenda to be checked, agenda checked"
REWORDED = "in progress, adjourned, closed, minutes with the chair, minutes agreed"
SO = "That it be so."
WRITTEN = "closed, minutes with the chair, minutes agreed"
VOTED = "in progress, closed, minutes with the chair, minutes agreed"
ACTS = (
    Act("Call for items", OFFICER, "agendas.call", "planned", _reply_by),
    Act("Offer an item", MEMBER, "agendas.offer", "while scheduled", said(title="Hate crime"), may_too=ANY_MEMBER),
    Act("Begin the agenda", OFFICER, "agendas.begin", "while scheduled", said(start="standing")),
    Act("Add an item", OFFICER, "agendas.add", "while scheduled", _an_item),
    Act("Put an item off", OFFICER, "agendas.put_off", "while built", _put_off),
    Act("Take a standing item off", OFFICER, "agendas.remove", "while built", which="other"),
    Act("Send the agenda to the chair", OFFICER, "agendas.send", TO_SEND),
    Act("Agree the agenda", CHAIR, "agendas.agree", "agenda with the chair", _version),
    Act("Ask for a check", OFFICER, "publication.ask", READY, _colleague),
    Act("Check for a colleague", SECOND, "publication.check", TO_CHECK, _seen),
    Act("Publish the agenda", OFFICER, "publication.publish", "agenda checked", _seen),
    Act("Add an urgent item", OFFICER, "publication.late_item", "while published, while open", _late),
    Act("Change day or place", OFFICER, "diary.move", BEFORE, _moved),
    Act("Postpone", OFFICER, "diary.postpone", BEFORE, said(reason="Flood.", seen="0")),
    Act("Cancel", OFFICER, "diary.cancel", BEFORE, said(reason="Flood.", seen="0")),
    Act("Reply to the meeting", MEMBER, "replies.reply", BEFORE, _coming, may_too=ANY_MEMBER),
    Act("Record who is there", OFFICER, "minuting.attendance", "while open", _ticks),
    Act("Write a minute", OFFICER, "minuting.item", "while open", _narrative),
    Act("Adjourn", OFFICER, "minuting.adjourn", "while open", said(at="10.45am", why="A break.")),
    Act("Change words of the minutes", OFFICER, "minutes.reword", REWORDED, _said),
    Act("Add a decision that nobody wrote down", OFFICER, "minutes.add_decision", WRITTEN, said(words=SO, how="vote")),
    Act("Record a vote, or put it right", OFFICER, "minuting.vote", VOTED, _a_vote),
    Act("Send the minutes to the chair", OFFICER, "minutes.send", "closed"),
    Act(
        "Suggest other words",
        CHAIR,
        "minutes.suggest",
        "minutes with the chair, minutes agreed",
        _said,
        may_too=(OFFICER,),
    ),
    Act("Agree the minutes", CHAIR, "minutes.agree", "minutes with the chair", _minutes),
    Act("Take the minutes back", OFFICER, "minutes.take_back", TO_SUGGEST),
    Act("Publish the draft minutes", OFFICER, "minutes.publish", "minutes agreed"),
    Act("Approve the minutes", OFFICER, "minutes.confirm", "minutes being approved", which="next"),
    Act("Sign the minutes", CHAIR, "minutes.sign", "minutes approved", _signed),
)
