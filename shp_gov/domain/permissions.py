"""Who may do what: a scheme of delegation as a table, and who is entitled to exempt text."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum


class Role(StrEnum):
    """What someone is to a body on a day. Owner and author are worked out, never given."""

    OFFICER = "officer"
    CHAIR = "chair"
    MEMBER = "member"
    SUBSTITUTE = "substitute"
    OWNER = "owner of the action"
    AUTHOR = "author of the report"
    ADMINISTRATOR = "system administrator"
    SIGNED_IN = "anyone signed in"


class Permission(StrEnum):
    """One kind of act."""

    USE_OWN_ACCOUNT = "account:use"
    MANAGE_ACCOUNTS = "account:manage"
    SEE_TODAY = "today:see"
    SEE_BOARD_HEALTH = "board_health:see"
    SEE_WHERE_WE_STAND = "where_we_stand:see"
    CHANGE_MEMBERS = "members:change"
    GIVE_COVER = "cover:give"
    SETTLE_RULE = "rule:settle"
    SEE_DRAFT_TERMS = "terms:see_draft"
    CHANGE_TERMS = "terms:change"
    RECORD_NOTICE = "notice:record"
    IMPORT_PACK = "pack:import"
    MANAGE_REGISTER = "register:manage"
    RECORD_ATTENDANCE = "attendance:record"
    RECORD_DECISION = "decision:record"
    ASSIGN_ACTION = "action:assign"
    UPDATE_ACTION = "action:update"
    VERIFY_ACTION = "action:verify"
    SEE_EVIDENCE = "evidence:see"
    SEE_DUTIES = "duty:see"
    RECORD_DUTY = "duty:record"
    CHANGE_BODY = "body:change"
    ARRANGE_MEETING = "meeting:arrange"
    BUILD_AGENDA = "agenda:build"
    SEE_DRAFT_AGENDA = "agenda:see_draft"
    AGREE_AGENDA = "agenda:agree"
    CHECK_AGENDA = "agenda:check"
    PUBLISH_AGENDA = "agenda:publish"
    OFFER_ITEM = "item:offer"
    CHANGE_FORWARD_PLAN = "forward_plan:change"
    REQUEST_REPORT = "report:request"
    WRITE_REPORT = "report:write"
    CLEAR_REPORT = "report:clear"
    REPLY_TO_MEETING = "meeting:reply"
    READ_PACK = "pack:read"
    SEE_SCRIPT = "script:see"
    TAKE_MINUTES = "minutes:take"
    SUGGEST_CHANGE = "minutes:suggest"
    AGREE_MINUTES = "minutes:agree"
    SIGN_MINUTES = "minutes:sign"


ALLOWED_TO: dict[Permission, frozenset[Role]] = {
    Permission.USE_OWN_ACCOUNT: frozenset({Role.SIGNED_IN}),
    Permission.MANAGE_ACCOUNTS: frozenset({Role.ADMINISTRATOR}),
    Permission.SEE_TODAY: frozenset({Role.OFFICER}),
    Permission.SEE_BOARD_HEALTH: frozenset({Role.OFFICER, Role.CHAIR}),
    Permission.SEE_WHERE_WE_STAND: frozenset({Role.OFFICER, Role.CHAIR}),
    Permission.CHANGE_MEMBERS: frozenset({Role.OFFICER}),
    Permission.GIVE_COVER: frozenset({Role.OFFICER, Role.CHAIR}),
    Permission.SETTLE_RULE: frozenset({Role.OFFICER}),
    Permission.SEE_DRAFT_TERMS: frozenset({Role.OFFICER, Role.CHAIR}),
    Permission.CHANGE_TERMS: frozenset({Role.OFFICER}),
    Permission.RECORD_NOTICE: frozenset({Role.OFFICER}),
    Permission.IMPORT_PACK: frozenset({Role.OFFICER}),
    Permission.MANAGE_REGISTER: frozenset({Role.OFFICER}),
    Permission.RECORD_ATTENDANCE: frozenset({Role.OFFICER}),
    Permission.RECORD_DECISION: frozenset({Role.OFFICER}),
    Permission.ASSIGN_ACTION: frozenset({Role.OFFICER}),
    Permission.UPDATE_ACTION: frozenset({Role.OFFICER, Role.OWNER}),
    Permission.VERIFY_ACTION: frozenset({Role.OFFICER}),
    Permission.SEE_EVIDENCE: frozenset({Role.OFFICER, Role.CHAIR, Role.OWNER}),
    Permission.SEE_DUTIES: frozenset({Role.OFFICER, Role.CHAIR}),
    Permission.RECORD_DUTY: frozenset({Role.OFFICER}),
    Permission.CHANGE_BODY: frozenset({Role.OFFICER}),
    Permission.ARRANGE_MEETING: frozenset({Role.OFFICER}),
    Permission.BUILD_AGENDA: frozenset({Role.OFFICER}),
    Permission.SEE_DRAFT_AGENDA: frozenset({Role.OFFICER, Role.CHAIR}),
    Permission.AGREE_AGENDA: frozenset({Role.CHAIR}),
    Permission.CHECK_AGENDA: frozenset({Role.OFFICER}),
    Permission.PUBLISH_AGENDA: frozenset({Role.OFFICER}),
    Permission.OFFER_ITEM: frozenset({Role.OFFICER, Role.CHAIR, Role.MEMBER}),
    Permission.CHANGE_FORWARD_PLAN: frozenset({Role.OFFICER}),
    Permission.REQUEST_REPORT: frozenset({Role.OFFICER}),
    Permission.WRITE_REPORT: frozenset({Role.OFFICER, Role.AUTHOR}),
    Permission.CLEAR_REPORT: frozenset({Role.OFFICER}),
    Permission.REPLY_TO_MEETING: frozenset({Role.OFFICER, Role.CHAIR, Role.MEMBER, Role.SUBSTITUTE}),
    Permission.READ_PACK: frozenset({Role.OFFICER, Role.CHAIR, Role.MEMBER, Role.SUBSTITUTE}),
    Permission.SEE_SCRIPT: frozenset({Role.OFFICER, Role.CHAIR}),
    Permission.TAKE_MINUTES: frozenset({Role.OFFICER}),
    Permission.SUGGEST_CHANGE: frozenset({Role.OFFICER, Role.CHAIR}),
    Permission.AGREE_MINUTES: frozenset({Role.CHAIR}),
    Permission.SIGN_MINUTES: frozenset({Role.CHAIR, Role.MEMBER}),
}

ENTITLED_TO_EXEMPT = frozenset({Role.OFFICER, Role.CHAIR, Role.MEMBER, Role.SUBSTITUTE})


def may(permission: Permission, roles: Iterable[Role]) -> bool:
    """Tell whether any of these roles allows this act."""
    return not ALLOWED_TO[permission].isdisjoint(roles)


def allowed(roles: Iterable[Role]) -> frozenset[Permission]:
    """List the acts that these roles allow."""
    held = frozenset(roles)
    return frozenset(permission for permission in Permission if may(permission, held))


@dataclass(frozen=True)
class Term:
    """A role held in a body over a span of days, for one meeting only where that is named."""

    role: Role
    body_id: int
    from_on: date
    until_on: date | None = None
    meeting_id: int | None = None

    def covers(self, on: date) -> bool:
        """Tell whether this day lies within the term."""
        return self.from_on <= on and (self.until_on is None or on <= self.until_on)


@dataclass(frozen=True)
class Viewer:
    """Whoever is looking, with the terms that decide what exists for them."""

    on: date
    user_id: int | None = None
    person_id: int | None = None
    name: str = "public"
    is_administrator: bool = False
    terms: tuple[Term, ...] = ()
    reads_exempt: bool = True

    @property
    def is_signed_in(self) -> bool:
        """Tell whether this is a person with an account."""
        return self.user_id is not None

    def roles(self, body_id: int | None = None) -> frozenset[Role]:
        """List the roles held today, in one body or in any."""
        held = {t.role for t in self.terms if t.covers(self.on) and body_id in (None, t.body_id)}
        signed_in = {Role.SIGNED_IN} if self.is_signed_in else set()
        administrator = {Role.ADMINISTRATOR} if self.is_administrator else set()
        return frozenset(held | signed_in | administrator)

    def may(self, permission: Permission, body_id: int | None = None) -> bool:
        """Tell whether this viewer may do this, in one body or in any."""
        return may(permission, self.roles(body_id))

    def bodies(self, role: Role) -> list[int]:
        """List the bodies in which this role is held today."""
        return sorted({t.body_id for t in self.terms if t.role == role and t.covers(self.on)})

    def sees_exempt(self, *, body_id: int, on: date, meeting_id: int) -> bool:
        """Tell whether a term entitles this viewer to the exempt papers of one meeting."""
        terms = (t for t in self.exempt_terms() if t.body_id == body_id and t.covers(on))
        return any(term.meeting_id in (None, meeting_id) for term in terms)

    def exempt_terms(self) -> tuple[Term, ...]:
        """List the terms that entitle this viewer to exempt papers of meetings within them."""
        return tuple(term for term in self.terms if term.role in ENTITLED_TO_EXEMPT and self.reads_exempt)
