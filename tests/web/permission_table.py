"""Who may open what: the one table to review. Every page of the app has its line; a page without one fails the tests.

What a line is about stands in one partnership, "here". Who acts is somebody here, somebody "elsewhere" (of another
partnership), or nobody in particular. A line names those for whom the page opens. For everybody else it is REFUSED
(403: it is there, but not theirs to do) or HIDDEN (404: it does not exist for them). Whoever is not signed in is
sent to sign in, unless the page is PUBLIC.

Where `exempt` is said, the same page about something exempt is asked for too: it opens for those of the line who are
entitled, is refused to the others who are, and does not exist for anybody else.
"""

from dataclasses import dataclass

from tests.web.permission_diary import diary_lines
from tests.web.permission_minutes import minutes_lines
from tests.web.permission_reports import REPORTS
from tests.web.publication_permissions import PUBLICATION

NOBODY, SIGNED_IN, ADMINISTRATOR, DISABLED = "anonymous", "signed in", "administrator", "disabled account"
MEMBER, OWNER, CHAIR, OFFICER, SUBSTITUTE = "member", "owner", "chair", "officer", "substitute"
INTERESTED, FORMER = "member with an interest", "former member"
ELSEWHERE = tuple(f"{who} elsewhere" for who in (MEMBER, OWNER, CHAIR, OFFICER, SUBSTITUTE))
MEMBER_THERE, OWNER_THERE, CHAIR_THERE, OFFICER_THERE, SUBSTITUTE_THERE = ELSEWHERE
HERE = (MEMBER, OWNER, CHAIR, OFFICER, SUBSTITUTE, INTERESTED, FORMER)
ACTORS = (NOBODY, DISABLED, SIGNED_IN, ADMINISTRATOR, *HERE, *ELSEWHERE)
PUBLIC = frozenset(ACTORS)
ANYBODY = frozenset(ACTORS) - {NOBODY, DISABLED}
OFFICERS = frozenset({OFFICER})
ENTITLED = frozenset({MEMBER, OWNER, CHAIR, OFFICER, SUBSTITUTE})

OPENS, SIGN_IN, REFUSED, HIDDEN = "opens", "sign in", "refused", "does not exist"


@dataclass(frozen=True)
class Row:
    """One line: for whom a page opens, what everybody else gets, and whether it can be about something exempt."""

    opens: frozenset[str]
    otherwise: str = REFUSED
    exempt: bool = False
    query: str = ""

    @property
    def is_public(self) -> bool:
        """Tell whether a page asks nobody to sign in."""
        return self.opens == PUBLIC or self.otherwise == "" or self.query == "?version=restricted"

    def outcome(self, actor: str, *, of_exempt: bool = False) -> str:
        """Say what an actor gets."""
        stranger = actor in (NOBODY, DISABLED)
        if of_exempt and actor not in ENTITLED:
            return SIGN_IN if stranger and not self.is_public else HIDDEN
        if actor in self.opens:
            return OPENS
        return SIGN_IN if stranger and not self.is_public else self.otherwise or HIDDEN


def opens(*who: str) -> Row:
    """Open a page for these; others are refused."""
    return Row(frozenset(who))


ADMINISTRATORS = opens(ADMINISTRATOR)
ACCOUNT = Row(frozenset({ADMINISTRATOR}), HIDDEN)
OWN = Row(ANYBODY)
EVERYBODY = Row(PUBLIC)
RECORD = Row(PUBLIC, exempt=True)
BOARD_HEALTH = opens(OFFICER, CHAIR)
BY_OFFICERS = Row(OFFICERS)
REPLYING = opens(MEMBER, OWNER, CHAIR, OFFICER, SUBSTITUTE, INTERESTED)
ON_RECORD_BY_OFFICERS = Row(OFFICERS, exempt=True)
ON_RECORD_BY_CHAIR = Row(frozenset({OFFICER, CHAIR}), exempt=True)
IN_THE_ROOM = opens(CHAIR, MEMBER, OWNER, INTERESTED)
IN_ANY_BODY = opens(OFFICER, OFFICER_THERE)
PACK = Row(OFFICERS, HIDDEN)

TABLE: dict[str, dict[str, Row]] = {
    # accounts
    "accounts.index": {"GET": ADMINISTRATORS},
    "accounts.add": {"GET": ADMINISTRATORS, "POST": ADMINISTRATORS},
    "accounts.show": {"GET": ACCOUNT},
    "accounts.edit": {"GET": ACCOUNT, "POST": ACCOUNT},
    "accounts.reset": {"GET": ACCOUNT, "POST": ACCOUNT},
    "accounts.disable": {"POST": ACCOUNT},
    "accounts.enable": {"POST": ACCOUNT},
    "accounts.give": {"GET": ACCOUNT, "POST": ACCOUNT},
    "accounts.end": {"GET": ACCOUNT, "POST": ACCOUNT},
    "accounts.mine": {"GET": OWN},
    "accounts.change_password": {"GET": OWN, "POST": OWN},
    "auth.sign_in": {"GET": EVERYBODY, "POST": EVERYBODY},
    "auth.sign_out": {"POST": EVERYBODY},
    # the record
    "bodies.index": {"GET": EVERYBODY},
    "bodies.show": {"GET": EVERYBODY},
    "bodies.meetings": {"GET": EVERYBODY},
    "meetings.show": {"GET": EVERYBODY},
    "meetings.times": {"GET": BY_OFFICERS, "POST": BY_OFFICERS},
    # replies
    "replies.reply": {"GET": REPLYING, "POST": REPLYING},
    "replies.answer_for": {"GET": BY_OFFICERS, "POST": BY_OFFICERS},
    "replies.index": {"GET": BOARD_HEALTH},
    "replies.remind": {"GET": BY_OFFICERS, "POST": BY_OFFICERS},
    # the chair's papers
    "script.show": {"GET": BOARD_HEALTH},
    "script.show_pdf": {"GET": BOARD_HEALTH},
    "script.briefing": {"GET": BOARD_HEALTH},
    "script.briefing_pdf": {"GET": BOARD_HEALTH},
    "script.attendance_sheet": {"GET": BOARD_HEALTH},
    # the meeting itself
    "minuting.screen": {"GET": EVERYBODY},
    "minuting.start": {"GET": BY_OFFICERS, "POST": BY_OFFICERS},
    "minuting.attendance": {"GET": BY_OFFICERS, "POST": BY_OFFICERS},
    "minuting.item": {"GET": ON_RECORD_BY_OFFICERS, "POST": ON_RECORD_BY_OFFICERS},
    "minuting.ratify": {"GET": ON_RECORD_BY_OFFICERS, "POST": ON_RECORD_BY_OFFICERS},
    "minuting.interest": {"GET": ON_RECORD_BY_OFFICERS, "POST": ON_RECORD_BY_OFFICERS},
    "minuting.vote": {"GET": ON_RECORD_BY_OFFICERS, "POST": ON_RECORD_BY_OFFICERS},
    "minuting.named_vote": {"GET": ON_RECORD_BY_OFFICERS, "POST": ON_RECORD_BY_OFFICERS},
    "minuting.decision": {"GET": ON_RECORD_BY_OFFICERS, "POST": ON_RECORD_BY_OFFICERS},
    "minuting.dissent": {"GET": ON_RECORD_BY_OFFICERS, "POST": ON_RECORD_BY_OFFICERS},
    "minuting.urgent": {"GET": BY_OFFICERS, "POST": BY_OFFICERS},
    "minuting.come_or_go": {"GET": BY_OFFICERS, "POST": BY_OFFICERS},
    "minuting.substitute": {"GET": BY_OFFICERS, "POST": BY_OFFICERS},
    "minuting.public": {"GET": BY_OFFICERS, "POST": BY_OFFICERS},
    "minuting.adjourn": {"GET": BY_OFFICERS, "POST": BY_OFFICERS},
    "minuting.inquorate": {"GET": BY_OFFICERS, "POST": BY_OFFICERS},
    "minuting.close": {"GET": BY_OFFICERS, "POST": BY_OFFICERS},
    # every save of a minute
    "revisions.words": {"GET": ON_RECORD_BY_OFFICERS, "POST": ON_RECORD_BY_OFFICERS},
    "revisions.write": {"GET": ON_RECORD_BY_OFFICERS, "POST": ON_RECORD_BY_OFFICERS},
    "revisions.history": {"GET": ON_RECORD_BY_OFFICERS},
    "revisions.show": {"GET": ON_RECORD_BY_OFFICERS, "POST": ON_RECORD_BY_OFFICERS},
    "revisions.settle": {"GET": ON_RECORD_BY_OFFICERS, "POST": ON_RECORD_BY_OFFICERS},
    # members
    "members.show": {"GET": EVERYBODY},
    "members.sheet": {"GET": EVERYBODY},
    "papers.members": {"GET": EVERYBODY},
    "papers.interests": {"GET": EVERYBODY},
    "members.seat": {"GET": EVERYBODY},
    "members.person": {"GET": EVERYBODY},
    "decisions.register": {"GET": EVERYBODY},
    "decisions.show": {"GET": RECORD},
    "papers.agenda": {"GET": EVERYBODY},
    "papers.agenda_word": {"GET": EVERYBODY},
    "papers.minutes": {"GET": EVERYBODY},
    "papers.minutes_word": {"GET": EVERYBODY},
    "papers.action_log": {"GET": EVERYBODY},
    "papers.extract": {"GET": RECORD},
    "papers.notice": {"GET": Row(PUBLIC, exempt=True, query="?version=restricted")},
    "static": {"GET": EVERYBODY},
    # actions
    "actions.log": {"GET": EVERYBODY},
    "actions.log_csv": {"GET": EVERYBODY},
    "actions.mine": {"GET": OWN},
    "actions.finished": {"GET": OWN},
    "actions.find": {"GET": OWN},
    "actions.show": {"GET": RECORD},
    "actions.progress": {"GET": Row(frozenset({OFFICER, OWNER}), exempt=True)},
    "actions.answer": {"GET": ON_RECORD_BY_OFFICERS},
    "actions.owner": {"GET": ON_RECORD_BY_OFFICERS},
    "actions.due_date": {"GET": ON_RECORD_BY_OFFICERS},
    "actions.wait": {"GET": ON_RECORD_BY_OFFICERS},
    "actions.not_proceed": {"GET": ON_RECORD_BY_OFFICERS},
    "actions.reopen": {"GET": ON_RECORD_BY_OFFICERS},
    "actions.assign": {"GET": ON_RECORD_BY_OFFICERS},
    "actions.proposed": {"GET": BY_OFFICERS},
    "actions.confirm": {"GET": ON_RECORD_BY_OFFICERS},
    "actions.dismiss": {"GET": ON_RECORD_BY_OFFICERS},
    "actions.agree": {"GET": BY_OFFICERS, "POST": BY_OFFICERS},
    "files.evidence": {"GET": Row(frozenset({OFFICER, CHAIR, OWNER}), "", exempt=True)},
    # what needs whom
    "dashboard.today": {"GET": IN_ANY_BODY},
    "dashboard.board_health": {"GET": BOARD_HEALTH},
    "dashboard.board_health_csv": {"GET": BOARD_HEALTH},
    # where we stand
    "compliance.stand": {"GET": BOARD_HEALTH},
    "compliance.compare": {"GET": BOARD_HEALTH},
    "compliance.changes": {"GET": BOARD_HEALTH},
    "compliance.attendance": {"GET": BOARD_HEALTH},
    "compliance.attendance_csv": {"GET": BOARD_HEALTH},
    "compliance.stand_pdf": {"GET": BOARD_HEALTH},
    "compliance.stand_csv": {"GET": BOARD_HEALTH},
    "compliance.stand_json": {"GET": BOARD_HEALTH},
    "compliance.settled": {"GET": BOARD_HEALTH},
    "compliance.confirm": {"GET": BY_OFFICERS, "POST": BY_OFFICERS},
    "compliance.switch_off": {"GET": BY_OFFICERS, "POST": BY_OFFICERS},
    "compliance.switch_on": {"GET": BY_OFFICERS, "POST": BY_OFFICERS},
    "compliance.take_back": {"GET": BY_OFFICERS, "POST": BY_OFFICERS},
    "compliance.rules": {"GET": EVERYBODY},
    "compliance.rule": {"GET": EVERYBODY},
    # the governance calendar
    "duties.index": {"GET": BOARD_HEALTH},
    "duties.show": {"GET": BOARD_HEALTH},
    "duties.document": {"GET": BOARD_HEALTH},
    "duties.record": {"GET": BY_OFFICERS, "POST": BY_OFFICERS},
    "duties.correct": {"GET": BY_OFFICERS, "POST": BY_OFFICERS},
    "duties.withdraw": {"GET": BY_OFFICERS, "POST": BY_OFFICERS},
    "duties.planner": {"GET": BOARD_HEALTH},
    "duties.planner_csv": {"GET": BOARD_HEALTH},
    "duties.tie": {"GET": BY_OFFICERS, "POST": BY_OFFICERS},
    "duties.untie": {"POST": BY_OFFICERS},
    # notice, papers and private business
    "notice.body": {"GET": BY_OFFICERS, "POST": BY_OFFICERS},
    "notice.meeting": {"GET": BY_OFFICERS, "POST": BY_OFFICERS},
    "notice.report": {"GET": ON_RECORD_BY_OFFICERS, "POST": ON_RECORD_BY_OFFICERS},
    "notice.minute": {"GET": ON_RECORD_BY_OFFICERS, "POST": ON_RECORD_BY_OFFICERS},
    # terms of reference
    "terms.index": {"GET": EVERYBODY},
    "terms.show": {"GET": EVERYBODY},
    "terms.compare": {"GET": EVERYBODY},
    "terms.start": {"GET": BY_OFFICERS, "POST": BY_OFFICERS},
    "terms.draft": {"GET": Row(frozenset({OFFICER, CHAIR}), HIDDEN)},
    "terms.move_section": {"POST": PACK},
    "papers.terms": {"GET": EVERYBODY},
    "papers.terms_word": {"GET": EVERYBODY},
    # packs
    "imports.index": {"GET": IN_ANY_BODY, "POST": IN_ANY_BODY},
    "imports.review": {"GET": PACK, "POST": PACK},
    "imports.part": {"GET": PACK, "POST": PACK},
    "imports.answer": {"POST": PACK},
    "imports.undo": {"GET": PACK, "POST": PACK},
    # organisations through time, and who is who
    "organisations.index": {"GET": EVERYBODY},
    "organisations.show": {"GET": EVERYBODY},
    "organisations.rename": {"GET": IN_ANY_BODY, "POST": IN_ANY_BODY},
    "organisations.set_type": {"GET": IN_ANY_BODY, "POST": IN_ANY_BODY},
    "organisations.end": {"GET": IN_ANY_BODY, "POST": IN_ANY_BODY},
    "merges.index": {"GET": BY_OFFICERS},
    "merges.people": {"GET": BY_OFFICERS, "POST": BY_OFFICERS},
    "merges.organisations": {"GET": BY_OFFICERS, "POST": BY_OFFICERS},
    "merges.take_apart": {"POST": PACK},
    "interests.index": {"GET": EVERYBODY},
    "interests.register_csv": {"GET": EVERYBODY},
    "interests.enter": {"GET": BY_OFFICERS, "POST": BY_OFFICERS},
    "interests.end": {"GET": PACK, "POST": PACK},
    "standings.index": {"GET": BY_OFFICERS, "POST": BY_OFFICERS},
    "standings.withdraw": {"POST": PACK},
}
TABLE["accounts.lend"] = {"GET": BOARD_HEALTH, "POST": BOARD_HEALTH}
TABLE["accounts.end_cover"] = {"GET": BOARD_HEALTH, "POST": BOARD_HEALTH}
TABLE |= diary_lines(BY_OFFICERS, IN_ANY_BODY, EVERYBODY, ON_RECORD_BY_OFFICERS)
TABLE |= minutes_lines(BY_OFFICERS, ON_RECORD_BY_OFFICERS, BOARD_HEALTH, ON_RECORD_BY_CHAIR, opens(CHAIR))
TABLE["minutes.sign"] = {"GET": IN_THE_ROOM, "POST": IN_THE_ROOM}
# Only officers change who belongs.
for _endpoint in (
    *("appoint", "reappoint", "hold_over", "end", "co_opt", "substitute", "end_substitute", "move", "elect", "leave"),
    *("preside", "withdraw", "withdraw_end", "withdraw_office", "withdraw_end_of_office"),
):
    TABLE[f"members.{_endpoint}"] = {"GET": BY_OFFICERS, "POST": BY_OFFICERS}
# A page of an action that asks something takes its answer from the same people.
for _endpoint in (
    "progress",
    "answer",
    "owner",
    "due_date",
    "wait",
    "not_proceed",
    "reopen",
    "assign",
    "confirm",
    "dismiss",
):
    TABLE[f"actions.{_endpoint}"]["POST"] = TABLE[f"actions.{_endpoint}"]["GET"]
# What changes a draft of the terms does not exist for others, and takes its answer from the same people.
for _endpoint in (
    "discard",
    "adopt",
    "add_section",
    "section",
    "add_seat",
    "seat",
    "office",
    "asked",
    "quorum",
    "add_sub_group",
    "sub_group",
):
    TABLE[f"terms.{_endpoint}"] = {"GET": PACK, "POST": PACK}
# The lines of reports, and of what is put out, are in files of their own.
RESTRICTED, READERS = Row(ENTITLED, ""), Row(ENTITLED | {INTERESTED})
APART = REPORTS | PUBLICATION
TABLE |= {endpoint: dict.fromkeys(methods, globals()[row]) for endpoint, (row, *methods) in APART.items()}
# Whoever builds an agenda; an item of another body's agenda does not exist. The chair reads its versions and agrees.
INSIDE, CHAIRS = Row(frozenset({OFFICER, CHAIR}), HIDDEN), Row(frozenset({CHAIR}), HIDDEN)
BELONGS = opens(OFFICER, CHAIR, MEMBER, OWNER, INTERESTED)
_BUILT = ("agendas.begin", "agendas.add", "agendas.call", "forward_plan.add", "forward_plan.move", "forward_plan.drop")
TABLE |= {key: {"GET": BY_OFFICERS, "POST": BY_OFFICERS} for key in _BUILT}
_OF_AN_ITEM = ("agendas.change", "agendas.put_off", "agendas.heading", "agendas.decline")
TABLE |= {key: {"GET": PACK, "POST": PACK} for key in _OF_AN_ITEM}
TABLE |= {key: {"POST": PACK} for key in ("agendas.remove", "agendas.answered", "agendas.accept")}
TABLE |= {key: {"POST": BY_OFFICERS} for key in ("agendas.move", "agendas.pull", "agendas.send")}
TABLE |= {key: {"GET": INSIDE} for key in ("agendas.version", "agendas.compare")}
TABLE |= {key: {"GET": BOARD_HEALTH} for key in ("agendas.preview", "agendas.review")}
TABLE |= {"agendas.build": {"GET": BY_OFFICERS}, "agendas.remark": {"POST": INSIDE}, "agendas.agree": {"POST": CHAIRS}}
TABLE |= {"agendas.offer": {"GET": BELONGS, "POST": BELONGS}, "forward_plan.show": {"GET": BELONGS}}
TABLE["forward_plan.plan_csv"] = {"GET": BELONGS}
