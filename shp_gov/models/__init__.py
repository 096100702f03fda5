"""The tables. Import every model from here."""

from shp_gov.domain.proceedings import RoomEvent
from shp_gov.models.action import Action, ActionEvent, ActionSupporter, Evidence, Happening
from shp_gov.models.agenda import AgendaKind, AgendaRemark, AgendaVersion, PackRead
from shp_gov.models.agenda_item import AgendaItem, ItemKind, ItemOrigin, ItemOutcome, ItemPurpose
from shp_gov.models.appointment import Appointment, AppointmentKind, Substitution
from shp_gov.models.attendance import Attendance, Capacity, ItemAbsence
from shp_gov.models.audit_event import AuditEvent, AuditHead, AuditTrailIsFinal, AuditWords
from shp_gov.models.base import Base, Provenance
from shp_gov.models.between_meetings import InterimDecision, Ratification, Referral
from shp_gov.models.body import AccessRegime, Body, BodyKind, MinuteNumbering, MunicipalYear
from shp_gov.models.body_settings import BackPlanStep, HouseText, HouseTextKey, StandingItem
from shp_gov.models.decision import Agreement, Decision, DecisionKind
from shp_gov.models.document import Document, HiddenContent
from shp_gov.models.duty import DutyEntry, DutyPlan
from shp_gov.models.form_token import FormToken
from shp_gov.models.forward_plan import ForwardPlanEntry, PlanOrigin
from shp_gov.models.import_ import Correction, Import, Question, QuestionKind
from shp_gov.models.interest import Interest
from shp_gov.models.item_offer import CallForItems, ItemOffer
from shp_gov.models.meeting import Meeting, MeetingMode
from shp_gov.models.meeting_event import DiaryChange, MeetingChange, MeetingEvent
from shp_gov.models.merge import Merge
from shp_gov.models.message import Message
from shp_gov.models.minute import Minute
from shp_gov.models.minute_revision import MinuteRevision
from shp_gov.models.minutes_version import (
    DecisionList,
    MinutesCorrection,
    MinutesVersion,
    MinutesVersionKind,
    Signature,
    Suggestion,
)
from shp_gov.models.office import Office, OfficeKind
from shp_gov.models.organisation import Organisation, OrganisationName, OrganisationType, Succession
from shp_gov.models.person import KnownAs, Person, PersonPost
from shp_gov.models.proposed_action import ProposedAction
from shp_gov.models.registered_interest import InterestKind, RegisteredInterest
from shp_gov.models.reply import Answer, Reply
from shp_gov.models.report import (
    Appendix,
    Clearance,
    ClearanceOf,
    ContactOfficer,
    Recommendation,
    Report,
    ReportSection,
    ReportSource,
    ReportVersion,
    Ruling,
)
from shp_gov.models.role import RoleHeld
from shp_gov.models.rule_setting import RuleSetting, SettingKind
from shp_gov.models.seat import Seat, SeatCategory
from shp_gov.models.sighting import Sighting
from shp_gov.models.standing import Standing
from shp_gov.models.statement import Statement
from shp_gov.models.terms import TermsOffice, TermsSeat, TermsSection, TermsState, TermsSubGroup, TermsVersion, Voting
from shp_gov.models.user import SignInAttempt, User
from shp_gov.models.vote import Cast, Dissent, Vote, VoteCast

__all__ = [
    "AccessRegime",
    "Action",
    "ActionEvent",
    "ActionSupporter",
    "AgendaItem",
    "AgendaKind",
    "AgendaRemark",
    "AgendaVersion",
    "Agreement",
    "Answer",
    "Appendix",
    "Appointment",
    "AppointmentKind",
    "Attendance",
    "AuditEvent",
    "AuditHead",
    "AuditTrailIsFinal",
    "AuditWords",
    "BackPlanStep",
    "Base",
    "Body",
    "BodyKind",
    "CallForItems",
    "Capacity",
    "Cast",
    "Clearance",
    "ClearanceOf",
    "ContactOfficer",
    "Correction",
    "Decision",
    "DecisionKind",
    "DecisionList",
    "DiaryChange",
    "Dissent",
    "Document",
    "DutyEntry",
    "DutyPlan",
    "Evidence",
    "FormToken",
    "ForwardPlanEntry",
    "Happening",
    "HiddenContent",
    "HouseText",
    "HouseTextKey",
    "Import",
    "Interest",
    "InterestKind",
    "InterimDecision",
    "ItemAbsence",
    "ItemKind",
    "ItemOffer",
    "ItemOrigin",
    "ItemOutcome",
    "ItemPurpose",
    "KnownAs",
    "Meeting",
    "MeetingChange",
    "MeetingEvent",
    "MeetingMode",
    "Merge",
    "Message",
    "Minute",
    "MinuteNumbering",
    "MinuteRevision",
    "MinutesCorrection",
    "MinutesVersion",
    "MinutesVersionKind",
    "MunicipalYear",
    "Office",
    "OfficeKind",
    "Organisation",
    "OrganisationName",
    "OrganisationType",
    "PackRead",
    "Person",
    "PersonPost",
    "PlanOrigin",
    "ProposedAction",
    "Provenance",
    "Question",
    "QuestionKind",
    "Ratification",
    "Recommendation",
    "Referral",
    "RegisteredInterest",
    "Reply",
    "Report",
    "ReportSection",
    "ReportSource",
    "ReportVersion",
    "RoleHeld",
    "RoomEvent",
    "RuleSetting",
    "Ruling",
    "Seat",
    "SeatCategory",
    "SettingKind",
    "Sighting",
    "SignInAttempt",
    "Signature",
    "Standing",
    "StandingItem",
    "Statement",
    "Substitution",
    "Succession",
    "Suggestion",
    "TermsOffice",
    "TermsSeat",
    "TermsSection",
    "TermsState",
    "TermsSubGroup",
    "TermsVersion",
    "User",
    "Vote",
    "VoteCast",
    "Voting",
]
